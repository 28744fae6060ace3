import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Sentence } from './sentence.ts';

/** Writes what the person asked for; `what` names it in the sentence of a failure. */
export function writeOut(what: string, file: string, bytes: Uint8Array | string): void {
  try {
    writeFileSync(file, bytes);
  } catch (cause) {
    throw new Sentence(`The ${what} cannot be written to ${file}: ${whyNot(cause)}.`, { cause });
  }
}

/** The text of a file that a person names; larger ones are not read. */
export function readIn(file: string, mostBytes: number): string {
  try {
    if (statSync(file).size > mostBytes) throw new Sentence(`${file} is too large to be read.`);
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Sentence) throw cause;
    throw new Sentence(`${file} cannot be read: ${whyNot(cause)}.`, { cause });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'this is not allowed',
  EPERM: 'this is not allowed',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
};

function whyNot(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return REASONS[code] ?? (code === '' ? String(cause) : code);
}
