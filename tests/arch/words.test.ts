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

const files = sourceFiles().filter(({ path }) => path !== 'tests/arch/words.test.ts');

/** The titles of a test file's tests and groups. */
function titlesOf({ text }: SourceFile): readonly string[] {
  const found = text.matchAll(
    /\b(?:it|test|describe)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g,
  );
  return Array.from(found, ([, , title = '']) => title);
}

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
      Array.from(code.matchAll(PRIVATE_WORDS), ([word]) => `${path}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of comments name who or what is meant', () => {
    const wrong = files.flatMap(({ path, comments }) =>
      comments
        .filter((comment) => VAGUE_PERSONS.test(comment) || /^Who\b/.test(comment))
        .map((comment) => `${path}: ${comment}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of test titles name who or what is meant', () => {
    const wrong = files
      .filter(({ isTest }) => isTest)
      .flatMap((file) =>
        titlesOf(file)
          .filter((title) => VAGUE_PERSONS.test(title))
          .map((title) => `${file.path}: ${title}`),
      );
    expect(wrong).toEqual([]);
  });

  it('of file names are standard ones', () => {
    const wrong = paths().filter((path) =>
      path.split('/').some((name) => PRIVATE_NAMES.test(name)),
    );
    expect(wrong).toEqual([]);
  });
});
