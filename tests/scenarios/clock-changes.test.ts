import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addDays,
  type CommandId,
  type CounterId,
  type DeviceId,
  type Instant,
  type LocalDate,
  type PersonId,
  USUAL_BACKUP_SETTINGS,
} from '@motcua/domain';
import {
  createHub,
  createSessions,
  type Hub,
  type Identity,
  runScheduledCommands,
  THE_HUB_ITSELF,
  verifyDatabase,
} from '@motcua/hub';
import { plainTicket } from '@motcua/protocol';
import { aroundTheClock, kimBoi, setUpCentre } from '@motcua/testing';
import {
  type ClockAgreement,
  createClockAgreement,
} from '../../apps/hub/src/clock/clock-agreement.ts';
import { clockStateOf, confirmClock } from '../../apps/hub/src/clock/clock-state.ts';
import { runCommandLine } from '../../apps/hub/src/command-line/run-command-line.ts';
import { makeDayReport } from '../../apps/hub/src/reads/day-report.ts';
import { forgetOldVisits } from '../../apps/hub/src/jobs/forget-old-visits.ts';
import { read, type ReadTask } from '../../apps/hub/src/reads/read-task.ts';
import { createPairingRegister } from '../../apps/hub/src/identity/pairing.ts';
import { aLog } from '../../apps/hub/src/transport/builders.ts';
import { MONDAY, SERVICES, TUESDAY } from './centre-day.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;
const MONDAY_AT_NINE = Date.UTC(2026, 10, 23, 2);
const A_YEAR_ON = addDays(MONDAY, 365);
const KIOSK = { deviceId: 'kiosk-1', deviceRole: 'kiosk', personId: null, personRole: null };
const LAN = { deviceId: null, deviceRole: null, personId: 'lan', personRole: 'clerk' };
const DUNG = { deviceId: null, deviceRole: null, personId: 'dung', personRole: 'head' };
const AT_COUNTER = { counterId: 'counter-2' as CounterId };

