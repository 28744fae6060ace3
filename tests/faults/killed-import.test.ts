import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CommandId, LocalDate, PersonId } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { createHub, type Identity, verifyDatabase } from '@motcua/hub';
import type { DossierChange } from '@motcua/protocol';
import { watchStatements } from './watched-database.ts';

const HEAD: Identity = {
  deviceId: null,
  deviceRole: null,
  personId: 'dung' as PersonId,
  personRole: 'head',
};
const FACTS = 5;
const ROWS = 20;

let scratch: string;
let stopWatching = () => {};
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'motcua-import-'));
});
afterEach(() => {
  stopWatching();
  rmSync(scratch, { recursive: true, force: true });
});

it('an import that is killed at any statement is there as a whole or not at all', async () => {
  const dataDir = join(scratch, 'alive');
  const deaths: string[] = [];
  const now = () => T0;
  let isImporting = false;
  stopWatching = watchStatements((sql, when) => {
    if (!isImporting) return;
    if (when === 'after' && sql !== 'COMMIT') return;
    const dir = join(scratch, String(deaths.length));
    mkdirSync(dir);
    for (const file of ['motcua.db', 'motcua.db-wal'])
      if (existsSync(join(dataDir, file))) copyFileSync(join(dataDir, file), join(dir, file));
    deaths.push(dir);
  });
  const hub = createHub({ dataDir, now });
  isImporting = true;
  const written = await hub.execute(
    {
      commandId: 'import' as CommandId,
      ...{ type: 'import-table', importId: 'import', kind: 'dossiers', seq: hub.state.seq },
      counts: { added: FACTS * ROWS, changed: 0, removed: 0 },
      facts: Array.from({ length: FACTS }, (_, part) => ({
        type: 'dossiers-changed',
        changes: Array.from({ length: ROWS }, (_row, at) => aNewDossier(part * ROWS + at)),
      })),
      takesBack: null,
    },
    HEAD,
  );
  stopWatching();
  hub.close();
  expect(written.ok).toBe(true);
  expect(deaths.length).toBeGreaterThan(FACTS * ROWS);

  const found = new Set<number>();
  for (const dir of deaths) {
    const again = createHub({ dataDir: dir, now });
    const { imported, db } = again.store;
    expect(verifyDatabase(db).differences).toEqual([]);
    expect(imported.newest(9)).toHaveLength(imported.dossiers().length > 0 ? 1 : 0);
    found.add(imported.dossiers().length);
    again.close();
  }
  expect([...found]).toEqual([0, FACTS * ROWS]);
});

function aNewDossier(n: number): DossierChange {
  return {
    before: null,
    after: {
      code: `H44.01-250701-${String(n).padStart(4, '0')}`,
      ...{ procedure: '', procedureCode: null, field: null, channel: 'online' },
      received: { day: '2025-07-01' as LocalDate, time: null },
      ...{ due: null, resolved: null },
    },
  };
}
