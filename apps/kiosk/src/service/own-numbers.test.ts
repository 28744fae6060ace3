import {
  ALONE,
  type Instant,
  type NumberBlock,
  ok,
  type QueueId,
  refuse,
  type Result,
  type ServiceId,
  type VisitId,
} from '@motcua/domain';
import { CERT, CIVIL, KIOSK_1, minutesAfterT0, T0, TODAY } from '@motcua/domain/builders';
import type { HubState, Mirror, Wish } from '@motcua/client';
import type { Slip } from '@motcua/printing';
import type { Change, FactOf } from '@motcua/protocol';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlipNews } from '../bridge.ts';
import { aMirror, aTicketIssued, createFakeHub, type FakeHub, takenIn } from './fake-hub.ts';
import { createKioskCore, type KioskCore } from './kiosk-core.ts';
import { SILENT_LOG } from './kiosk-log.ts';
import { type KioskStore, openKioskStore } from './kiosk-store.ts';

const TOMORROW = '2026-11-24';
const block = (from: number, to: number, queueId: QueueId = CIVIL): NumberBlock => ({
  ...{ queueId, prefix: queueId === CIVIL ? 'H' : 'S', from, to },
  reservedAt: T0,
});
const request = (requestId: string, more: object = {}) => ({
  ...{ requestId, language: 'vi', serviceIds: ['marriage' as ServiceId] },
  ...{ priorityGroupId: null, needs: [], party: ALONE, ...more },
});
const reserved = (day: string, blocks: readonly NumberBlock[]): Change => ({
  ...({
    type: 'numbers-reserved',
    kioskId: KIOSK_1,
    day: day as never,
    blocks,
  } satisfies FactOf<'numbers-reserved'>),
  ...{ seq: 1, at: T0, by: { deviceId: KIOSK_1, personId: null, reason: null } },
});

let dir: string;
let hub: FakeHub;
let store: KioskStore;
let core: KioskCore;
let clock: Instant;
let printed: Slip[];
let news: SlipNews[];
let jammed: boolean;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'own-numbers-'));
  clock = T0;
});
afterEach(() => {
  core.stop();
  store.close();
  rmSync(dir, { recursive: true });
});

/** The service starts, on what is on its disk. */
function start(state: Partial<HubState> = {}, mirror: Mirror | null = aMirror()): void {
  hub = createFakeHub(mirror);
  hub.set(state);
  // Of this start alone: a slip of the one before may still be on its way.
  const slips: Slip[] = (printed = []);
  const said: SlipNews[] = (news = []);
  jammed = false;
  store = openKioskStore(dir);
  core = createKioskCore({
    hub,
    store,
    slipPrinter: {
      prepare: () => undefined,
      longestMs: () => 1,
      print: async (slip) => {
        if (jammed) throw new Error('It jams');
        slips.push(slip);
        return { status: 'ready', proof: 'proved' };
      },
    },
    now: () => clock,
    tell: (each) => said.push(each),
    onPrinterStatus: () => undefined,
    log: SILENT_LOG,
    againMs: 1_000_000,
  });
}

function die(): void {
  core.stop();
  store.close();
}

const told = <T extends Wish['type']>(type: T) =>
  hub.told.flatMap(({ wish, commandId }) =>
    wish.type === type ? [{ wish: wish as Extract<Wish, { type: T }>, commandId }] : [],
  );
const away = () => hub.set({ connection: 'offline' });
const back = () => hub.set({ connection: 'live' });

/** Connected, with numbers for both days. */
function startWithNumbers(mirror = aMirror()): void {
  start({ connection: 'connecting' }, mirror);
  hub.answerWith = async (wish) =>
    ok(
      wish.type === 'reserve-numbers'
        ? [
            reserved(TODAY, [block(980, 982), block(50, 50, CERT)]),
            reserved(TOMORROW, [block(970, 971)]),
          ]
        : [],
    );
  back();
}
const ready = () => expect.poll(() => store.blocks(TODAY).length).toBeGreaterThan(0);

