import type { Incident, IncidentList } from './day-tables.ts';
import { INK, SOFT_INK, type Sheet, type Spot } from './sheet.ts';
import type { Wording } from '../sections/wording.ts';

export const INCIDENT_ROW = 10.4;
const GUTTER = 14;
const SIZE = 7.4;
const TITLE_SIZE = 8.6;
const NUMBER_AT = 24;
const WORDS_AT = 53;

/** An incident with its text wrapped. */
interface LaidIncident extends Incident {
  readonly lines: readonly string[];
}

/** A list with its final width. */
export interface LaidList {
  readonly title: string;
  readonly width: number;
  readonly items: readonly LaidIncident[];
}

/** The width of each list beside the others, and its wrapped text. */
export function layIncidents(
  sheet: Sheet,
  lists: readonly IncidentList[],
  wording: Wording,
  width: number,
): readonly LaidList[] {
  const widths = listWidths(sheet, lists, wording, width - GUTTER * (lists.length - 1));
  return lists.map(({ title, items }, index): LaidList => {
    const own = widths[index] ?? 0;
    const laid = items.map((item) => ({
      ...item,
      lines: sheet.wrapped(item.what, own - WORDS_AT, SIZE),
    }));
    return { title, width: own, items: laid };
  });
}

/** Rows of the longest list; an empty one has a row that says so. */
export function incidentRows(lists: readonly LaidList[]): number {
  return Math.max(1, ...lists.map(({ items }) => rowsOf(items)));
}

/** The lists side by side, each with at most `most` rows. Returns the y below the longest. */
export function drawIncidents(
  sheet: Sheet,
  lists: readonly LaidList[],
  wording: Wording,
  { x, y }: Omit<Spot, 'width'>,
  most: number,
): number {
  let left = x;
  const ends = lists.map((list) => {
    const at = { x: left, y, width: list.width };
    left += list.width + GUTTER;
    return drawList(sheet, list, wording, at, most);
  });
  return Math.max(...ends);
}

function rowsOf(items: readonly LaidIncident[]): number {
  return items.reduce((rows, { lines }) => rows + lines.length, 0);
}

/** Whole incidents, and a row for how many more there were; a single one is always shown. */
function shownOf(items: readonly LaidIncident[], most: number): readonly LaidIncident[] {
  if (rowsOf(items) <= most) return items;
  if (items.length === 1) return items.map((item) => ({ ...item, lines: [item.what] }));
  const tooMany = items.findIndex((_, index) => rowsOf(items.slice(0, index + 1)) >= most);
  return items.slice(0, tooMany);
}

/** Equal widths where they suffice, else in proportion to the content. */
function listWidths(
  sheet: Sheet,
  lists: readonly IncidentList[],
  { whole }: Wording,
  width: number,
): readonly number[] {
  const needed = lists.map(({ title, items }) => {
    const words = items.map(({ what }) => WORDS_AT + sheet.widthOf(what, SIZE));
    const head = `${title}  ${whole(items.length)}`;
    return Math.max(sheet.widthOf(head, TITLE_SIZE, 'bold'), ...words) + 1;
  });
  const same = width / lists.length;
  if (needed.every((each) => each <= same)) return lists.map(() => same);
  const sum = needed.reduce((total, each) => total + each, 0);
  return needed.map((each) => (each * width) / sum);
}

function drawList(
  sheet: Sheet,
  { title, items }: LaidList,
  { t, whole }: Wording,
  { x, y, width }: Spot,
  most: number,
): number {
  const shown = shownOf(items, most);
  const count = whole(items.length);
  const countWidth = sheet.widthOf(count, TITLE_SIZE, 'bold');
  const head = { y: y + 4, size: TITLE_SIZE, weight: 'bold' } as const;
  let line = y + 9;
  sheet.group('Sect', () => {
    sheet.line(title, { ...head, x, width: width - countWidth - 6, tag: 'H2' });
    sheet.line(count, { ...head, x, width, align: 'right' });
    sheet.decorate((pdf) =>
      pdf
        .lineWidth(0.5)
        .moveTo(x, line)
        .lineTo(x + width, line)
        .stroke(INK),
    );
    const note = (text: string) => {
      line += INCIDENT_ROW;
      sheet.line(text, { x, y: line - 1, width, size: SIZE, colour: SOFT_INK });
    };
    for (const item of shown) {
      drawIncident(sheet, item, { x, y: line + INCIDENT_ROW - 1, width });
      line += item.lines.length * INCIDENT_ROW;
    }
    if (items.length === 0) note(t('report.none'));
    if (shown.length < items.length)
      note(t('report.more', { count: whole(items.length - shown.length) }));
  });
  return line + 2;
}

function drawIncident(
  sheet: Sheet,
  { time, number, lines }: LaidIncident,
  { x, y, width }: Spot,
): void {
  const at = { y, size: SIZE };
  sheet.line(time, { ...at, x, width: 22, colour: SOFT_INK });
  sheet.line(number, {
    ...at,
    x: x + NUMBER_AT,
    width: WORDS_AT - NUMBER_AT - 2,
    weight: 'medium',
  });
  const words = { ...at, x: x + WORDS_AT, width: width - WORDS_AT };
  sheet.lines(lines, words, INCIDENT_ROW);
}
