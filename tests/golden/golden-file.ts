import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
/** The folder for actual output that differs from the expected. */
const ACTUAL = join(tmpdir(), 'motcua-golden');
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

/** Writes the actual output under the same name in a temporary folder, and returns its path. */
export function writeActual(name: string, content: string | Uint8Array): string {
  return write(join(ACTUAL, name), content);
}

/** The golden file; with `UPDATE_GOLDEN=1` it is first replaced by the actual output. Fails when there is none. */
export function goldenFile(name: string, actual: string | Uint8Array): Buffer {
  const path = join(FOLDER, name);
  if (UPDATE) write(path, actual);
  if (existsSync(path)) return readFileSync(path);
  const kept = writeActual(name, actual);
  throw new Error(`There is no tests/golden/${name}. What came out: ${kept}. ${HOW_TO_ACCEPT}`);
}

export const HOW_TO_ACCEPT = 'When that is right: UPDATE_GOLDEN=1, look at it, commit it.';

/** Fails with the differing lines. */
export function expectGoldenText(name: string, actual: string): void {
  const golden = goldenFile(name, actual).toString('utf8');
  const where =
    actual === golden
      ? ''
      : `tests/golden/${name} differs from ${writeActual(name, actual)}. ${HOW_TO_ACCEPT}`;
  expect(actual, where).toBe(golden);
}

function write(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}