describe('A kiosk that is connected', () => {
  it('asks for numbers of its own, once, and again when the day or a setting changed', async () => {
    startWithNumbers();
    await ready();
    expect(told('reserve-numbers')).toMatchObject([{ wish: { toldAll: false, day: TODAY } }]);
    hub.set({
      mirror: { ...aMirror(), settings: hub.getState().mirror?.settings as never, loads: {} },
    });
    expect(told('reserve-numbers')).toHaveLength(1);
    hub.set({ mirror: { ...aMirror(), today: TOMORROW as never } });
    await expect.poll(() => told('reserve-numbers').length).toBe(2);
  });

  it('says what it holds and which numbers it has seen', async () => {
    const loads = {
      [CIVIL]: { waiting: 3, priority: 0, estimate: null, left: null, given: 41, last: 41 },
    };
    startWithNumbers(aMirror({ loads }));
    await ready();
    away();
    back();
    await expect.poll(() => told('reserve-numbers').length).toBe(2);
    expect(told('reserve-numbers')[1]?.wish).toMatchObject({
      lastNumbers: { [CIVIL]: 41 },
      holds: [
        { day: TODAY, blocks: [block(980, 982), block(50, 50, CERT)] },
        { day: TOMORROW, blocks: [block(970, 971)] },
      ],
    });
  });

  it('never gives a number that it gave before, when the hub has forgotten it', async () => {
    startWithNumbers();
    await ready();
    hub.answerWith = async (wish) => ok(wish.type === 'issue-ticket' ? [aTicketIssued(9)] : []);
    expect(await core.desk.issueTicket(request('touch-1'))).toMatchObject({
      value: { number: 'H009' },
    });
    const again = aTicketIssued(9, { id: 'print-other' as never });
    hub.answerWith = async (wish) =>
      ok(
        wish.type === 'issue-ticket'
          ? [{ ...again, visit: { ...again.visit, id: 'other' as VisitId } }]
          : [],
      );
    expect(await core.desk.issueTicket(request('touch-2'))).toMatchObject({
      value: { number: 'H980' },
    });
  });
});

