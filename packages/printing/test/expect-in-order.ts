import { expect } from 'vitest';
import { measureText } from '../src/rasterise.ts';
import type { Paper, SlipDrawing, SlipItem } from '../src/slip-drawing.ts';
import { textsOf } from './a-slip.ts';

const overlap = (a: SlipItem, b: SlipItem) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Everything is on the paper, and nothing covers another. */
export function expectInOrder(drawing: SlipDrawing, { widthDots, marginDots }: Paper): void {
  for (const [index, item] of drawing.items.entries()) {
    expect(item.x).toBeGreaterThanOrEqual(marginDots);
    expect(item.x + item.width).toBeLessThanOrEqual(widthDots - marginDots);
    expect(item.y).toBeGreaterThanOrEqual(marginDots);
    expect(item.y + item.height).toBeLessThanOrEqual(drawing.heightDots - marginDots);
    const others = drawing.items.slice(index + 1);
    expect(others.filter((other) => overlap(item, other))).toEqual([]);
  }
  for (const text of textsOf(drawing)) {
    const width = measureText(text.text, text.sizeDots, text.weight) * text.stretch;
    // Kerning differs in a line measured word by word; the painter narrows it by these last dots.
    expect(width).toBeLessThanOrEqual(text.width * 1.04 + 2);
  }
}
