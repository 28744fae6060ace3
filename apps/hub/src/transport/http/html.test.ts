import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontFacesOf, HOME_CSS } from './html.ts';

const TOKENS = new URL('../../../../../packages/ui/src/tokens.css', import.meta.url);

describe('the style of the hub’s own pages', () => {
  it('has the colours and the font of all others', () => {
    const tokens = readFileSync(TOKENS, 'utf8');
    const colours = HOME_CSS.match(/--color-[\w-]+: [^;]+;/g) ?? [];
    expect(colours.length).toBeGreaterThan(5);
    expect(colours.filter((each) => !tokens.includes(each))).toEqual([]);
    expect(tokens).toContain("'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif");
    expect(HOME_CSS).toContain("'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif");
  });

  it('takes its fonts from a built page, wherever that names them from', () => {
    const face = (url: string) => `@font-face{font-family:X;src:url(${url})format("woff2")}`;
    const css = `a{b:c}${face('./x-400.woff2')}p{}${face('data:font/woff2;base64,AA')}`;
    expect(fontFacesOf(css, '/counter/assets/')).toBe(
      `${face('/counter/assets/x-400.woff2')}\n${face('data:font/woff2;base64,AA')}`,
    );
  });
});