describe('a centre whose clock is set', () => {
  let dataDir: string;
  let wall: number;
  let uptime: number;
  let hub: Hub;

  /** Starts the computer after it was off for `offMs`. */
  function start(offMs = 0): void {
    wall += offMs;
    uptime = 0;
    hub = createHub({
      dataDir,
      machine: { wall: () => wall as Instant, uptimeMs: () => uptime },
      secretCost: { memoryKib: 8, passes: 1, lanes: 1 },
    });
  }
  const pass = (ms: number) => {
    wall += ms;
    uptime += ms;
  };

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'motcua-clock-'));
    wall = MONDAY_AT_NINE;
    start();
    await setUpCentre(hub, aroundTheClock(kimBoi));
  });
  afterEach(() => {
    expect(verifyDatabase(hub.store.db).differences).toEqual([]);
    hub.close();
    rmSync(dataDir, { recursive: true });
  });

  let asked = 0;
  const give = (wish: object, identity: object) =>
    hub.execute(
      { ...wish, commandId: `command-${(asked += 1)}` as CommandId } as never,
      identity as Identity,
    );
  async function takeNumber(): Promise<string> {
    const given = await give(plainTicket(SERVICES.birth as never), KIOSK);
    const issued = given.ok ? given.value[0] : null;
    if (issued?.type !== 'ticket-issued') throw new Error(JSON.stringify(given));
    return issued.visit.ticket.number;
  }
  const waiting = () =>
    [...hub.state.visits.values()]
      .filter(({ state }) => state === 'waiting')
      .map(({ ticket }) => ticket.number);
  const problem = () => clockStateOf(hub).problem;
  const facts = () => [...hub.store.journal.each()].map(({ type }) => type);

  describe('a year ahead for five seconds', () => {
    it('closes, deletes and ends nothing, and issues the next number', async () => {
      const sessions = createSessions(hub.store.sessions, hub.now);
      const token = sessions.open('lan' as PersonId);
      const link = sessions.newLink('dung' as PersonId);
      const pairings = createPairingRegister(hub.now);
      pairings.ask({ role: 'display', name: 'TV' }, '192.0.2.1');
      expect(
        await give({ ...AT_COUNTER, type: 'open-counter', training: false }, LAN),
      ).toMatchObject({ ok: true });
      expect(await takeNumber()).toBe('H001');
      pass(MINUTE_MS);

      wall += YEAR_MS;
      await runScheduledCommands(hub);
      expect(await forget(hub)).toBe(0);
      expect(await takeNumber()).toBe('H002');
      expect(problem()).toBe('ahead');
      expect(clockStateOf(hub)).toMatchObject({ today: MONDAY, wallDay: A_YEAR_ON });
      pass(5_000);
      createSessions(hub.store.sessions, hub.now).open('hoa' as PersonId);
      wall -= YEAR_MS;

      expect(problem()).toBeNull();
      expect(hub.state.today).toBe(MONDAY);
      expect(hub.state.counters.get(AT_COUNTER.counterId)?.state).toBe('open');
      expect(waiting()).toEqual(['H001', 'H002']);
      expect(sessions.peek(token)).toBe('lan');
      expect(sessions.takeLink(link)).toBe('dung');
      expect(pairings.waiting()).toHaveLength(1);
      expect(facts()).not.toContain('day-closed');
      expect(hub.state.visits.size).toBe(2);
      const arrivals = Array.from(hub.state.visits.values(), ({ arrivedAt }) => arrivedAt);
      expect(arrivals).toEqual([MONDAY_AT_NINE, MONDAY_AT_NINE + MINUTE_MS]);
    });

    it('ends the day at the trusted clock’s midnight meanwhile', async () => {
      await takeNumber();
      wall += YEAR_MS;
      pass(16 * HOUR_MS);
      await runScheduledCommands(hub);
      expect(hub.state.today).toBe(TUESDAY);
      expect(await takeNumber()).toBe('H001');
    });
  });

  it('is trusted when a person confirms it: tickets issued meanwhile keep their number and wait', async () => {
    await takeNumber();
    hub.close();
    start(YEAR_MS);
    pass(MINUTE_MS);
    expect(problem()).toBe('ahead');
    expect(await give({ ...AT_COUNTER, type: 'open-counter', training: false }, LAN)).toMatchObject(
      {
        ok: true,
      },
    );
    expect(await takeNumber()).toBe('H002');
    pass(10 * MINUTE_MS);
    const confirmed = await confirmClock(hub, DUNG as Identity);

    expect(confirmed).toMatchObject({ ok: true });
    expect(hub.state.today).toBe(A_YEAR_ON);
    expect(problem()).toBeNull();
    expect(waiting()).toEqual(['H002']);
    const [visit] = hub.state.visits.values();
    expect(visit?.arrivedAt).toBe(wall - 10 * MINUTE_MS);
    expect(await takeNumber()).toBe('H001');
    const noted = [...hub.store.journal.each()].find(({ type }) => type === 'clock-confirmed');
    expect(noted).toMatchObject({ from: MONDAY, to: A_YEAR_ON, by: { personId: 'dung' } });
    expect(await confirmClock(hub, DUNG as Identity)).toMatchObject({ ok: false });
  });

  it('cannot be confirmed when it is impossible', async () => {
    wall = 0;
    expect(problem()).toBe('behind');
    expect(await confirmClock(hub, DUNG as Identity)).toMatchObject({
      refusal: { code: 'clock-impossible' },
    });
    expect(await takeNumber()).toBe('H001');
    const [visit] = hub.state.visits.values();
    expect(visit?.arrivedAt).toBe(MONDAY_AT_NINE);
    wall = MONDAY_AT_NINE;
  });

  it.each([3, 10, 30])('continues automatically after %d days off', async (days) => {
    await takeNumber();
    hub.close();
    start(days * DAY_MS);
    await runScheduledCommands(hub);
    expect([problem(), hub.state.today]).toEqual([null, addDays(MONDAY, days)]);
    expect(await takeNumber()).toBe('H001');
  });

  describe('and other computers show the same time', () => {
    const hear = (agreement: ClockAgreement, id: string, address: string, at: number) =>
      agreement.compare(id as DeviceId, address, at as Instant);
    const agreementOf = (of: Hub) =>
      createClockAgreement(of, aLog([]), (address) => address === '192.0.2.1');

    it('is trusted after months off as soon as there are two, and deletes nothing before hours', async () => {
      await takeNumber();
      hub.close();
      start(100 * DAY_MS);
      const agreement = agreementOf(hub);
      hear(agreement, 'display', '192.0.2.1', wall); // the hub's own computer
      hear(agreement, 'kiosk', '192.0.2.2', wall - 5_000);
      hear(agreement, 'kiosk', '192.0.2.3', wall);
      hear(agreement, 'late', '192.0.2.4', wall - 100 * DAY_MS);
      await runScheduledCommands(hub);
      expect(problem()).toBe('ahead');
      hear(agreement, 'display-2', '192.0.2.5', wall + 5_000);
      await expect.poll(problem).toBeNull();
      expect(hub.state.today).toBe(addDays(MONDAY, 100));
      expect(hub.clock.maySweep()).toBe(false);
      expect(await forget(hub)).toBe(0);
      pass(4 * HOUR_MS);
      expect(await forget(hub)).toBe(1);
    });

    it('is not trusted while the hub runs: one time server can have set them all', async () => {
      expect(await takeNumber()).toBe('H001');
      const agreement = agreementOf(hub);
      pass(MINUTE_MS);
      wall += YEAR_MS;
      for (const n of [2, 3, 4]) hear(agreement, `display-${n}`, `192.0.2.${n}`, wall);
      await runScheduledCommands(hub);
      expect([problem(), hub.state.today, waiting()]).toEqual(['ahead', MONDAY, ['H001']]);
      expect(facts()).not.toContain('clock-confirmed');
    });
  });

  it('deletes old data only after the clock was right for hours', async () => {
    await takeNumber();
    hub.close();
    for (let months = 1; months <= 4; months += 1) {
      start(30 * DAY_MS);
      await runScheduledCommands(hub);
      if (months === 4) break;
      await takeNumber();
      hub.close();
    }
    expect(await forget(hub)).toBe(0);
    pass(4 * HOUR_MS);
    expect(await forget(hub)).toBe(1);
  });

  describe('and an older version trusted it', () => {
    /** Two numbers on Monday; then a year ahead for a moment, and back: numbers on a wrong day. */
    beforeEach(async () => {
      await give(
        {
          type: 'put-setting',
          setting: { kind: 'safekeeping', value: { ...USUAL_BACKUP_SETTINGS, backupsKept: 3 } },
        },
        THE_HUB_ITSELF,
      );
      hub.close();
      // A clock that always counts as right, as in the older version.
      hub = createHub({ dataDir, now: () => wall as Instant });
      await takeNumber();
      await takeNumber();
      wall += YEAR_MS;
      await runScheduledCommands(hub);
      wall += 5_000 - YEAR_MS;
      expect(await takeNumber()).toBe('H001');
      expect(await takeNumber()).toBe('H002');
      expect(await takeNumber()).toBe('H003');
      expect(hub.state.today).toBe(A_YEAR_ON);
      hub.close();
    });

    it('reports it, works on, and returns to the true day when a person confirms it', async () => {
      start(HOUR_MS);
      expect(problem()).toBe('behind');
      pass(MINUTE_MS);
      expect(await takeNumber()).toBe('H004');
      expect(await confirmClock(hub, DUNG as Identity)).toMatchObject({ ok: true });

      expect([hub.state.today, problem()]).toEqual([MONDAY, null]);
      // Two slips already have H001 and H002 today: the later ones are listed in the report, the others wait on.
      expect(waiting()).toEqual(['H003', 'H004']);
      expect(await takeNumber()).toBe('H005');
      const before = waiting();
      hub.close();
      start();
      expect([hub.state.today, problem(), waiting()]).toEqual([MONDAY, null, before]);
      expect(await takeNumber()).toBe('H006');
    });

    it('has its own numbers again on the following days, and reports each day', async () => {
      start(DAY_MS);
      expect(await confirmClock(hub, DUNG as Identity)).toMatchObject({ ok: true });
      expect(hub.state.today).toBe(TUESDAY);
      expect(await takeNumber()).toBe('H001');
      pass(DAY_MS);
      await runScheduledCommands(hub);
      expect(hub.state.today).toBe(addDays(TUESDAY, 1));
      const issued = (day: LocalDate) => makeDayReport(hub, day).totals.issued;
      expect([MONDAY, TUESDAY, A_YEAR_ON].map(issued)).toEqual([2, 1, 3]);
    });

    it('reports a repeated day as one', async () => {
      start(HOUR_MS);
      await confirmClock(hub, DUNG as Identity);
      expect(await takeNumber()).toBe('H004');
      const { totals } = makeDayReport(hub, MONDAY);
      expect(totals.issued).toBe(3);
    });

    it('deletes the wrong day with the days around it', async () => {
      start(HOUR_MS);
      await confirmClock(hub, DUNG as Identity);
      await takeNumber();
      for (let weeks = 0; weeks < 14; weeks += 1) {
        hub.close();
        start(7 * DAY_MS);
        await runScheduledCommands(hub);
      }
      pass(4 * HOUR_MS);
      expect(await forget(hub)).toBeGreaterThan(0);
      expect(hub.store.db.prepare('SELECT * FROM visit').all()).toEqual([]);
      expect(facts()).not.toContain('ticket-issued');
      expect(makeDayReport(hub, MONDAY).totals.issued).toBe(3);
      expect(makeDayReport(hub, A_YEAR_ON).totals.issued).toBe(3);
      expect(await forget(hub)).toBe(0);
    });
  });

  it('is reported and corrected on the command line too', async () => {
    hub.close();
    hub = createHub({ dataDir, now: () => wall as Instant });
    // Now is this computer's clock; the data are of a day long after it.
    wall = Date.UTC(2061, 0, 1);
    await runScheduledCommands(hub);
    hub.close();
    const motcua = async (...args: readonly string[]) => {
      let said = '';
      const take = (text: string | Uint8Array) => void (said += String(text));
      const code = await runCommandLine(['clock', ...args, '--data', dataDir], {
        out: take,
        explain: take,
      });
      return `${code} ${said}`;
    };
    expect(await motcua('status')).toMatch(/^0 open day\t2061-01-01\n[^]*is right, say/);
    expect(await motcua('confirm')).toMatch(/^1 [^]*motcua clock reset/);
    expect(await motcua('reset')).toMatch(/^0 The open day was 2061-01-01[^]*agree\.\n$/);
    expect(await motcua('reset')).toMatch(/^0 [^]*agree\.\n$/);
    hub = createHub({ dataDir });
    expect(problem()).toBeNull();
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
