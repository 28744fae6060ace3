import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { PREFIX_LETTERS, TURNED_SHAPES } from '@motcua/domain';
import { expect, it } from 'vitest';

/** Pixels of the picture of a sign, and of the square that its ink is scaled to. */
const PICTURE = 160;
const SIZE = 40;
/** From here on a sign could be taken for the other; that of an 8 for itself is 0.81. */
const ALIKE = 0.8;
const FACE = '@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf';
GlobalFonts.register(readFileSync(createRequire(import.meta.url).resolve(FACE)), 'Turned');

/** The ink of a sign, cut to its box and scaled to a square, row by row. */
function inkOf(sign: string): readonly boolean[] {
  const canvas = createCanvas(PICTURE, PICTURE);
  const pen = canvas.getContext('2d');
  pen.font = "700 80px 'Turned'";
  pen.fillText(sign, 40, 110);
  const { data } = pen.getImageData(0, 0, PICTURE, PICTURE);
  const isInk = (x: number, y: number) => (data[(y * PICTURE + x) * 4 + 3] ?? 0) > 127;
  const range = Array.from({ length: PICTURE }, (_, at) => at);
  const columns = range.filter((x) => range.some((y) => isInk(x, y)));
  const rows = range.filter((y) => range.some((x) => isInk(x, y)));
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  return Array.from({ length: SIZE * SIZE }, (_, at) => {
    const [column, row] = [(at % SIZE) + 0.5, Math.floor(at / SIZE) + 0.5];
    return isInk(
      Math.floor(left + (column / SIZE) * (right - left + 1)),
      Math.floor(top + (row / SIZE) * (bottom - top + 1)),
    );
  });
}

/** The share of the ink of two signs that both have. */
function likeness(a: readonly boolean[], b: readonly boolean[]): number {
  const both = a.filter((ink, at) => ink && b[at]).length;
  return both / a.filter((ink, at) => ink || b[at]).length;
}

const signs = [...PREFIX_LETTERS, ...'0123456789'];
const ink = new Map(signs.map((sign) => [sign, inkOf(sign)]));

/** What a sign looks like when it is turned over, the likest first. */
function readUpsideDown(sign: string): readonly (readonly [sign: string, likeness: number])[] {
  const turned = (ink.get(sign) ?? []).toReversed();
  return signs
    .map((other) => [other, likeness(turned, ink.get(other) ?? [])] as const)
    .toSorted((a, b) => b[1] - a[1]);
}

// A turned 1 covers little of another 1, and a turned M little of a W; people take them for those all the same.
it.each(Object.entries(TURNED_SHAPES).filter(([sign]) => !'1MW'.includes(sign)))(
  'prints %s so that upside down it is read as %s',
  (sign, turned) => {
    expect(readUpsideDown(sign)[0]?.[0]).toBe(turned);
  },
);

// The tail of a Q shows which way is up; beside an O it is warned about as it is.
it.each(signs.filter((sign) => !Object.hasOwn(TURNED_SHAPES, sign) && sign !== 'Q'))(
  'prints %s so that upside down it is like no sign',
  (sign) => {
    expect(readUpsideDown(sign)[0]?.[1]).toBeLessThan(ALIKE);
  },
);
