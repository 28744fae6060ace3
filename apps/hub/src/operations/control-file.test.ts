import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readControlFile, removeControlFile, writeControlFile } from './control-file.ts';

const IS_WINDOWS = process.platform === 'win32';
if (IS_WINDOWS) console.warn('Skipped: file modes mean nothing on Windows.');

const CONTROL = { url: 'http://127.0.0.1:7100', pid: 4711, controlToken: 'token' };

describe('the control file', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-control-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('is read as it was written, until it is removed', () => {
    writeControlFile(dir, { ...CONTROL, pid: 1 });
    writeControlFile(dir, CONTROL);
    expect(readControlFile(dir)).toEqual({ ...CONTROL, certificate: null });

    removeControlFile(dir);
    removeControlFile(dir);
    expect(readControlFile(dir)).toBeNull();
  });

  it.skipIf(IS_WINDOWS)('is readable by its owner only', () => {
    writeControlFile(dir, CONTROL);

    expect(statSync(join(dir, 'hub.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '{"url":"no address","pid":1,"controlToken":"x"}', '[]'])(
    'counts as absent when it holds %j',
    (content) => {
      writeFileSync(join(dir, 'hub.json'), content);

      expect(readControlFile(dir)).toBeNull();
    },
  );
});
