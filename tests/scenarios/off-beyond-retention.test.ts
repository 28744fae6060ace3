import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type CommandId, type CounterId, type Instant } from '@motcua/domain';
import {
  createHub,
  type Hub,
  type Identity,
  runScheduledCommands,
  verifyDatabase,
} from '@motcua/hub';
import { plainTicket, PROTOCOL_VERSION } from '@motcua/protocol';
import { backupsIn } from '../../apps/hub/src/backups/backup-folder.ts';
import { runCommandLine } from '../../apps/hub/src/command-line/run-command-line.ts';
import { makeDayReport } from '../../apps/hub/src/reads/day-report.ts';
import { readData } from '../../apps/hub/src/doctor/data-checks.ts';
import { replayHistory } from '../../apps/hub/src/estimates/replay-history.ts';
import { createBackupJob } from '../../apps/hub/src/backups/back-up.ts';
import { forgetOldVisits } from '../../apps/hub/src/jobs/forget-old-visits.ts';
import { read, type ReadTask } from '../../apps/hub/src/reads/read-task.ts';
import { restoreBackup } from '../../apps/hub/src/backups/restore.ts';
import { createFeed } from '../../apps/hub/src/standby/feed.ts';
import { positionOf } from '../../apps/hub/src/standby/replication-position.ts';
import { aLog } from '../../apps/hub/src/transport/builders.ts';
import { welcome } from '../../apps/hub/src/transport/sockets/welcome.ts';
import { aroundTheClock, createFakeClock, kimBoi, setUpCentre } from '@motcua/testing';
import { MONDAY, SERVICES } from './centre-day.ts';

const DAY_MS = 24 * 3_600_000;
const MONDAY_AT_NINE = Date.UTC(2026, 10, 23, 2) as Instant;
const KIOSK = { deviceId: 'kiosk-1', deviceRole: 'kiosk', personId: null, personRole: null };
const LAN = { deviceId: null, deviceRole: null, personId: 'lan', personRole: 'clerk' };
const AT_COUNTER = { counterId: 'counter-2' as CounterId };

