import type { DayReport } from '@motcua/protocol/http';
import { SOFT_INK, type Sheet, type Spot } from './sheet.ts';
import type { Wording } from '../sections/wording.ts';

export interface DayFact {
  readonly label: string;
  readonly said: string;
}

export interface NumberList {
  readonly label: string;
  readonly numbers: readonly string[];
}

const ROW = 10.6;
const SIZE = 7.6;
const LABEL_GAP = 5;
const GUTTER = 16;
/** From the bottom of a row to its baseline. */
const RISE = 3;
/** As many as are read; the rest is counted. */
const MAX_NUMBERS = 24;

/** Further facts of the day; only those that happened. */
export function dayFacts(report: DayReport, wording: Wording): readonly DayFact[] {
  const { totals, times, missed, held, promises } = report;
  const { t, whole, minutes } = wording;
  const count = (visits: number) => ({ count: whole(visits) });
  const facts: (DayFact | null)[] = [
    totals.services === totals.outcomes.served
      ? null
      : {
          label: t('report.services'),
          said: t('report.served-services', {
            services: whole(totals.services),
            visits: whole(totals.outcomes.served),
          }),
        },
    times.rewaitingTime.count === 0
      ? null
      : {
          label: t('report.rewaiting-time'),
          said: t('report.rewaiting-said', {
            ...count(times.rewaitingTime.count),
            median: minutes(times.rewaitingTime.median),
            longest: minutes(times.rewaitingTime.longest),
          }),
        },
    bookingFact(report, wording),
    missed.visits === 0
      ? null
      : {
          label: t('report.missed'),
          said: t('report.missed-said', { ...count(missed.visits), byHub: whole(missed.byHub) }),
        },
    held.visits === 0
      ? null
      : {
          label: t('report.held'),
          said: t('report.held-said', { ...count(held.visits), minutes: minutes(held.time) }),
        },
    promises === null
      ? null
      : {
          label: t('report.promises'),
          said: t('report.promises-said', {
            ...count(promises.known),
            share: whole(shareOf(promises)),
          }),
        },
    totals.carriedOver === 0
      ? null
      : {
          label: t('report.carried-over'),
          said: t('report.carried-over-said', count(totals.carriedOver)),
        },
    totals.unspoken === 0
      ? null
      : {
          label: t('report.unspoken'),
          said: t('report.unspoken-said', {
            count: whole(totals.unspoken),
            calls: whole(totals.announcements),
          }),
        },
    totals.slipsUnproved === 0
      ? null
      : {
          label: t('report.slips-unproved'),
          said: t('report.slips-unproved-said', {
            count: whole(totals.slipsUnproved),
            slips: whole(totals.slips),
          }),
        },
    priorityFact(report, wording),
    rejoinedFact(report, wording),
  ];
  return facts.filter((fact) => fact !== null);
}

/** In whole per cent, and 100 only when all were kept. */
function shareOf({ known, kept }: NonNullable<DayReport['promises']>): number {
  return Math.floor((100 * kept) / known);
}

function bookingFact({ bookings, dayClosed }: DayReport, { t, whole }: Wording): DayFact | null {
  if (bookings.made === 0) return null;
  const { made, checkedIn, late, cancelled, notCome } = bookings;
  return {
    label: t('report.bookings'),
    said: t('report.bookings-said', {
      made: whole(made),
      came: whole(checkedIn),
      late: whole(late),
      cancelled: whole(cancelled),
      notCome: `${t(notComeKey(dayClosed))} ${whole(notCome)}`,
    }),
  };
}

/** The text for an unused booking: until the day is closed the visitor may still come. */
export function notComeKey(dayClosed: boolean) {
  return dayClosed ? 'report.bookings-not-come' : 'report.bookings-still-expected';
}

function priorityFact({ priority }: DayReport, { t, whole, name }: Wording): DayFact | null {
  if (priority.visits === 0 && priority.groups.length === 0) return null;
  const groups = priority.groups.map((group) => `${name(group.name)}:\u00a0${whole(group.count)}`);
  return { label: t('report.priority'), said: [whole(priority.visits), ...groups].join(' · ') };
}

function rejoinedFact({ missed }: DayReport, { t, whole }: Wording): DayFact | null {
  const numbers = missed.rejoined.map(({ number }) => number);
  if (numbers.length === 0) return null;
  const said = numbers.slice(0, MAX_NUMBERS).join(', ');
  const rest = numbers.length - MAX_NUMBERS;
  const more = rest > 0 ? ` ${t('report.more', { count: whole(rest) })}` : '';
  return { label: t('report.rejoined'), said: `${said}${more}` };
}

/** Numbers that a fact counts but does not list. */
export function rejoinedCutShort({ missed }: DayReport, { t }: Wording): readonly NumberList[] {
  const numbers = missed.rejoined.map(({ number }) => number);
  return numbers.length > MAX_NUMBERS ? [{ label: t('report.rejoined'), numbers }] : [];
}

/** Two side by side where they fit, then the long ones, wrapped; returns the y below. */
export function drawFacts(sheet: Sheet, facts: readonly DayFact[], { x, y, width }: Spot): number {
  const half = (width - GUTTER) / 2;
  const isShort = (fact: DayFact) =>
    labelWidth(sheet, fact) + sheet.widthOf(fact.said, SIZE) <= half;
  const short = facts.filter(isShort);
  let bottom = y + Math.ceil(short.length / 2) * ROW;
  for (const [index, fact] of short.entries()) {
    const left = x + (index % 2) * (half + GUTTER);
    const baseline = y + (Math.floor(index / 2) + 1) * ROW - RISE;
    const label = drawLabel(sheet, fact, left, baseline);
    const at = { x: left + label, y: baseline, width: half - label };
    sheet.line(fact.said, { ...at, size: SIZE });
  }
  for (const fact of facts.filter((each) => !isShort(each))) {
    const label = drawLabel(sheet, fact, x, bottom + ROW - RISE);
    const at = { x: x + label, y: bottom + ROW - RISE - SIZE, width: width - label };
    bottom = sheet.paragraph(fact.said, { ...at, size: SIZE }) + RISE - 1;
  }
  return bottom;
}

function drawLabel(sheet: Sheet, fact: DayFact, x: number, y: number): number {
  const width = labelWidth(sheet, fact);
  sheet.line(fact.label, { x, y, width, size: SIZE, colour: SOFT_INK });
  return width;
}

function labelWidth(sheet: Sheet, { label }: DayFact): number {
  return sheet.widthOf(label, SIZE) + LABEL_GAP;
}
