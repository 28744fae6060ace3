import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const GROUNDS = ['paper', 'surface', 'sunken'];
const WORDS = ['ink', 'ink-soft', 'primary', 'danger', 'warning', 'success', 'accent'];
const PAIRS: readonly (readonly [words: string, ground: string])[] = [
  ...WORDS.flatMap((words) => GROUNDS.map((ground) => [words, ground] as const)),
  ...['primary', 'danger', 'warning', 'success', 'accent'].flatMap(
    (tone) =>
      [
        [`on-${tone}`, tone],
        [tone, `${tone}-soft`],
        ['ink', `${tone}-soft`],
      ] as const,
  ),
  ['on-primary', 'primary-strong'],
  ['on-danger', 'danger-strong'],
];

describe.each([
  ['light', ':root'],
  ['dark', "[data-theme='dark']"],
])('the %s colours', (_name, selector) => {
  const colours = coloursOf(selector);

  it.each(PAIRS)('have a contrast of at least 7:1 for %s on %s', (words, ground) => {
    expect(contrast(colours, words, ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(GROUNDS)(
    'have a contrast of at least 3:1 for edges and the focus ring on %s',
    (ground) => {
      expect(contrast(colours, 'line-strong', ground)).toBeGreaterThanOrEqual(3);
      expect(contrast(colours, 'focus', ground)).toBeGreaterThanOrEqual(3);
    },
  );
});

function coloursOf(selector: string): ReadonlyMap<string, string> {
  const from = css.indexOf(`${selector} {`);
  const block = css.slice(from, css.indexOf('\n}', from));
  return new Map(
    Array.from(block.matchAll(/--color-([\w-]+): (#\w{6});/g), ([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

/** WCAG 2.2, "contrast ratio". */
function contrast(colours: ReadonlyMap<string, string>, a: string, b: string): number {
  const [darker = 0, lighter = 0] = [a, b]
    .map((name) => luminance(colours.get(name) ?? 'none'))
    .toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [r = NaN, g = NaN, b = NaN] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
