import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ONE_PERSON,
  CHOSEN_REASONS,
  type CommandId,
  type CounterId,
  type DeviceId,
  type Instant,
  type PersonId,
  type QueueId,
  type ServiceId,
  type VisitId,
} from '@motcua/domain';
import { createHub, type Hub, type Identity, THE_HUB_ITSELF, verifyDatabase } from '@motcua/hub';
import type { CommandType } from '@motcua/protocol';
import { parseCommand } from '@motcua/protocol/parse';
import { eraseFromWal } from '@motcua/store';
import {
  aroundTheClock,
  createFakeClock,
  type FakeClock,
  kimBoi,
  setUpCentre,
} from '@motcua/testing';
import { createLog } from '../../apps/hub/src/operations/log.ts';
import { createBackupJob } from '../../apps/hub/src/backups/back-up.ts';
import { logCommands } from '../../apps/hub/src/operations/log-commands.ts';
import { writeDayReport } from '../../apps/hub/src/reads/day-report.ts';
import { read } from '../../apps/hub/src/reads/read-task.ts';
import { MONDAY, SERVICES, TUESDAY } from './centre-day.ts';

const SECRET = 'BICAYEURIENG';
const BIRTH = SERVICES['birth'] as ServiceId;
const COUNTER = 'counter-2' as CounterId;
const KIOSK: Identity = {
  ...{ deviceId: 'kiosk-1' as DeviceId, deviceRole: 'kiosk', personId: null, personRole: null },
};
const DISPLAY: Identity = { ...KIOSK, deviceId: 'display-1' as DeviceId, deviceRole: 'display' };
const LAN: Identity = {
  ...{ deviceId: null, deviceRole: null, personId: 'lan' as PersonId, personRole: 'clerk' },
};
const HEAD: Identity = { ...LAN, personId: 'dung' as PersonId, personRole: 'head' };
const ABOUT = { priorityGroupId: null, needs: [], party: ONE_PERSON } as const;

interface Given {
  readonly by: Identity;
  readonly wish: object;
}
type Room = { readonly visitId: VisitId; readonly printJobId: string; readonly number: string };

