import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paths, type SourceFile, sourceFiles } from './source-files.ts';

/** Other words for what docs/glossary.md names, in the rules, the wire, the journal and reports. */
const OTHER_WORDS =
  /\w*(customer|citizen|patient|coupon|agent|desk|requeue|branch|strategy|notification)\w*/gi;

/** Words that a reader of the field would not search for, in any code. */
const PRIVATE_WORDS =
  /\w*(customer|citizen|coupon|requeue|desk(?!top)|situation|witness|dice|teller|knock|overslept|nobody|somebody|everybody|anybody|whoever)\w*/gi;

const VAGUE_PERSONS = /\b(nobody|somebody|anybody|everybody|whoever)\b/i;

const PRIVATE_NAMES =
  /(^|-)(alone|coupon|desk|dice|door|doubts?|everybody|hear|knock|look|nobody|safekeeping|seal|situation|somebody|tell|teller|wish|wishes|witness)(-|\.|$)/;

/** What is still to be renamed. Only remove from these lists. */
const LEFT = {
  code: [
    ['apps/counter/', /desk|nobody|anybody/i],
    ['apps/kiosk/', /desk/i],
    ['tests/faults/', /desk/i],
    ['apps/hub/', /situation|nobody|everybody|anybody|whoever/i],
    ['packages/domain/', /situation|nobody|anybody/i],
    ['packages/store/', /nobody|everybody/i],
  ],
  comments: /^(apps\/(hub|admin)|packages\/(client|domain|protocol|store))\//,
  titles: /^(apps\/(hub|admin|counter)|packages\/(client|domain|store))\//,
  names: /^apps\/admin\/src\/safekeeping\//,
} as const;

const files = sourceFiles().filter(({ path }) => path !== 'tests/arch/words.test.ts');

/** The titles of a test file's tests and groups. */
function titlesOf({ text }: SourceFile): readonly string[] {
  const found = text.matchAll(
    /\b(?:it|test|describe)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g,
  );
  return Array.from(found, ([, , title = '']) => title);
}

const isLeft = (path: string, word: string): boolean =>
  LEFT.code.some(([folder, words]) => path.startsWith(folder) && words.test(word));

describe('words', () => {
  it('of the glossary name the things of rules, wire, journal and reports', () => {
    const wrong = files
      .filter(
        ({ path, isTest }) =>
          /^packages\/(domain|protocol|store|reports)\/src\//.test(path) && !isTest,
      )
      .flatMap(({ path, code }) =>
        Array.from(code.matchAll(OTHER_WORDS), ([word]) => `${path}: ${word}`),
      );
    expect(wrong).toEqual([]);
  });

  it('of code are standard ones', () => {
    const wrong = files.flatMap(({ path, code }) =>
      Array.from(code.matchAll(PRIVATE_WORDS), ([word]) => word)
        .filter((word) => !isLeft(path, word))
        .map((word) => `${path}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of comments name who or what is meant', () => {
    const wrong = files
      .filter(({ path }) => !LEFT.comments.test(path))
      .flatMap(({ path, comments }) =>
        comments
          .filter((comment) => VAGUE_PERSONS.test(comment) || /^Who\b/.test(comment))
          .map((comment) => `${path}: ${comment}`),
      );
    expect(wrong).toEqual([]);
  });

  it('of test titles name who or what is meant', () => {
    const wrong = files
      .filter(({ path, isTest }) => isTest && !LEFT.titles.test(path))
      .flatMap((file) =>
        titlesOf(file)
          .filter((title) => VAGUE_PERSONS.test(title))
          .map((title) => `${file.path}: ${title}`),
      );
    expect(wrong).toEqual([]);
  });

  it('of file names are standard ones', () => {
    const wrong = paths().filter(
      (path) => PRIVATE_NAMES.test(basename(path)) && !LEFT.names.test(path),
    );
    expect(wrong).toEqual([]);
  });
});
