import type { Section } from '../sections/period-sections.ts';
import { cellWords } from '../sections/cell-words.ts';
import { INK, SOFT_INK, type Sheet, type Spot } from './sheet.ts';
import { CELL_SIZE } from './table.ts';
import { HEAD_SIZE } from './title-lines.ts';
import type { Wording } from '../sections/wording.ts';

export const MAP_ROW = 13;
const LABELS = 84;
/** From paper to the darkest shade; a shade is told by its lightness alone, so it survives a copier. */
const PAPER = [255, 255, 255] as const;
const DARKEST = [31, 78, 121] as const;
/** From here on white letters are easier to read. */
const DARK = 0.55;

export interface MapSpot extends Spot {
  /** The value of the darkest shade, the same on every page. */
  readonly highest: number;
}

/** A table whose cells are the darker, the higher their value; the value stands in each. Returns the y below. */
export function drawHeatMap(
  sheet: Sheet,
  { id, head, rows }: Section,
  wording: Wording,
  { x, y, width, highest }: MapSpot,
): number {
  const [corner, ...hours] = head;
  const cellWidth = (width - LABELS) / Math.max(1, hours.length);
  const left = (index: number) => x + LABELS + index * cellWidth;
  const baseline = (top: number) => top + MAP_ROW / 2 + CELL_SIZE * 0.36;
  sheet.group('Table', () => {
    sheet.group('TR', () => {
      const style = {
        y: baseline(y),
        size: HEAD_SIZE,
        weight: 'medium',
        colour: SOFT_INK,
        tag: 'TH',
      } as const;
      sheet.line(corner, { ...style, x: x + 3, width: LABELS - 6 });
      for (const [index, hour] of hours.entries())
        sheet.line(hour, { ...style, x: left(index), width: cellWidth, align: 'centre' });
    });
    for (const [row, { label, cells }] of rows.entries()) {
      const top = y + (row + 1) * MAP_ROW;
      const style = { y: baseline(top), size: CELL_SIZE } as const;
      sheet.group('TR', () => {
        sheet.line(label, { ...style, x: x + 3, width: LABELS - 6, tag: 'TH' });
        for (const [index, cell] of cells.entries()) {
          const share = highest === 0 ? 0 : (cell.value ?? 0) / highest;
          sheet.decorate((pdf) =>
            pdf.rect(left(index) + 0.5, top + 0.5, cellWidth - 1, MAP_ROW - 1).fill(shade(share)),
          );
          const isEmpty = cell.value === null || cell.value === 0;
          sheet.line(isEmpty ? '·' : cellWords(cell, wording, id), {
            ...style,
            ...{ x: left(index), width: cellWidth, align: 'centre', tag: 'TD' },
            colour: share >= DARK ? '#ffffff' : INK,
          });
        }
      });
    }
  });
  return y + (rows.length + 1) * MAP_ROW;
}

function shade(share: number): [number, number, number] {
  const mix = (index: 0 | 1 | 2) =>
    Math.round(PAPER[index] + (DARKEST[index] - PAPER[index]) * share);
  return [mix(0), mix(1), mix(2)];
}