/** Every command with a marked text in each of its free-text fields. */
const COMMANDS: { readonly [T in CommandType]: (room: Room) => readonly Given[] } = {
  'issue-ticket': () => [
    {
      by: LAN,
      wish: { serviceIds: [BIRTH], language: 'vi', ...ABOUT, reason: SECRET, training: false },
    },
  ],
  'check-in': () => [{ by: KIOSK, wish: { code: SECRET, language: 'vi', ...ABOUT } }],
  'step-out': ({ visitId }) => [
    { by: KIOSK, wish: { visitId: SECRET, wish: 'hold' } },
    { by: KIOSK, wish: { visitId, wish: 'hold' } },
  ],
  'make-booking': () => [
    { by: LAN, wish: { serviceId: BIRTH, startsAt: Date.UTC(2026, 10, 24, 3) } },
  ],
  'cancel-booking': () => [{ by: LAN, wish: { bookingId: 'none' } }],
  'set-care': ({ visitId }) => [
    { by: LAN, wish: { visitId, care: { needs: [], priorityGroupId: null, note: SECRET } } },
  ],
  'set-kiosk': () => [{ by: LAN, wish: { deviceId: 'none', locked: false, training: false } }],
  'withdraw-numbers': () => [{ by: HEAD, wish: { deviceId: 'none' } }],
  'report-print': ({ printJobId }) => [
    { by: KIOSK, wish: { printJobId, report: { state: 'printed', proof: 'proved' } } },
  ],
  'resolve-print': ({ printJobId }) => [{ by: LAN, wish: { printJobId, resolution: 'helped' } }],
  'print-again': ({ visitId }) => [{ by: LAN, wish: { visitId, kioskId: 'kiosk-1' } }],
  'settle-ticket': () => [
    {
      by: KIOSK,
      wish: {
        ticket: {
          ...{ visitId: 'visit-of-kiosk', printJobId: 'job-of-kiosk', number: 'HR77', day: MONDAY },
          ...{ arrivedAt: 0, serviceIds: [BIRTH], language: 'vi', ...ABOUT, bookedFor: null },
        },
        ...{ print: { state: 'printed', proof: 'proved' }, resolution: null, instead: null },
      },
    },
  ],
  'open-counter': () => [{ by: LAN, wish: { counterId: COUNTER, training: false } }],
  'close-counter': () => [{ by: LAN, wish: { counterId: COUNTER } }],
  'pause-counter': () => [{ by: LAN, wish: { counterId: COUNTER, reason: 'lunch' } }],
  'resume-counter': () => [{ by: LAN, wish: { counterId: COUNTER } }],
  'call-next': () => [{ by: LAN, wish: { counterId: COUNTER, finishCurrent: false } }],
  'act-on-visit': ({ visitId }) =>
    [
      { type: 'set-priority', priority: 'priority' },
      { type: 'set-priority', priority: 'normal' },
      { type: 'set-party', party: { people: 2, files: 1, proxy: false } },
      { type: 'add-service', serviceId: SERVICES['true copy'] },
      { type: 'reserve', reservedFor: { type: 'counter', counterId: COUNTER } },
      { type: 'reserve', reservedFor: null },
      { type: 'transfer', toQueueId: 'none' as QueueId, reservedFor: null, andBack: false },
      { type: 'postpone', minutes: 5 },
      { type: 'call' },
      { type: 'recall' },
      { type: 'start-service' },
      { type: 'park', shared: false },
      { type: 'send-back' },
      { type: 'mark-no-show' },
      { type: 'reinstate' },
      { type: 'cancel', as: 'left' },
      { type: 'drop-service', serviceId: BIRTH },
      { type: 'return' },
      { type: 'go-on' },
      { type: 'finish' },
    ].flatMap((action) =>
      [LAN, HEAD].map((by) => ({
        by,
        wish: { visitId, counterId: COUNTER, action, note: SECRET, reason: SECRET },
      })),
    ),
  'undo': () => [{ by: LAN, wish: { counterId: COUNTER } }],
  'report-announcement': () => [
    { by: DISPLAY, wish: { announcementId: 'none', report: { state: 'played' } } },
  ],
  'report-condition': () => [{ by: KIOSK, wish: { condition: { printer: 'ready', sound: null } } }],
  // What the centre publishes about itself is not confidential.
  'put-setting': () => [],
  'remove-setting': () => [{ by: HEAD, wish: { kind: 'counter', id: 'none' } }],
};

