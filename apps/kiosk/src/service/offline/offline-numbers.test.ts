import {
  ONE_PERSON,
  type Instant,
  ok,
  refuse,
  type Result,
  type ServiceId,
  type VisitId,
} from '@motcua/domain';
import {
  aQueue,
  aService,
  CERT,
  CIVIL,
  KIOSK_1,
  minutesAfterT0,
  T0,
  TODAY,
} from '@motcua/domain/builders';
import type { HubState, Mirror, CommandInput } from '@motcua/client';
import type { Slip } from '@motcua/printing';
import type { Change, PaperTicket } from '@motcua/protocol';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlipNews } from '../../bridge.ts';
import {
  aMirror,
  aTicketIssued,
  createFakeHub,
  type FakeHub,
  takenIn,
  withLetter,
} from '../link/fake-hub.ts';
import { createKioskCore, type KioskCore } from '../tickets/kiosk-core.ts';
import { SILENT_LOG } from '../kiosk-log.ts';
import { type KioskStore, openKioskStore } from './kiosk-store.ts';

const request = (requestId: string, more: object = {}) => ({
  ...{ requestId, language: 'vi', serviceIds: ['marriage' as ServiceId] },
  ...{ priorityGroupId: null, needs: [], party: ONE_PERSON, ...more },
});
const COPY = 'copy' as ServiceId;

let dir: string;
let hub: FakeHub;
let store: KioskStore;
let core: KioskCore;
let clock: Instant;
let printed: Slip[];
let news: SlipNews[];
let jammed: boolean;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'offline-numbers-'));
  clock = T0;
});
afterEach(() => {
  core.stop();
  store.close();
  rmSync(dir, { recursive: true });
});

/** Starts the service with what is on its disk. */
function start(state: Partial<HubState> = {}, mirror: Mirror | null = withLetter()): void {
  hub = createFakeHub(mirror);
  hub.set(state);
  // Only of this start: a slip of the previous one may still be printing.
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
    onSlip: (each) => said.push(each),
    onPrinterStatus: () => undefined,
    log: SILENT_LOG,
    againMs: 1_000_000,
  });
}

function die(): void {
  core.stop();
  store.close();
}

const sent = <T extends CommandInput['type']>(type: T) =>
  hub.sent.flatMap(({ input, commandId }) =>
    input.type === type ? [{ input: input as Extract<CommandInput, { type: T }>, commandId }] : [],
  );
const away = () => hub.set({ connection: 'offline' });
const back = () => hub.set({ connection: 'live' });

/** Connected to a hub that accepts what is reported. */
function startLive(mirror = withLetter()): void {
  start({}, mirror);
  hub.answerWith = async () => ok([]);
}

describe('A kiosk that is connected', () => {
  it('never issues a number again that it issued before, when the hub has lost it', async () => {
    startLive();
    hub.answerWith = async (input) => ok(input.type === 'issue-ticket' ? [aTicketIssued(9)] : []);
    expect(await core.tickets.issueTicket(request('touch-1'))).toMatchObject({
      value: { number: 'H009' },
    });
    const again = aTicketIssued(9, { id: 'print-other' as never });
    hub.answerWith = async (input) =>
      ok(
        input.type === 'issue-ticket'
          ? [{ ...again, visit: { ...again.visit, id: 'other' as VisitId } }]
          : [],
      );
    expect(await core.tickets.issueTicket(request('touch-2'))).toMatchObject({
      value: { number: 'HA01' },
    });
  });
});

