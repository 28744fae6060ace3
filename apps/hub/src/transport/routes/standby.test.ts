import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aHttpHub } from '../builders.ts';

describe('the copy for a standby', () => {
  it('is never left behind, also when the hub was killed meanwhile', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'motcua-copies-'));
    const left = ['motcua-copy-1.backup', 'motcua-copy-2.backup.part', 'motcua-2026.backup'];
    for (const name of left) writeFileSync(join(dir, name), 'everything');
    const site = await aHttpHub({ dataDir: dir }, dir);
    await site.close();
    const there = readdirSync(dir).filter((name) => name.includes('.backup'));
    rmSync(dir, { recursive: true });
    expect(there).toEqual(['motcua-2026.backup']);
  });
});
