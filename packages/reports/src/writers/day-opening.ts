import type { Site } from '@motcua/domain';
import type { DayReport, Spread } from '@motcua/protocol/http';
import { dayFacts, drawFacts, type NumberList } from './day-facts.ts';
import { INK, SOFT_INK, type Sheet, type Spot, type Strip } from './sheet.ts';
import type { Wording } from '../sections/wording.ts';

const TOP = 40;
const TILE = '#eef3f8';
const ACCENT = '#1f4e79';
/** A median below half a minute is shown as less than one minute. */
const SHORT_MS = 30_000;

/** Authority, centre and national motto (Vietnamese only), then the title. */
export function drawLetterhead(
  sheet: Sheet,
  title: string,
  site: Pick<Site, 'name' | 'authority'>,
  { t, capitals, name, language }: Wording,
  { x, width, titleDown = 0 }: Strip & { readonly titleDown?: number },
): void {
  const half = width / 2 - 10;
  const right = { x: x + width - half, width: half };
  const centred = { align: 'centre', size: 9.4 } as const;
  sheet.line(capitals(name(site.authority)), { x, y: TOP, width: half, ...centred });
  const centre = capitals(name(site.name));
  sheet.line(centre, { x, y: TOP + 13, width: half, ...centred, weight: 'bold' });
  underline(sheet, x + half / 2, TOP + 18, half / 3);
  if (language === 'vi') {
    const motto = t('report.motto');
    sheet.line(t('report.nation'), { ...right, y: TOP, ...centred, weight: 'bold' });
    sheet.line(motto, { ...right, y: TOP + 13, ...centred, weight: 'bold' });
    underline(sheet, right.x + half / 2, TOP + 18, sheet.widthOf(motto, 9.4, 'bold'));
  }
  sheet.line(title, {
    x,
    y: TOP + 49 + titleDown,
    width,
    size: 15,
    weight: 'bold',
    align: 'centre',
    tag: 'H1',
  });
}

/** The letterhead and what kind of day it was. Returns the y below. */
export function drawHeading(
  sheet: Sheet,
  report: DayReport,
  site: Pick<Site, 'name' | 'authority'>,
  wording: Wording,
  { x, width }: Strip,
): number {
  const { t } = wording;
  drawLetterhead(sheet, t('report.title', { date: wording.day(report.day) }), site, wording, {
    x,
    width,
  });
  const small = { x, width, size: 8.6, align: 'centre', colour: SOFT_INK } as const;
  sheet.line(openingLine(report, wording), { ...small, y: TOP + 63 });
  if (report.dayClosed) return TOP + 72;
  const until = { time: wording.time(report.madeAt), date: wording.date(report.madeAt) };
  sheet.line(t('report.provisional', until), { ...small, y: TOP + 75, weight: 'italic' });
  return TOP + 84;
}

function openingLine({ day, openHours }: DayReport, { t, weekday }: Wording): string {
  const name = weekday(day);
  if (openHours.length === 0) return t('report.hours-closed', { weekday: name });
  const hours = openHours.map(({ from, to }) => `${from}–${to}`).join(', ');
  return t('report.hours-open', { weekday: name, hours });
}

/** The day in numbers, then its times. Returns the y below. */
export function drawFigures(sheet: Sheet, report: DayReport, wording: Wording, spot: Spot): number {
  const { t } = wording;
  const { totals, times, dayClosed } = report;
  const { outcomes, open } = totals;
  const tiles = [
    [t('report.issued'), totals.issued],
    [t('report.served'), outcomes.served],
    [t('report.no-show'), outcomes['no-show']],
    [t('report.left'), outcomes.left],
    [t('report.cancelled'), outcomes.cancelled],
    [t('report.withdrawn'), outcomes.withdrawn],
    [t(dayClosed ? 'report.left-over' : 'report.still-open'), open.length],
  ] as const;
  const step = (spot.width + 4) / tiles.length;
  sheet.decorate((pdf) => {
    for (const index of tiles.keys())
      pdf.rect(spot.x + index * step, spot.y, step - 4, 33).fill(TILE);
  });
  for (const [index, [label, count]] of tiles.entries()) {
    const place = { x: spot.x + index * step + 3, width: step - 10, align: 'centre' } as const;
    const colour = index === 0 ? ACCENT : INK;
    sheet.line(wording.whole(count), {
      ...place,
      y: spot.y + 17,
      size: 14,
      weight: 'bold',
      colour,
    });
    sheet.line(label, { ...place, y: spot.y + 28, size: 7.4, colour: SOFT_INK });
  }
  let y = spot.y + 33;
  for (const { label, numbers } of openLists(report, wording)) {
    y += 11;
    sheet.line(`${label}: ${numbersThatFit(sheet, label, numbers, wording, spot.width)}`, {
      ...spot,
      y,
      size: 7.6,
    });
  }
  y += open.length > 0 ? 19 : 17;
  drawTimes(sheet, times, wording, { ...spot, y });
  return drawFacts(sheet, dayFacts(report, wording), { ...spot, y: y + 20 });
}