describe('A kiosk without its hub', () => {
  beforeEach(async () => {
    startWithNumbers();
    await ready();
    hub.answerWith = null;
    away();
  });

  it('gives its own number at once, says that nobody knows who is ahead, and prints it', async () => {
    const answer = await core.desk.issueTicket(request('touch-1'));
    expect(answer).toMatchObject({
      ok: true,
      value: { number: 'H980', peopleAhead: null, estimate: null, arrivedAt: T0 },
    });
    expect(told('issue-ticket')).toEqual([]);
    await expect.poll(() => news).toMatchObject([{ state: 'printed' }]);
    expect(printed).toMatchObject([{ number: 'H980', peopleAhead: 'unknown', estimate: null }]);
    expect(await core.desk.issueTicket(request('touch-1'))).toEqual(answer);
    expect(printed).toHaveLength(1);
  });

  it('gives one when a hub that seemed to be there does not answer, or doubts its numbers', async () => {
    hub.set({ connection: 'live' });
    for (const [n, code] of (['hub-unavailable', 'numbers-in-doubt'] as const).entries()) {
      hub.answerWith = async () => refuse(code);
      const answer = await core.desk.issueTicket(request(`touch-${n}`));
      expect(answer).toMatchObject({ value: { number: `H98${n}`, peopleAhead: null } });
    }
  });

  it('asks the visitor to ask staff when its numbers are used up, and says so beforehand', async () => {
    for (const n of [1, 2, 3]) await core.desk.issueTicket(request(`touch-${n}`));
    expect(core.ownLeft(CIVIL)).toBe(0);
    expect(core.ownLeft(CERT)).toBe(1);
    const answer = await core.desk.issueTicket(request('touch-4'));
    expect(answer).toEqual(refuse('numbers-used-up'));
    expect(await core.desk.issueTicket(request('touch-4'))).toEqual(answer);
  });

  it('uses the numbers of the day by the site’s clock, also in a night without the hub', async () => {
    clock = (T0 + 17 * 3_600_000) as Instant;
    expect(await core.desk.issueTicket(request('touch-1'))).toMatchObject({
      value: { number: 'H970' },
    });
    clock = T0;
    expect(await core.desk.issueTicket(request('touch-2'))).toMatchObject({
      value: { number: 'H980' },
    });
    clock = (T0 + 48 * 3_600_000) as Instant;
    expect(await core.desk.issueTicket(request('touch-3'))).toEqual(refuse('hub-unavailable'));
  });

  it('tells each ticket under the id of its touch, with its paper and true arrival', async () => {
    hub.set({ clockOffsetMs: 60_000 });
    clock = minutesAfterT0(5);
    await core.desk.issueTicket(request('touch-1', { needs: ['deaf'] }));
    await core.desk.idle();
    expect(core.isSettled()).toBe(false);
    back();
    await expect.poll(core.isSettled).toBe(true);
    expect(told('settle-ticket')).toMatchObject([
      {
        commandId: 'touch-1',
        wish: {
          ticket: { number: 'H980', day: TODAY, arrivedAt: minutesAfterT0(6), needs: ['deaf'] },
          print: { state: 'printed' },
          instead: null,
        },
      },
    ]);
    expect(told('report-print')).toEqual([]);
  });

  it('reports what became of a slip when the hub took the ticket before, and nobody heard its answer', async () => {
    jammed = true;
    const answer = await core.desk.issueTicket(request('touch-1'));
    const printJobId = answer.ok ? answer.value.printJobId : ('' as never);
    let first: Change | null = null;
    hub.answerWith = async (wish): Promise<Result<readonly Change[]>> => {
      if (wish.type !== 'settle-ticket') return ok([]);
      // Its answer to that command is the same, however often it comes.
      if (first !== null) return ok([first]);
      first = takenIn({ ...wish, print: null, resolution: null });
      return refuse('hub-unavailable');
    };
    back();
    await expect.poll(() => told('settle-ticket').length).toBe(1);
    await core.desk.idle();
    await core.desk.resolveSlip({ printJobId, resolution: 'noted' });
    core.heard();
    await expect.poll(core.isSettled).toBe(true);
    expect(told('report-print')).toMatchObject([
      { wish: { printJobId, report: { state: 'failed' } } },
    ]);
    expect(told('resolve-print')).toMatchObject([{ wish: { printJobId, resolution: 'noted' } }]);
  });

  it('tells what its visitor chose about a slip that did not come out', async () => {
    jammed = true;
    const answer = await core.desk.issueTicket(request('touch-1'));
    await core.desk.idle();
    const printJobId = answer.ok ? answer.value.printJobId : ('' as never);
    expect(await core.desk.resolveSlip({ printJobId, resolution: 'given-back' })).toEqual(ok(null));
    back();
    await expect.poll(core.isSettled).toBe(true);
    expect(told('settle-ticket')).toMatchObject([
      { wish: { print: { state: 'failed' }, resolution: 'given-back' } },
    ]);
  });

  it('has what the hub gave unheard withdrawn, under an id of its own', async () => {
    await core.desk.issueTicket(request('touch-1'));
    hub.answerWith = async (wish) =>
      ok(wish.type === 'settle-ticket' && wish.instead === null ? [aTicketIssued(7)] : []);
    back();
    await expect.poll(core.isSettled).toBe(true);
    const [first, second] = told('settle-ticket');
    expect(first).toMatchObject({ commandId: 'touch-1', wish: { instead: null } });
    expect(second).toMatchObject({ wish: { instead: 'visit-7', ticket: { number: 'H980' } } });
    expect(second?.commandId).not.toBe('touch-1');
  });

  it('tells again what was not taken, and every ticket to a hub that was restored', async () => {
    hub.set({ connection: 'live' });
    hub.answerWith = async (wish) => ok(wish.type === 'issue-ticket' ? [aTicketIssued(9)] : []);
    await core.desk.issueTicket(request('touch-online'));
    away();
    await core.desk.issueTicket(request('touch-alone'));
    let silent = true;
    hub.answerWith = async (wish): Promise<Result<readonly Change[]>> => {
      if (silent) return refuse('hub-unavailable');
      return wish.type === 'reserve-numbers' && !wish.toldAll ? refuse('numbers-in-doubt') : ok([]);
    };
    back();
    await expect.poll(() => told('settle-ticket').length).toBe(1);
    silent = false;
    core.heard();
    await expect.poll(core.isSettled).toBe(true);
    const numbers = told('settle-ticket').map(({ wish }) => wish.ticket.number);
    expect(numbers).toEqual(['H980', 'H980', 'H009', 'H980']);
    expect(told('reserve-numbers').at(-1)).toMatchObject({ wish: { toldAll: true } });
  });

  it('keeps a ticket that the hub refuses, and goes on with the others', async () => {
    await core.desk.issueTicket(request('touch-1'));
    await core.desk.issueTicket(request('touch-2'));
    hub.answerWith = async (wish) =>
      wish.type === 'settle-ticket' && wish.ticket.number === 'H980' ? refuse('malformed') : ok([]);
    back();
    await expect.poll(core.isSettled).toBe(true);
    expect(store.unsettled()).toMatchObject([{ requestId: 'touch-1' }]);
    hub.answerWith = null;
    away();
    back();
    await expect.poll(() => store.unsettled()).toEqual([]);
  });
});