// A week is the least that a centre may keep; Tết takes longer.
describe.each([7, 90])('a hub that was off for longer than the %i days of retention', (kept) => {
  let folder: string;
  let dataDir: string;
  let clock: ReturnType<typeof createFakeClock>;
  let hub: Hub;
  let hashOfMonday: string;
  let lastOfMonday: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-pause-'));
    dataDir = join(folder, 'hub');
    clock = createFakeClock(MONDAY_AT_NINE);
    hub = createHub({ dataDir, now: clock.now });
    const centre = aroundTheClock(kimBoi);
    await setUpCentre(hub, { ...centre, site: { ...centre.site, retentionDays: kept } });
    await takeNumber('first');
    await give({ ...AT_COUNTER, type: 'open-counter', training: false }, LAN);
    await give({ ...AT_COUNTER, type: 'call-next', finishCurrent: false }, LAN);
    lastOfMonday = hub.state.seq;
    hashOfMonday = hub.store.journal.headHash();
    hub.close();

    clock.advance((kept + 3) * DAY_MS);
    hub = createHub({ dataDir, now: clock.now });
    await runScheduledCommands(hub);
    expect(await forget(hub)).toBe(1);
    expect(hub.store.journal.forgottenThrough()).toBeGreaterThan(0);
    hub.close();
    hub = createHub({ dataDir, now: clock.now });
  });
  afterEach(() => {
    hub.close();
    rmSync(folder, { recursive: true });
  });

  let asked = 0;
  async function give(wish: object, identity: object) {
    const commandId = `command-${(asked += 1)}` as CommandId;
    return hub.execute({ ...wish, commandId } as never, identity as Identity);
  }
  const takeNumber = (commandId: string) =>
    hub.execute(
      { ...plainTicket(SERVICES.birth as never), commandId: commandId as CommandId },
      KIOSK as Identity,
    );
  const helloFrom = (lastSeq: number) =>
    welcome(
      hub,
      {
        ...{ protocolVersion: PROTOCOL_VERSION, role: 'admin', deviceToken: null },
        ...{ lastSeq, history: hub.store.history.read() },
      },
      { deviceId: null, deviceRole: null, personId: 'dung', personRole: 'head' } as never,
    );
  async function motcua(...args: readonly string[]): Promise<string> {
    let said = '';
    const code = await runCommandLine([...args, '--data', dataDir], {
      out: (text) => void (said += String(text)),
      explain: (text) => void (said += text),
    });
    return `${code}: ${said}`;
  }

  it('restarts, and issues numbers from the first one on', async () => {
    expect(hub.state.today).toBe(addDays(MONDAY, kept + 3));
    expect(await takeNumber('next')).toMatchObject({
      value: [{ visit: { ticket: { number: 'H001' } } }],
    });
    // A command repeated after all that time no longer gets its former answer.
    expect(await takeNumber('first')).toMatchObject({
      value: [{ visit: { ticket: { number: 'H002' } } }],
    });
    expect(await give({ ...AT_COUNTER, type: 'undo' }, LAN)).toMatchObject({ ok: false });
  });

  it('is consistent for verify, with an older head hash too, and for the doctor', async () => {
    expect(verifyDatabase(hub.store.db).differences).toEqual([]);
    expect(await motcua('verify')).toMatch(/^0: The stored state agrees/);
    expect(await motcua('verify', '--head-hash', hashOfMonday)).toMatch(/^0:/);
    expect(readData(dataDir).finding.key).toBe('doctor.data-ok');
  });

  it('lets clients catch up, and a standby continue or restart', () => {
    expect(helloFrom(lastOfMonday)).toMatchObject({ type: 'catch-up' });
    expect(helloFrom(0).type).toBe('catch-up');
    const feed = createFeed(hub, (cause) => expect.unreachable(String(cause)));
    for (const position of [positionOf(hub.store.db), { ...positionOf(hub.store.db), seq: 0 }])
      feed.open(position, { send: () => undefined, end: () => undefined })();
    feed.stop();
  });

  it('reports each day: a deleted one from its figures, the others from the journal', () => {
    expect(makeDayReport(hub, MONDAY).totals.issued).toBe(1);
    for (let days = 1; days <= kept + 3; days += 1)
      expect(makeDayReport(hub, addDays(MONDAY, days)).totals.issued).toBe(0);
  });

  it('searches and learns from what is left', () => {
    const found = hub.store.records.find({
      ...{ from: 0 as Instant, to: (clock.now() + DAY_MS) as Instant, limit: 1_000 },
    });
    expect(found.some(({ fact }) => fact.type === 'visits-forgotten')).toBe(true);
    expect(found.some(({ fact }) => fact.type === 'ticket-issued')).toBe(false);
    expect(hub.store.records.issuedOffline(0)).toEqual([]);
    expect(() => replayHistory(hub.store.journal)).not.toThrow();
    expect([...hub.store.journal.eachCommand()].length).toBeGreaterThan(0);
    expect(hub.store.journal.ofDay(MONDAY).some(({ type }) => type === 'ticket-issued')).toBe(
      false,
    );
  });

  it('can be backed up, and the backup can be restored and started', async () => {
    const backups = join(folder, 'backups');
    const job = createBackupJob(hub, backups, aLog([]));
    expect(await job.run({ ...LAN } as never)).toBeNull();
    await job.stop();
    const [newest] = backupsIn(backups);
    const restored = join(folder, 'restored');
    restoreBackup(join(backups, newest?.name ?? ''), restored, clock.now());
    const again = createHub({ dataDir: restored, now: clock.now });
    expect(again.state.today).toBe(hub.state.today);
    again.close();
  });

  it('is not called consistent when a start would fail', async () => {
    hub.store.db.exec(`UPDATE journal SET by = 'x' WHERE seq = (SELECT max(seq) FROM journal)`);
    expect(await motcua('verify')).toMatch(/^1: /);
    expect(readData(dataDir).finding.level).toBe('bad');
  });
});

/** Read in this process; a hub uses a separate one. */
function forget(hub: Hub): Promise<number> {
  return forgetOldVisits(hub, {
    async text(task: ReadTask) {
      const pieces: string[] = [];
      for await (const piece of read(hub, task)) pieces.push(String(piece));
      return pieces.join('');
    },
  });
}
