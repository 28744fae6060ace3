import { needsBaseLine } from '@motcua/domain';
import type { BoxItem, MeasureText, Paper, TextItem } from './slip-drawing.ts';
import type { SlipPen } from './slip-pen.ts';

const MM_PER_INCH = 25.4;
/** Height of `H` in Be Vietnam Pro, relative to the size. */
const CAP_HEIGHT = 0.75;
/** Space for round digits; more for the horn of `Ư` above and the tail of `Q` below the capital letters. */
const ROUND = 0.025;
const MARKED = 0.12;
const PLAIN = /^[#A-IK-PR-Z0-9]*$/u;
/** The line that keeps 690 from being read as 069, relative to the size: as thick as a thin stroke. */
const BASE_LINE = 0.05;
/** Letters narrower than a third of their width are hardly distinguishable. */
export const NARROWEST = 0.34;

/**
 * Draws the number as high as asked (25 mm): one too long for the paper becomes narrower, on 58 mm paper `H021` to half
 * of its width and `A1001` to two fifths. Only seven characters and more become lower there.
 */
export function drawNumber(
  pen: SlipPen,
  number: string,
  capHeightMm: number,
  paper: Paper,
  measure: MeasureText,
): void {
  const wanted = Math.ceil((capHeightMm / MM_PER_INCH) * paper.dpi) / CAP_HEIGHT;
  const widthPerDot = widestWidth(number, measure);
  const highest = pen.inner.width / (widthPerDot * NARROWEST);
  const sizeDots = Math.floor(Math.min(Math.ceil(wanted), highest));
  const stretch = Math.min(1, pen.inner.width / (widthPerDot * sizeDots));
  const natural = letterWidths(number, measure) * sizeDots;
  const width = Math.min(pen.inner.width, Math.ceil(natural * stretch));
  const room = PLAIN.test(number) ? ROUND : MARKED;
  const baseline = pen.y() + Math.ceil(sizeDots * (CAP_HEIGHT + room));
  const item: TextItem = {
    type: 'text',
    text: number,
    x: pen.inner.x + Math.floor((pen.inner.width - width) / 2),
    y: pen.y(),
    width,
    height: baseline - pen.y() + Math.ceil(sizeDots * room),
    baseline,
    sizeDots,
    weight: 700,
    stretch,
  };
  pen.add(item);
  if (!needsBaseLine(number)) return;
  pen.skip(AIR_DOTS);
  const height = Math.ceil(sizeDots * BASE_LINE);
  pen.add({ type: 'rule', x: item.x, y: pen.y(), width, height });
}

/** Widths of the single letters, relative to the size. */
const letterWidths = (text: string, measure: MeasureText) =>
  [...text].reduce((sum, letter) => sum + measure(letter, 100, 700) / 100, 0);

/** As if every digit were the widest one, so that all numbers of a day look alike. */
const widestWidth = (number: string, measure: MeasureText) =>
  letterWidths(number.replaceAll(/\d/gu, '0'), measure);

const PADDING_DOTS = 20;
const AIR_DOTS = 4;

/** A black box around white words, visible across the room. */
export function drawBadge(pen: SlipPen, words: string, sizeDots: number): void {
  const column = { x: pen.inner.x + PADDING_DOTS, width: pen.inner.width - 2 * PADDING_DOTS };
  const style = { sizeDots, weight: 700, align: 'center' } as const;
  pen.skip(AIR_DOTS);
  for (const text of pen.linesOf(words, style, column, pen.y())) {
    const box: BoxItem = {
      type: 'box',
      x: text.x - PADDING_DOTS,
      y: text.y,
      width: text.width + 2 * PADDING_DOTS,
      height: text.height,
      text,
    };
    pen.add(box);
  }
  pen.skip(AIR_DOTS);
}

/** The height in millimetres of the capital letters of a line. */
export function capHeightMm(item: TextItem, dpi: number): number {
  return ((item.sizeDots * CAP_HEIGHT) / dpi) * MM_PER_INCH;
}
