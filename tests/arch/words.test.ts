import { describe, expect, it } from 'vitest';
import { paths, type SourceFile, sourceFiles } from './source-files.ts';

/** Other words for what docs/glossary.md names, in the rules, the wire, the journal and reports. */
const OTHER_WORDS =
  /\w*(customer|citizen|patient|coupon|agent|desk|requeue|branch|strategy|notification)\w*/gi;

/** Words that a reader of the field would not search for, in any code. */
const PRIVATE_WORDS =
  /\w*(customer|citizen|coupon|requeue|desk(?!top)|situation|witness|dice|teller|knock|overslept|nobody|somebody|everybody|anybody|whoever)\w*/gi;

/** Names that were replaced; glossary and wire have others for the same things (the wire's own `care` and `door-noted` stay). */
const REPLACED_NAMES =
  /\b(\w*(upkeep|keeper|keptFor|slipFate|heldBefore|cutDeaf|slowCut|ownLeft|outlooks)\w*|MINDS_\w+|ALONE|DOORS?|(?<!=)door(?!:)|\w*Lanes?|\w*Care|Care\w+|NO_CARE|careAfter|createTries|Tries|TRY_AGAIN_MS|(\w*[a-z])?(Told|Untold)([A-Z]\w*)?|(told|tell)([A-Z]\w*)?|\w*_TOLD|TELL_\w+|look(ed)?(At|Back)[A-Z]?\w*|LOOK_\w+|Moment|Turn|Outlooks?|\w*Stretch|comers?)\b/g;

const VAGUE_PERSONS = /\b(nobody|somebody|anybody|everybody|whoever)\b/i;

const PRIVATE_NAMES =
  /(^|-)(alone|care|coupon|desk|dice|(?<!=)door(?!:)|doubts?|everybody|fate|hear|keeper|knock|lanes?|look|nobody|safekeeping|seal|situation|somebody|tell|teller|told|tries|upkeep|whose|wish|wishes|witness)(-|\.|$)/;

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

  it('of names that were replaced do not come back', () => {
    const wrong = files.flatMap(({ path, code }) =>
      Array.from(code.matchAll(REPLACED_NAMES), ([word]) => `${path}: ${word}`),
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
