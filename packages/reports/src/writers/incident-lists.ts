import type { Spot } from './day-opening.ts';
import type { Incident, IncidentList } from './day-tables.ts';
import { INK, SOFT_INK, type Sheet } from './sheet.ts';
import type { Wording } from './wording.ts';

export const INCIDENT_ROW = 10.4;
const GUTTER = 14;
const SIZE = 7.4;
const TITLE_SIZE = 8.6;
const NUMBER_AT = 24;
const WORDS_AT = 53;

/** The lists side by side, each with at most `most` lines. Gives back the y below the longest. */
export function drawIncidents(
  sheet: Sheet,
  lists: readonly IncidentList[],
  wording: Wording,
  { x, y, width }: Spot,
  most: number,
): number {
  let left = x;
  const ends = listWidths(sheet, lists, wording, width - GUTTER * (lists.length - 1)).map(
    (own, index) => {
      const list = lists[index];
      const at = { x: left, y, width: own };
      left += own + GUTTER;
      return list === undefined ? y : drawList(sheet, list, wording, at, most);
    },
  );
  return Math.max(...ends);
}

/** The same for all where that is enough for each, else by what each has to say. */
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
  { title, items }: IncidentList,
  { t, whole }: Wording,
  { x, y, width }: Spot,
  most: number,
): number {
  const shown = items.length <= most ? items : items.slice(0, most - 1);
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
      line += INCIDENT_ROW;
      drawIncident(sheet, item, { x, y: line - 1, width });
    }
    if (items.length === 0) note(t('report.none'));
    if (shown.length < items.length)
      note(t('report.more', { count: whole(items.length - shown.length) }));
  });
  return line + 2;
}

function drawIncident(sheet: Sheet, { time, number, what }: Incident, { x, y, width }: Spot): void {
  const at = { y, size: SIZE };
  sheet.line(time, { ...at, x, width: 22, colour: SOFT_INK });
  sheet.line(number, {
    ...at,
    x: x + NUMBER_AT,
    width: WORDS_AT - NUMBER_AT - 2,
    weight: 'medium',
  });
  sheet.line(what, { ...at, x: x + WORDS_AT, width: width - WORDS_AT });
}
