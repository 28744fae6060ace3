import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paths, ROOT } from './source-files.ts';

const PAGES = [
  ...['.', 'docs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
  ...paths().filter((path) => path.endsWith('.md')),
].map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

/** The matches of a pattern in each page that are not right. */
function wrong(pattern: RegExp, isRight: (found: string, page: string) => boolean) {
  return PAGES.flatMap(({ path, text }) =>
    Array.from(text.matchAll(pattern), ([, found = '']) => found)
      .filter((found) => !isRight(found, path))
      .map((found) => `${path}: ${found}`),
  );
}

describe('the documentation', () => {
  it('exists', () => {
    expect(PAGES.length).toBeGreaterThan(8);
  });

  it('links to files that exist', () => {
    const exists = (link: string, page: string) => existsSync(join(ROOT, dirname(page), link));
    expect(wrong(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g, exists)).toEqual([]);
  });

  it('names parts of the tree that exist', () => {
    const isThere = (path: string) => existsSync(join(ROOT, path));
    const named = /`((?:apps|docs|hardware|packages|scripts|tests|\.ci)\/[\w./-]*[\w/])`/g;
    expect(wrong(named, isThere)).toEqual([]);
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    expect(wrong(/\bnpm run (?:-s )?([a-z][\w:-]*)/g, (name) => name in scripts)).toEqual([]);

    const folder = join(ROOT, 'apps/hub/src/command-line');
    const has = (name: string) => existsSync(join(folder, `${name}-command.ts`));
    expect(wrong(/\bnpm run -s motcua -- ([a-z]+)/g, has)).toEqual([]);
    expect(wrong(/(?:^|`|sudo )motcua ([a-z]+)(?=`| (?:-|\/|[a-z]+ -))/gm, has)).toEqual([]);
  });
});