describe('A kiosk without its hub', () => {
  beforeEach(async () => {
    startLive();
    hub.answerWith = null;
    away();
  });

  it('issues its own number at once, says that the people ahead are unknown, and prints it', async () => {
    const answer = await core.tickets.issueTicket(request('touch-1'));
    expect(answer).toMatchObject({
      ok: true,
      value: { number: 'HA01', peopleAhead: null, estimate: null, arrivedAt: T0 },
    });
    expect(sent('issue-ticket')).toEqual([]);
    await expect.poll(() => news).toMatchObject([{ state: 'printed' }]);
    expect(printed).toMatchObject([{ number: 'HA01', peopleAhead: 'unknown', estimate: null }]);
    expect(await core.tickets.issueTicket(request('touch-1'))).toEqual(answer);
    expect(printed).toHaveLength(1);
  });

  it('issues one when a connected hub does not answer', async () => {
    hub.set({ connection: 'live' });
    hub.answerWith = async () => refuse('hub-unavailable');
    const answer = await core.tickets.issueTicket(request('touch-1'));
    expect(answer).toMatchObject({ value: { number: 'HA01', peopleAhead: null } });
  });

  it('counts separately for each queue, whatever its range is meanwhile', async () => {
    const { settings } = aMirror();
    const queues = [
      aQueue({ series: { prefix: 'H', from: 9999, to: 9999 } }),
      aQueue({ id: CERT, series: { prefix: 'S', from: 1, to: 3 } }),
    ];
    const services = [aService(), aService({ id: COPY, queueId: CERT })];
    hub.set({ mirror: withLetter(aMirror({ settings: { ...settings, queues, services } })) });
    const numbers: string[] = [];
    for (let n = 1; n <= 12; n += 1) {
      const serviceIds = n === 12 ? [COPY] : ['marriage' as ServiceId];
      const answer = await core.tickets.issueTicket(request(`touch-${n}`, { serviceIds }));
      if (answer.ok) numbers.push(answer.value.number);
    }
    expect(numbers).toEqual([
      ...['HA01', 'HA02', 'HA03', 'HA04', 'HA05', 'HA06', 'HA07', 'HA08', 'HA09', 'HA10', 'HA11'],
      'SA01',
    ]);
    expect(core.offlineLeft(CIVIL)).toBe(999 - 11);
    expect(core.lettersOut().toSorted()).toEqual(['HA', 'SA']);
  });

  it('asks the visitor to ask staff where it has no letter', async () => {
    hub.set({ mirror: aMirror() });
    expect(core.offlineLeft(CIVIL)).toBeNull();
    expect(await core.tickets.issueTicket(request('touch-1'))).toEqual(refuse('hub-unavailable'));
  });

  it('restarts with the day by the site’s clock, also in a night without the hub', async () => {
    const give = async (requestId: string, days: number) => {
      clock = (T0 + days * 24 * 3_600_000) as Instant;
      const answer = await core.tickets.issueTicket(request(requestId));
      return answer.ok ? answer.value.number : answer.refusal.code;
    };
    expect([await give('touch-1', 0), await give('touch-2', 1), await give('touch-3', 0)]).toEqual([
      'HA01',
      'HA01',
      'HA02',
    ]);
    expect(await give('touch-4', 2)).toBe('HA01');
  });

  it('continues behind the numbers of the evening where visits continue overnight', async () => {
    const { settings } = aMirror();
    const site = { ...settings.site, dayEnd: 'roll-over' as const };
    hub.set({ mirror: withLetter(aMirror({ settings: { ...settings, site } })) });
    await core.tickets.issueTicket(request('touch-1'));
    clock = (T0 + 24 * 3_600_000) as Instant;
    expect(await core.tickets.issueTicket(request('touch-2'))).toMatchObject({
      value: { number: 'HA02' },
    });
    expect(core.offlineLeft(CIVIL)).toBe(998);
  });

  it('reports each ticket under the id of its touch, with its print result and true arrival', async () => {
    hub.set({ clockOffsetMs: 60_000 });
    clock = minutesAfterT0(5);
    await core.tickets.issueTicket(request('touch-1', { needs: ['deaf'] }));
    await core.tickets.idle();
    expect(core.isSettled()).toBe(false);
    back();
    await expect.poll(core.isSettled).toBe(true);
    expect(sent('settle-ticket')).toMatchObject([
      {
        commandId: 'touch-1',
        input: {
          ticket: { number: 'HA01', day: TODAY, arrivedAt: minutesAfterT0(6), needs: ['deaf'] },
          print: { state: 'printed' },
          instead: null,
        },
      },
    ]);
    expect(sent('report-print')).toEqual([]);
  });

  it('reports the print result when the hub had accepted the ticket but its answer was lost', async () => {
    jammed = true;
    const answer = await core.tickets.issueTicket(request('touch-1'));
    const printJobId = answer.ok ? answer.value.printJobId : ('' as never);
    let first: Change | null = null;
    hub.answerWith = async (input): Promise<Result<readonly Change[]>> => {
      if (input.type !== 'settle-ticket') return ok([]);
      // A repeated command gets the same answer.
      if (first !== null) return ok([first]);
      first = takenIn({ ...input, print: null, resolution: null });
      return refuse('hub-unavailable');
    };
    back();
    await expect.poll(() => sent('settle-ticket').length).toBe(1);
    await core.tickets.idle();
    await core.tickets.resolveSlip({ printJobId, resolution: 'noted' });
    core.refresh();
    await expect.poll(core.isSettled).toBe(true);
    expect(sent('report-print')).toMatchObject([
      { input: { printJobId, report: { state: 'failed' } } },
    ]);
    expect(sent('resolve-print')).toMatchObject([{ input: { printJobId, resolution: 'noted' } }]);
  });

  it('reports what its visitor chose about a slip that was not printed', async () => {
    jammed = true;
    const answer = await core.tickets.issueTicket(request('touch-1'));
    await core.tickets.idle();
    const printJobId = answer.ok ? answer.value.printJobId : ('' as never);
    expect(await core.tickets.resolveSlip({ printJobId, resolution: 'given-back' })).toEqual(
      ok(null),
    );
    back();
    await expect.poll(core.isSettled).toBe(true);
    expect(sent('settle-ticket')).toMatchObject([
      { input: { print: { state: 'failed' }, resolution: 'given-back' } },
    ]);
  });

  it('withdraws a number that the hub issued in a lost answer, under an id of its own', async () => {
    await core.tickets.issueTicket(request('touch-1'));
    hub.answerWith = async (input) =>
      ok(input.type === 'settle-ticket' && input.instead === null ? [aTicketIssued(7)] : []);
    back();
    await expect.poll(core.isSettled).toBe(true);
    const [first, second] = sent('settle-ticket');
    expect(first).toMatchObject({ commandId: 'touch-1', input: { instead: null } });
    expect(second).toMatchObject({ input: { instead: 'visit-7', ticket: { number: 'HA01' } } });
    expect(second?.commandId).not.toBe('touch-1');
  });

  it('reports rejected tickets again, and every ticket to a hub with another history', async () => {
    hub.set({ connection: 'live' });
    hub.answerWith = async (input) => ok(input.type === 'issue-ticket' ? [aTicketIssued(9)] : []);
    await core.tickets.issueTicket(request('touch-online'));
    away();
    await core.tickets.issueTicket(request('touch-offline'));
    hub.answerWith = async () => refuse('hub-unavailable');
    back();
    await expect.poll(() => sent('settle-ticket').length).toBe(1);
    hub.answerWith = async () => ok([]);
    core.refresh();
    await expect.poll(core.isSettled).toBe(true);
    const numbers = () => sent('settle-ticket').map(({ input }) => input.ticket.number);
    expect(numbers()).toEqual(['HA01', 'HA01']);
    away();
    hub.set({ connection: 'live', history: { database: 'kim-boi', epoch: 1, life: 'second' } });
    await expect.poll(core.isSettled).toBe(true);
    expect(numbers()).toEqual(['HA01', 'HA01', 'H009', 'HA01']);
    away();
    back();
    await core.close();
    expect(numbers()).toHaveLength(4);
  });

  it.each(['refuse', 'ticket-refused'])(
    'drops a ticket that the hub rejects (%s), and goes on with the others',
    async (how) => {
      await core.tickets.issueTicket(request('touch-1'));
      await core.tickets.issueTicket(request('touch-2'));
      hub.answerWith = async (input) => {
        if (input.type !== 'settle-ticket' || input.ticket.number !== 'HA01') return ok([]);
        return how === 'refuse' ? refuse('not-your-number') : ok([ticketRefused(input.ticket)]);
      };
      back();
      await expect.poll(core.isSettled).toBe(true);
      expect(store.unsettled()).toEqual([]);
      away();
      back();
      core.refresh();
      expect(sent('settle-ticket')).toHaveLength(2);
      away();
      expect(await core.tickets.issueTicket(request('touch-3'))).toMatchObject({
        value: { number: 'HA03' },
      });
    },
  );
});

