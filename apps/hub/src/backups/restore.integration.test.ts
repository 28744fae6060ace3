import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { T0 } from '@motcua/domain/builders';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHub } from '../engine/hub.ts';
import { writeBackup } from './write-backup.ts';
import { restoreBackup } from './restore.ts';

describe('what a restore leaves beside the data', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-restore-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('holds what was there before, and nothing confidential', async () => {
    const hub = createHub({ dataDir: dir, now: () => T0 });
    const file = join(dir, 'one.backup');
    await writeBackup(hub.store.db, file, T0, { pace: 'at-once' });
    hub.store.db.exec(`INSERT INTO sealed (seq, body) VALUES (1, 'con trai')`);
    hub.close();
    expect(readFileSync(join(dir, 'motcua.db')).includes('con trai')).toBe(true);

    const { keptAs } = restoreBackup(file, dir, T0);
    expect(keptAs).not.toBeNull();
    for (const name of readdirSync(dir, { withFileTypes: true }))
      if (name.isFile())
        expect([name.name, readFileSync(join(dir, name.name)).includes('con trai')]).toEqual([
          name.name,
          false,
        ]);
    expect(readdirSync(dir).filter((name) => name.includes('-before-'))).toHaveLength(1);
  });
});