describe('A kiosk whose disk takes nothing', () => {
  it('still gives what the hub gives, and nothing of its own', async () => {
    startWithNumbers();
    await ready();
    core.stop();
    const full = () => {
      throw new Error('The disk is full');
    };
    hub = createFakeHub();
    core = createKioskCore({
      hub,
      store: { ...store, add: full, put: full, remember: full, putBlocks: full },
      slipPrinter: {
        prepare: () => undefined,
        longestMs: () => 1,
        print: async () => ({ status: 'ready', proof: 'proved' }),
      },
      now: () => clock,
      tell: (each) => news.push(each),
      onPrinterStatus: () => undefined,
      log: SILENT_LOG,
    });
    const online = await core.desk.issueTicket(request('touch-1'));
    expect(online).toMatchObject({ ok: true, value: { peopleAhead: 4 } });
    away();
    expect(await core.desk.issueTicket(request('touch-2'))).toEqual(refuse('hub-unavailable'));
  });
});

describe('A kiosk that is started again without its hub', () => {
  beforeEach(async () => {
    startWithNumbers();
    await ready();
    away();
    jammed = true;
    await core.desk.issueTicket(request('touch-1'));
    die();
    start({}, null);
  });

  it('knows the centre, its numbers and its tickets, and prints none a second time', async () => {
    expect(core.state()).toMatchObject({ connection: 'offline', mirror: { today: TODAY } });
    expect(await core.desk.issueTicket(request('touch-1'))).toMatchObject({
      value: { number: 'H980' },
    });
    await expect.poll(() => news).toMatchObject([{ state: 'failed', fault: 'fate-unknown' }]);
    expect(await core.desk.issueTicket(request('touch-2'))).toMatchObject({
      value: { number: 'H981' },
    });
    await core.desk.idle();
    expect(printed.map(({ number }) => number)).toEqual(['H981']);
  });

  it('tells what it gave before, once its hub is back', async () => {
    hub.set({ mirror: aMirror(), connection: 'live' });
    await expect.poll(core.isSettled).toBe(true);
    expect(told('settle-ticket')).toMatchObject([
      { commandId: 'touch-1', wish: { print: { state: 'failed', fault: 'fate-unknown' } } },
    ]);
  });
});
