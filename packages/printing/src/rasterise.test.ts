import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BAND_LINES, rasterBands } from './escpos/raster-bands.ts';
import type { Bitmap } from './printer.ts';
import { measureText, rasteriseSlip, warmUp } from './rasterise.ts';
import type { SlipItem, TextItem } from './slip-drawing.ts';

const isBlack = ({ widthDots, bits }: Bitmap, x: number, y: number) =>
  ((bits[y * Math.ceil(widthDots / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;

/** The bounding box of all black dots, null on white paper. */
function ink(bitmap: Bitmap) {
  let box: { left: number; top: number; right: number; bottom: number } | null = null;
  for (let y = 0; y < bitmap.heightDots; y += 1)
    for (let x = 0; x < bitmap.widthDots; x += 1) {
      if (!isBlack(bitmap, x, y)) continue;
      box ??= { left: x, top: y, right: x, bottom: y };
      box = {
        left: Math.min(box.left, x),
        top: box.top,
        right: Math.max(box.right, x),
        bottom: y,
      };
    }
  return box;
}

const aText = (text: string, sizeDots: number, weight: 400 | 600 | 700, x: number): TextItem => {
  const ascent = Math.ceil(sizeDots * 1.17);
  const width = Math.ceil(measureText(text, sizeDots, weight));
  const height = ascent + Math.ceil(sizeDots * 0.27);
  const y = 20;
  const place = { x, y, width, height, baseline: y + ascent };
  return { type: 'text', text, ...place, sizeDots, weight, stretch: 1 };
};

const draw = (...items: readonly SlipItem[]) =>
  rasteriseSlip({ widthDots: 576, heightDots: 100, items });

/** All 134 letters with marks, in both cases, in rows that fit. */
const MARKED = [
  'ĂẮẰẲẴẶ ÂẤẦẨẪẬ ÁÀẢÃẠ ÊẾỀỂỄỆ',
  'ÉÈẺẼẸ ÔỐỒỔỖỘ ƠỚỜỞỠỢ ÓÒỎÕỌ',
  'ƯỨỪỬỮỰ ÚÙỦŨỤ ÍÌỈĨỊ ÝỲỶỸỴ Đ',
];

describe('letters', () => {
  it.each([...MARKED, ...MARKED.map((row) => row.toLowerCase())])(
    'with marks stay inside their line: %s',
    (row) => {
      for (const sizeDots of [20, 24, 30])
        for (const weight of [400, 600, 700] as const) {
          const item = aText(row, sizeDots, weight, 16);
          const black = ink(draw(item));
          expect(black?.top).toBeGreaterThanOrEqual(item.y);
          expect(black?.bottom).toBeLessThan(item.y + item.height);
          expect(black?.left).toBeGreaterThanOrEqual(item.x);
          expect(black?.right).toBeLessThanOrEqual(item.x + item.width);
        }
    },
  );

  it('are in the font: each looks different from a missing one', () => {
    const missing = Buffer.from(draw(aText('\u{10FFFD}', 40, 400, 16)).bits).toString('latin1');
    for (const letter of MARKED.join('').replaceAll(' ', '')) {
      const drawn = Buffer.from(draw(aText(letter, 40, 400, 16)).bits).toString('latin1');
      expect(drawn).not.toBe(missing);
    }
  });

  it('look the same at every position', () => {
    const at = (x: number) => ink(draw(aText('Số thứ tự', 28, 600, x)));
    const width = (x: number) => (at(x)?.right ?? 0) - (at(x)?.left ?? 0);
    expect([17, 18, 19, 20, 21, 22, 23].map(width)).toEqual(Array(7).fill(width(16)));
  });
});

describe('a raster', () => {
  it('is the same the second time, from the cache', () => {
    const item = aText('Quầy dự kiến', 28, 400, 33);
    expect(draw(item)).toEqual(draw(item));
  });

  it('draws white letters in a black box', () => {
    const text = aText('ƯU TIÊN', 32, 700, 40);
    const box = {
      type: 'box',
      x: 20,
      y: text.y,
      width: text.width + 40,
      height: text.height,
    } as const;
    const bitmap = draw({ ...box, text });
    expect(isBlack(bitmap, 30, text.y + 20)).toBe(true);
    const inverted = ink(draw(text));
    expect(inverted).not.toBeNull();
    let white = 0;
    for (let x = text.x; x < text.x + text.width; x += 1)
      if (!isBlack(bitmap, x, text.baseline - 8)) white += 1;
    expect(white).toBeGreaterThan(10);
  });

  it('fills exactly the width of a narrowed number', () => {
    const place = { x: 16, y: 0, width: 544, height: 100, baseline: 90 };
    const style = { sizeDots: 110, weight: 700, stretch: 0.8 } as const;
    const black = ink(draw({ type: 'text', text: 'H0210888', ...place, ...style }));
    expect(black?.left).toBeGreaterThanOrEqual(16);
    expect(black?.right).toBeLessThan(560);
  });

  it('can be warmed up twice', () => {
    const before = draw(aText('Xin', 28, 400, 16));
    warmUp();
    expect(draw(aText('Xin', 28, 400, 16))).toEqual(before);
  });
});

describe('bands', () => {
  it('contain every line once, none with more than 255', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 640 }), fc.nat(1200), (widthDots, heightDots) => {
        const rowBytes = Math.ceil(widthDots / 8);
        const bits = Uint8Array.from({ length: rowBytes * heightDots }, (_, at) => at % 251);
        const said = rasterBands({ widthDots, heightDots, bits });
        const parts: Uint8Array[] = [];
        for (let at = 0; at < said.length;) {
          const lines = said[at + 6] ?? 0;
          expect(Array.from(said.subarray(at, at + 4))).toEqual([0x1d, 0x76, 0x30, 0]);
          expect((said[at + 4] ?? 0) + 256 * (said[at + 5] ?? 0)).toBe(rowBytes);
          expect(lines).toBeGreaterThan(0);
          expect(lines).toBeLessThanOrEqual(MAX_BAND_LINES);
          expect(said[at + 7]).toBe(0);
          parts.push(said.subarray(at + 8, at + 8 + rowBytes * lines));
          at += 8 + rowBytes * lines;
        }
        expect(Buffer.concat(parts).equals(Buffer.from(bits))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
