import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

/** Every font face that draws names: on the slip (packages/printing) or in a report (packages/reports). */
const FACES = ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold', '700Bold'];
const FILE = new URL('../packages/domain/src/text/drawable-letters.ts', import.meta.url);
/** Lower code points are control characters. */
const FIRST = 0x20;

/** First and last of each run of code points that all faces have, in order. */
export function drawableRanges(): readonly (readonly [number, number])[] {
  const { resolve } = createRequire(new URL('../packages/printing/package.json', import.meta.url));
  const sets = FACES.map((face) => {
    const file = resolve(`@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`);
    const font = create(readFileSync(file));
    if (!('characterSet' in font)) throw new TypeError(`Not a font: ${file}`);
    return new Set(font.characterSet);
  });
  const [first, ...others] = sets;
  const common = [...(first ?? [])]
    .filter((code) => code >= FIRST && others.every((set) => set.has(code)))
    .toSorted((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const code of common) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}

if (import.meta.main) {
  const rows = drawableRanges().map(
    ([from, to]) => `  [0x${from.toString(16)}, 0x${to.toString(16)}],`,
  );
  writeFileSync(
    FILE,
    `/** Made by scripts/make-drawable-letters.ts: the letters that every face of the slip and of the reports can draw. */
export const DRAWABLE_RANGES: readonly (readonly [from: number, to: number])[] = [
${rows.join('\n')}
];
`,
  );
}