describe('a confidential text', () => {
  let folder: string;
  let clock: FakeClock;
  let hub: Hub;
  let asked = 0;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-words-'));
    mkdirSync(join(folder, 'backups'));
    clock = createFakeClock(Date.UTC(2026, 10, 23, 2) as Instant);
    hub = createHub({ dataDir: join(folder, 'hub'), now: clock.now });
    await setUpCentre(hub, aroundTheClock(kimBoi));
  });
  afterEach(() => {
    hub.close();
    rmSync(folder, { recursive: true });
  });

  async function give(to: Hub, type: string, { by, wish }: Given) {
    const commandId = `command-${(asked += 1)}` as CommandId;
    const command = parseCommand({ ...wish, type, commandId });
    if (!command.ok) throw new Error(`${type}: ${JSON.stringify(command.refusal)}`);
    clock.advance(1_000);
    return to.execute(command.value, by);
  }
  async function aRoom(): Promise<Room> {
    const given = await give(hub, 'issue-ticket', {
      by: KIOSK,
      wish: { serviceIds: [BIRTH], language: 'vi', ...ABOUT, reason: null, training: false },
    });
    const [issued] = given.ok ? given.value : [];
    if (issued?.type !== 'ticket-issued') throw new Error(JSON.stringify(given));
    const { visit, printJob } = issued;
    return { visitId: visit.id, printJobId: printJob?.id ?? '', number: visit.ticket.number };
  }
  /** Every file under the folder that contains the word. */
  function holding(dir: string, word: string): readonly string[] {
    return readdirSync(dir).flatMap((name) => {
      const path = join(dir, name);
      if (statSync(path).isDirectory()) return holding(path, word);
      return readFileSync(path).includes(word) ? [name] : [];
    });
  }
  async function exported(): Promise<string> {
    const query = { from: MONDAY, to: TUESDAY };
    const pieces: string[] = [];
    for await (const piece of read(hub, { type: 'journal-csv', query, language: 'en' }))
      pieces.push(String(piece));
    return pieces.join('');
  }
  async function backUp(): Promise<void> {
    const job = createBackupJob(
      hub,
      join(folder, 'backups'),
      createLog({ level: 'silent', file: null }),
    );
    expect(await job.run(THE_HUB_ITSELF)).toBeNull();
    await job.stop();
  }

  it('is gone the next day, whatever command it came with, from every file, export and log', async () => {
    const log = createLog({ level: 'trace', file: join(folder, 'hub.log') });
    const logged = logCommands(log)(hub.submit);
    let accepted = 0;
    for (const [type, made] of Object.entries(COMMANDS)) {
      await give(hub, 'open-counter', { by: LAN, wish: { counterId: COUNTER, training: false } });
      for (const given of made(await aRoom())) {
        const answer = await give({ ...hub, execute: executeBy(logged) }, type, given);
        if (answer.ok && JSON.stringify(given.wish).includes(SECRET)) accepted += 1;
      }
    }
    // Staff must be able to read it on the day.
    expect(accepted).toBeGreaterThan(8);
    const { state, store } = hub;
    expect(JSON.stringify(store.journal.ofDay(state.today))).toContain(SECRET);
    expect(holding(join(folder, 'hub'), SECRET)).not.toEqual([]);
    expect(await exported()).not.toContain(SECRET);
    await backUp();
    expect(holding(join(folder, 'backups'), SECRET)).toEqual([]);

    clock.advance(24 * 3_600_000);
    await aRoom();
    expect(eraseFromWal(store.db)).toBe(true);
    await backUp();
    expect(verifyDatabase(store.db).differences).toEqual([]);
    expect(JSON.stringify([...store.journal.each()])).not.toContain(SECRET);
    expect(await exported()).not.toContain(SECRET);
    for (const format of ['csv', 'json'] as const) {
      const report = String(await writeDayReport(hub, MONDAY, format, 'vi'));
      expect(report).toContain('2026');
      expect(report).not.toContain(SECRET);
    }
    expect(holding(folder, SECRET)).toEqual([]);
    expect(holding(folder, '"command":"act-on-visit"')).toEqual(['hub.log']);
    expect(dirname(store.db.name)).toBe(join(folder, 'hub'));
  });

  it('is different from a listed reason, which stays to explain a wait later', async () => {
    for (const reason of CHOSEN_REASONS) {
      const { visitId } = await aRoom();
      const wish = { visitId, counterId: null, action: { type: 'cancel', as: 'left' } };
      const answer = await give(hub, 'act-on-visit', {
        by: LAN,
        wish: { ...wish, note: null, reason },
      });
      expect(answer.ok).toBe(true);
    }
    clock.advance(24 * 3_600_000);
    await aRoom();
    const kept = hub.store.journal.ofDay(MONDAY).flatMap(({ by }) => by.reason ?? []);
    expect(new Set(kept)).toEqual(new Set(CHOSEN_REASONS));
    expect(await exported()).toContain('The visitor has left');
  });

  it('includes why a priority was removed, even when it was chosen from the list', async () => {
    const { visitId } = await aRoom();
    await give(hub, 'set-care', {
      by: LAN,
      wish: { visitId, care: { needs: ['deaf'], priorityGroupId: null, note: '' } },
    });
    for (const priority of ['priority', 'normal'])
      await give(hub, 'act-on-visit', {
        by: LAN,
        wish: {
          ...{ visitId, counterId: null, note: null, reason: 'help' },
          action: { type: 'set-priority', priority },
        },
      });
    const today = hub.store.journal.ofDay(MONDAY).filter(({ by }) => by.reason === 'help');
    expect(today.length).toBeGreaterThan(1);
    clock.advance(24 * 3_600_000);
    await aRoom();
    expect(hub.store.journal.ofDay(MONDAY).filter(({ by }) => by.reason !== null)).toEqual([]);
  });
});

/** A hub's promise over what is measured and logged on its way. */
function executeBy(submit: Hub['submit']): Hub['execute'] {
  return (command, identity, reason = null) =>
    new Promise((resolve) => submit(command, identity, reason, resolve));
}
