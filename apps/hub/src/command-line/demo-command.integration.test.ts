import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from './run-command-line.ts';

describe('motcua demo july', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-demo-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function motcua(...args: readonly string[]) {
    const explained: string[] = [];
    const code = await runCommandLine(args, {
      out: () => {},
      explain: (text) => explained.push(text),
    });
    return { code, explained: explained.join('') };
  }

  it('refuses a folder that is not empty, and leaves it as it is', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'ours');
    expect(await motcua('demo', 'july', '--data', folder)).toEqual({
      code: 1,
      explained: `${folder} is not empty; made-up data only go into an empty folder.\n`,
    });
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });
});

describe('motcua report month', () => {
  it('refuses complaints that are no number', async () => {
    const explained: string[] = [];
    const args = ['report', 'month', '2025-07', '--complaints', 'none'];
    const streams = { out: () => {}, explain: (text: string) => explained.push(text) };
    expect(await runCommandLine(args, streams)).toBe(1);
    expect(explained.join('')).toBe('"none" is not a number of complaints such as 0.\n');
  });
});
