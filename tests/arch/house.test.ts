import { REFUSAL_CODES } from '@motcua/domain';
import { LANGUAGES, texts } from '@motcua/i18n';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, paths, ROOT, sourceFiles } from './source-files.ts';

const MAX_LINES = 400;
const VAGUE = /(^|[/-])(utils?|helpers?|manager|misc|types)(\.|\/|-|$)/;

const files = sourceFiles();
const tests = files.filter(({ isTest }) => isTest);

describe('files', () => {
  it(`have at most ${MAX_LINES} lines`, () => {
    const styles = paths()
      .filter((path) => path.endsWith('.css'))
      .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
    const long = [...files, ...styles]
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > MAX_LINES);
    expect(long).toEqual([]);
  });

  it('are named in kebab-case', () => {
    const wrong = files
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/^[a-z\d]+(-[a-z\d]+)*(\.[a-z\d]+(-[a-z\d]+)*)*$/.test(path.split('/').at(-1) ?? ''),
      );
    expect(wrong).toEqual([]);
  });

  it('are named after what they hold', () => {
    expect(files.map(({ path }) => path).filter((path) => VAGUE.test(path))).toEqual([]);
  });

  it('are written in NFC, so that Vietnamese has a single spelling', () => {
    const wrong = files
      .filter(({ text }) => text !== text.normalize('NFC'))
      .map(({ path }) => path);
    // Only tests of normalization may use decomposed letters.
    expect(wrong.filter((path) => !path.endsWith('.test.ts'))).toEqual([]);
  });
});

describe('code', () => {
  const product = files.filter(({ isTest }) => !isTest);

  it('exports by name', () => {
    const wrong = product
      .filter(({ code }) => /^export default /m.test(code))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('has no enums and no namespaces', () => {
    const wrong = product
      .filter(({ code }) => /^(export )?(const |declare )?(enum|namespace) /m.test(code))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('names relative imports with their ending', () => {
    const wrong = files
      .filter(({ text }) => /from '\.{1,2}\/[^']*(?<!\.(ts|tsx|css|json|mjs|svg|png))';/.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

describe('packages', () => {
  it('document what every exported function and class takes and returns', () => {
    const silent = files
      .filter(({ path, isTest }) => /^packages\/\w+\/src\/.*\.ts$/.test(path) && !isTest)
      // Builders are named after what they build.
      .filter(({ path }) => !path.endsWith('/builders.ts'))
      .flatMap(({ path, text }) =>
        Array.from(
          text.matchAll(/(?<!\*\/\n)^export (?:async )?(?:function\*?|class) (\w+)/gm),
          ([, name]) => `${path}: ${name}`,
        ),
      );
    expect(silent).toEqual([]);
  });
});

describe('tests', () => {
  it('exist', () => {
    expect(tests.length).toBeGreaterThan(5);
  });

  it('have titles in the present tense', () => {
    const wrong = tests
      .filter(({ text }) =>
        /\b(it|test)(\.each\([\s\S]*?\))?\(\s*['"`][^'"`]*\bshould\b/.test(text),
      )
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('are all run: none is singled out or skipped', () => {
    const wrong = tests
      .filter(({ code }) => /\b(it|test|describe)\.(only|skip|todo)\b/.test(code))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('print why where they may be skipped', () => {
    const printing = new Map(files.map(({ path, text }) => [path, /\bconsole\.\w+\(/.test(text)]));
    const wrong = tests.filter(
      (file) =>
        /\b(skipIf|runIf)\(/.test(file.code) &&
        printing.get(file.path) !== true &&
        !importsOf(file).some(
          (name) => printing.get(posix.join(dirname(file.path), name)) === true,
        ),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('do not sleep', () => {
    const wrong = tests.filter(
      ({ code, text }) =>
        /\bsetTimeout\(/.test(code) || /setTimeout[^;]*from 'node:timers\/promises'/.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('do not mock modules', () => {
    const wrong = tests.filter(({ code }) => /\bvi\.(mock|doMock)\(/.test(code));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('refusals', () => {
  it.each(LANGUAGES)('have a text in %s for every code', (language) => {
    const t = texts(language);
    const silent = REFUSAL_CODES.filter((code) => t(`refusal.${code}`).trim() === '');
    expect(silent).toEqual([]);
  });
});

describe('the compiler', () => {
  it('knows every tsconfig from the root one, so that lint finds the types of every file', () => {
    const found = paths()
      .filter((path) => /(^|\/)tsconfig[^/]*\.json$/.test(path))
      .map((path) => `./${path}`);
    const root = readFileSync(join(ROOT, 'tsconfig.json'), 'utf8');
    const named = Array.from(root.matchAll(/"path": "([^"]+)"/g), ([, path = '']) => path);
    expect(named.toSorted()).toEqual(found.toSorted());
  });
});