/** Lists of numbers that the first page has no room for. */
export function numbersCutShort(
  sheet: Sheet,
  report: DayReport,
  wording: Wording,
  width: number,
): readonly NumberList[] {
  return openLists(report, wording).filter(
    ({ label, numbers }) =>
      numbersThatFit(sheet, label, numbers, wording, width) !== numbers.join(', '),
  );
}

/** Visits left over, and those that continue; a single list where both are the same. */
function openLists({ totals, dayClosed }: DayReport, { t }: Wording): readonly NumberList[] {
  const { open, rolledOver } = totals;
  const rest = { label: t('report.rolled-over-numbers'), numbers: rolledOver };
  if (rolledOver.length === open.length) return open.length === 0 ? [] : [rest];
  const label = t(dayClosed ? 'report.left-over-numbers' : 'report.still-open-numbers');
  return [{ label, numbers: open }, ...(rolledOver.length === 0 ? [] : [rest])];
}

function drawTimes(sheet: Sheet, times: DayReport['times'], wording: Wording, spot: Spot): void {
  const { t } = wording;
  const cards = [
    [t('report.waiting-time'), times.waitingTime, 'visits'],
    [t('report.walking-time'), times.walkingTime, 'visits'],
    [t('report.serving-time'), times.servingTime, 'services'],
  ] as const;
  const step = (spot.width + 12) / cards.length;
  for (const [index, [title, spread, of]] of cards.entries()) {
    const x = spot.x + index * step;
    const width = step - 12;
    const taken =
      spread.count === 0 ? 0 : drawMedian(sheet, spread, wording, { x, y: spot.y, width });
    sheet.line(title, { x, y: spot.y, width: width - taken, size: 8.6, weight: 'bold' });
    sheet.line(spreadLine(spread, of, wording), {
      x,
      y: spot.y + 12,
      width,
      size: 7.4,
      colour: SOFT_INK,
    });
  }
}

/** Right-aligned; returns its width. */
function drawMedian(sheet: Sheet, { median }: Spread, wording: Wording, spot: Spot): number {
  // "0,0 minutes" is meaningless, and seconds would not match the minutes below.
  const isShort = median !== null && median < SHORT_MS;
  const value = isShort ? `< ${wording.whole(1)}` : wording.minutes(median);
  const unit = wording.t('report.median-minutes');
  const unitWidth = sheet.widthOf(unit, 7.4) + 3;
  sheet.line(value, {
    ...spot,
    width: spot.width - unitWidth,
    size: 13,
    weight: 'bold',
    colour: ACCENT,
    align: 'right',
  });
  sheet.line(unit, { ...spot, size: 7.4, colour: SOFT_INK, align: 'right' });
  return sheet.widthOf(value, 13, 'bold') + unitWidth + 5;
}

function spreadLine(
  { count, p90, longest }: Spread,
  of: 'visits' | 'services',
  { t, minutes, whole }: Wording,
): string {
  if (count === 0) return t(`report.no-${of}`);
  const said = { p90: minutes(p90), longest: minutes(longest), count: whole(count) };
  return t(of === 'visits' ? 'report.spread' : 'report.spread-services', said);
}

function numbersThatFit(
  sheet: Sheet,
  label: string,
  numbers: readonly string[],
  { t, whole }: Wording,
  width: number,
): string {
  for (let shown = numbers.length; shown > 0; shown -= 1) {
    const rest = numbers.length - shown;
    const list = numbers.slice(0, shown).join(', ');
    const text = rest === 0 ? list : `${list} ${t('report.more', { count: whole(rest) })}`;
    if (sheet.widthOf(`${label}: ${text}`, 7.6) <= width) return text;
  }
  return whole(numbers.length);
}

function underline(sheet: Sheet, middle: number, y: number, width: number): void {
  sheet.decorate((pdf) =>
    pdf
      .lineWidth(0.7)
      .moveTo(middle - width / 2, y)
      .lineTo(middle + width / 2, y)
      .stroke(INK),
  );
}