const ticketRefused = ({ number, day }: PaperTicket): Change => ({
  ...{ type: 'ticket-refused', number, day, code: 'not-your-number' },
  ...{ seq: 9, at: T0, by: { deviceId: KIOSK_1, personId: null, reason: null } },
});

describe('A kiosk whose disk is full', () => {
  it('still issues the hub’s numbers, and none of its own', async () => {
    startLive();
    core.stop();
    const full = () => {
      throw new Error('The disk is full');
    };
    hub = createFakeHub(withLetter());
    core = createKioskCore({
      hub,
      store: { ...store, add: full, put: full, remember: full },
      slipPrinter: {
        prepare: () => undefined,
        longestMs: () => 1,
        print: async () => ({ status: 'ready', proof: 'proved' }),
      },
      now: () => clock,
      onSlip: () => undefined,
      onPrinterStatus: () => undefined,
      log: SILENT_LOG,
    });
    const online = await core.tickets.issueTicket(request('touch-1'));
    expect(online).toMatchObject({ ok: true, value: { peopleAhead: 4 } });
    away();
    expect(await core.tickets.issueTicket(request('touch-2'))).toEqual(refuse('hub-unavailable'));
  });
});

describe('A kiosk that is restarted without its hub', () => {
  beforeEach(async () => {
    startLive();
    away();
    jammed = true;
    await core.tickets.issueTicket(request('touch-1'));
    die();
    start({}, null);
  });

  it('knows the centre, its numbers and its tickets, and prints none a second time', async () => {
    expect(core.state()).toMatchObject({ connection: 'offline', mirror: { today: TODAY } });
    expect(await core.tickets.issueTicket(request('touch-1'))).toMatchObject({
      value: { number: 'HA01' },
    });
    await expect.poll(() => news).toMatchObject([{ state: 'failed', fault: 'fate-unknown' }]);
    expect(await core.tickets.issueTicket(request('touch-2'))).toMatchObject({
      value: { number: 'HA02' },
    });
    await core.tickets.idle();
    expect(printed.map(({ number }) => number)).toEqual(['HA02']);
  });

  it('reports what it issued before, once its hub is back', async () => {
    hub.set({ mirror: withLetter(), connection: 'live' });
    await expect.poll(core.isSettled).toBe(true);
    expect(sent('settle-ticket')).toMatchObject([
      { commandId: 'touch-1', input: { print: { state: 'failed', fault: 'fate-unknown' } } },
    ]);
  });
});
