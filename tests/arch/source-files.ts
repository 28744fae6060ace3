import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const PLACES = ['packages', 'apps', 'hardware', 'scripts', 'tests'];
const LEFT_OUT = /^(node_modules|dist(\..*)?|packs|data|coverage|test-results)$/;

export interface SourceFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text without comments and string contents. */
  readonly code: string;
  /** The text of each comment, consecutive lines joined. */
  readonly comments: readonly string[];
  readonly isTest: boolean;
}

/** Every TypeScript and plain JavaScript file of the project. */
export function sourceFiles(): readonly SourceFile[] {
  return paths()
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const isTest = /\.test\.tsx?$/.test(path);
      return { path, text, code: codeOf(text), comments: commentsOf(text), isTest };
    });
}

/** Every project file in the five folders. */
export function paths(): readonly string[] {
  return PLACES.flatMap((place) => walk(join(ROOT, place)));
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [relative(ROOT, path).split(sep).join('/')];
  });
}

/** All imports of a file, static and dynamic, including types. */
export function importsOf({ text }: SourceFile): readonly string[] {
  const found = text.matchAll(
    /(?:^|[\n;])\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'/g,
  );
  return Array.from(found, ([, still, dynamic]) => still ?? dynamic ?? '');
}

function codeOf(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(?<=^|[\s;{}(,])\/\/.*$/gm, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replaceAll(/(?<==)"[^"\n]*"/g, '""');
}

function commentsOf(text: string): readonly string[] {
  const found = text.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/.*(?:\n\s*\/\/.*)*/gm);
  return Array.from(found, ([comment]) =>
    comment
      .replaceAll(/^\s*(?:\/\*+|\*\/|\*(?!\/)|\/\/)|\*\/$/gm, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}
