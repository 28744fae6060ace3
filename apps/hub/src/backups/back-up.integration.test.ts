import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandId, Instant, BackupSettings } from '@motcua/domain';
import { USUAL_BACKUP_SETTINGS } from '@motcua/domain';
import { minutesAfterT0, T0 } from '@motcua/domain/builders';
import { checkBackup } from '@motcua/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHub, type Hub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { addPerson } from '../identity/people.ts';
import { restoreBackup } from './restore.ts';
import { aLog } from '../transport/builders.ts';
import { verifyDatabase } from '../operations/verify.ts';
import { type BackupJob, createBackupJob } from './back-up.ts';

const SEVEN_IN_THE_EVENING = minutesAfterT0(11 * 60);
const CHEAP = { memoryKib: 8, passes: 1, lanes: 1 };

describe('the backup job', () => {
  let dir: string;
  let folder: string;
  let now: Instant;
  let hub: Hub;
  let job: BackupJob;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-job-'));
    folder = join(dir, 'backups');
    now = T0;
    hub = createHub({ dataDir: join(dir, 'hub'), now: () => now, secretCost: CHEAP });
    job = createBackupJob(hub, folder, aLog([]));
    const lan = { name: 'Lan', login: 'lan', role: 'clerk' } as const;
    expect(await addPerson(hub, lan, THE_HUB_ITSELF)).toMatchObject({ ok: true });
  });
  afterEach(async () => {
    await job.stop();
    hub.close();
    rmSync(dir, { recursive: true });
  });

  const set = (part: Partial<BackupSettings>) =>
    hub.execute(
      {
        commandId: `set-${JSON.stringify(part)}` as CommandId,
        type: 'put-setting',
        setting: { kind: 'safekeeping', value: { ...USUAL_BACKUP_SETTINGS, ...part } },
      },
      THE_HUB_ITSELF,
    );

  it('makes a backup in the evening, and not a second one', async () => {
    now = (SEVEN_IN_THE_EVENING - 1) as Instant;
    job.tick();
    expect(job.state()).toMatchObject({ running: false, newest: null });
    now = SEVEN_IN_THE_EVENING;
    job.tick();
    expect(await job.run(THE_HUB_ITSELF)).toBeNull();
    const { newest } = job.state();
    expect(newest).toMatchObject({ name: 'motcua-2026-11-23-190000.backup', madeAt: now });
    now = minutesAfterT0(20 * 60);
    job.tick();
    expect(job.state()).toMatchObject({ running: false, count: 1 });
  });

  it('makes what only its owner may read, and what can be restored', async () => {
    await job.run(THE_HUB_ITSELF);
    const file = join(folder, job.state().newest?.name ?? '');
    if (process.platform !== 'win32') {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
    restoreBackup(file, join(dir, 'other'), now);
    const restored = createHub({ dataDir: join(dir, 'other'), now: () => now });
    expect(verifyDatabase(restored.store.db).differences).toEqual([]);
    expect([...restored.state.people.values()].map(({ name }) => name)).toEqual(['Lan']);
    expect(restored.store.history.read()).toEqual({
      ...hub.store.history.read(),
      epoch: Number(now),
      life: restored.store.history.read().life,
    });
    restored.close();
  });

  it('is recorded in the journal, with its author', async () => {
    const lan = [...hub.state.people.keys()][0] ?? null;
    await job.run({ ...THE_HUB_ITSELF, personId: lan });
    const [note] = hub.store.journal.between(hub.state.seq - 1, hub.state.seq);
    expect(note).toMatchObject({ type: 'door-noted', event: 'backup-made', by: { personId: lan } });
  });

  it('keeps as many as the centre has set, the newest of them, and deletes no other files', async () => {
    await set({ backupsKept: 2 });
    await job.run(THE_HUB_ITSELF);
    writeFileSync(join(folder, 'photo.jpg'), '');
    writeFileSync(join(folder, 'motcua-2026-11-22-190000.backup.part'), 'interrupted');
    for (const minutes of [1, 2, 3]) {
      now = minutesAfterT0(minutes);
      expect(await job.run(THE_HUB_ITSELF)).toBeNull();
    }
    expect(readdirSync(folder).toSorted()).toEqual([
      'motcua-2026-11-23-080200.backup',
      'motcua-2026-11-23-080300.backup',
      'photo.jpg',
    ]);
  });

  it('reports why it failed, keeps the existing ones, and tries again later', async () => {
    await job.run(THE_HUB_ITSELF);
    const before = job.state().newest;
    await job.stop();
    writeFileSync(join(dir, 'file'), '');
    job = createBackupJob(hub, join(dir, 'file', 'backups'), aLog([]));
    now = SEVEN_IN_THE_EVENING;
    expect(await job.run(THE_HUB_ITSELF)).toBe('cannot-write');
    expect(job.state().failure).toEqual({ at: now, problem: 'cannot-write' });
    job.tick();
    expect(job.state().running).toBe(false);
    now = minutesAfterT0(11 * 60 + 10);
    job.tick();
    expect(job.state().running).toBe(true);
    expect(await job.run(THE_HUB_ITSELF)).toBe('cannot-write');
    expect(checkBackup(join(folder, before?.name ?? ''))).toMatchObject({ madeAt: T0 });
  });

  it('leaves nothing unfinished when the hub is closed meanwhile', async () => {
    const made = job.run(THE_HUB_ITSELF);
    await job.stop();
    expect(await made).toBe('stopped');
    expect(readdirSync(folder)).toEqual([]);
    expect(await job.run(THE_HUB_ITSELF)).toBe('stopped');
  });
});
