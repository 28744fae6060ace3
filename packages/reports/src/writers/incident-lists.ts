import type { Spot } from './day-opening.ts';
import type { Incident, IncidentList } from './day-tables.ts';
import { INK, SOFT_INK, type Sheet } from './sheet.ts';
import type { Wording } from './wording.ts';

export const INCIDENT_ROW = 10.4;
const GUTTER = 14;
const SIZE = 7.4;

/** The lists side by side, each with at most `most` lines. Gives back the y below the longest. */
export function drawIncidents(
  sheet: Sheet,
  lists: readonly IncidentList[],
  wording: Wording,
  { x, y, width }: Spot,
  most: number,
): number {
  const column = (width + GUTTER) / lists.length;
  const ends = lists.map((list, index) =>
    drawList(sheet, list, wording, { x: x + index * column, y, width: column - GUTTER }, most),
  );
  return Math.max(...ends);
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
  const countWidth = sheet.widthOf(count, 8.6, 'bold');
  const head = { y: y + 4, size: 8.6, weight: 'bold' } as const;
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
  sheet.line(number, { ...at, x: x + 24, width: 27, weight: 'medium' });
  sheet.line(what, { ...at, x: x + 53, width: width - 53 });
}
