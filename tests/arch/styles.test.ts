import { readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paths, ROOT, sourceFiles } from './source-files.ts';

const classesIn = (css: string): ReadonlySet<string> =>
  new Set(
    Array.from(
      css
        .replaceAll(/\/\*[\s\S]*?\*\/|'[^']*'|[\w-]+:\s[^;{}]*;/g, '')
        .matchAll(/\.(-?[a-z][\w-]*)/gi),
      ([, name]) => name ?? '',
    ),
  );

const modules = new Map(
  paths()
    .filter((path) => path.endsWith('.module.css'))
    .map((path) => [path, classesIn(readFileSync(join(ROOT, path), 'utf8'))]),
);

interface Reader {
  readonly path: string;
  readonly module: string;
  readonly names: readonly string[];
  /** Reads names that are only known at run time. */
  readonly computes: boolean;
}

/** What components read from their modules by `const css = classNames(styles)`. */
const readers: readonly Reader[] = sourceFiles()
  .filter(({ path }) => /\.tsx?$/.test(path))
  .flatMap(({ path, text }) =>
    Array.from(
      text.matchAll(/^import (\w+) from '(\.[^']+\.module\.css)';$/gm),
      ([, styles = '', from = '']) => {
        const css = new RegExp(`const (\\w+) = classNames\\(${styles}\\)`).exec(text)?.[1] ?? '';
        const args = Array.from(text.matchAll(new RegExp(`\\b${css}\\(([^)]*)\\)`, 'g')), (call) =>
          (call[1] ?? '').replaceAll(/=== '[^']*'/g, ''),
        );
        return {
          path,
          module: posix.join(posix.dirname(path), from),
          names: args
            .flatMap((each) => Array.from(each.matchAll(/'([^']*)'/g), (quoted) => quoted[1] ?? ''))
            .filter((name) => name !== ''),
          computes: args
            .flatMap((each) => each.replaceAll(/'[^']*'/g, '').split(','))
            .some((each) => !/^([^?]*\?\s*:)?\s*$/.test(each)),
        };
      },
    ),
  );

describe('CSS modules', () => {
  it('have every class that a component reads', () => {
    const missing = readers.flatMap(({ path, module, names }) =>
      names
        .filter((name) => modules.get(module)?.has(name) !== true)
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('have no class that no component reads', () => {
    const unread = [...modules].flatMap(([module, classes]) => {
      const of = readers.filter((reader) => reader.module === module);
      if (of.some(({ computes }) => computes)) return [];
      const names = new Set(of.flatMap((reader) => reader.names));
      return [...classes].filter((name) => !names.has(name)).map((name) => `${module}: ${name}`);
    });
    expect(unread).toEqual([]);
  });

  it('have all classes but those of the tokens: nothing else that is global names any', () => {
    const named = paths()
      .filter((path) => /^(apps|packages)\/.*(?<!\.module)\.css$/.test(path))
      .filter((path) => path !== 'packages/ui/src/tokens.css')
      .flatMap((path) =>
        Array.from(classesIn(readFileSync(join(ROOT, path), 'utf8')), (name) => `${path}: ${name}`),
      );
    expect(named).toEqual([]);
  });

  it('have a name of their own in each page, because their classes are named after them', () => {
    const appOf = (path: string) => (path.startsWith('apps/') ? path.split('/')[1] : null);
    const meet = (a: string, b: string) =>
      appOf(a) === appOf(b) || appOf(a) === null || appOf(b) === null;
    const all = [...modules.keys()];
    const twice = all.filter((path) =>
      all.some(
        (other) => other !== path && basename(other) === basename(path) && meet(other, path),
      ),
    );
    expect(twice).toEqual([]);
  });
});
