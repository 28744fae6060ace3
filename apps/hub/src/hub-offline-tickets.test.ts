import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ALONE,
  addDays,
  type DeviceId,
  type DeviceRole,
  HUB_LETTERS,
  type Instant,
  UNKNOWN_CONDITION,
  type VisitId,
} from '@motcua/domain';
import {
  aPriorityGroup,
  aQueue,
  aSite,
  CIVIL,
  KIOSK_1,
  LAN,
  minutesAfterT0,
  T0,
  TODAY,
} from '@motcua/domain/builders';
import { type CommandOf, type PaperTicket, plainTicket } from '@motcua/protocol';
import { HEAD, KIOSK, openRoom, type Room } from '../test/room.ts';
import { makeDayReport } from './day-report.ts';
import { THE_HUB_ITSELF } from './hub-command.ts';
import { loadLiveState } from './load-live-state.ts';

const KIOSK_2 = 'kiosk-2' as DeviceId;
const OTHER = { ...KIOSK, deviceId: KIOSK_2 };
const TOMORROW = addDays(TODAY, 1);
const DAY_MS = 24 * 3_600_000;

const settle = (ticket: Partial<PaperTicket>, more: Partial<CommandOf<'settle-ticket'>> = {}) => ({
  type: 'settle-ticket' as const,
  ticket: {
    visitId: `paper-${ticket.number ?? 'HA01'}` as VisitId,
    printJobId: `slip-${ticket.number ?? 'HA01'}` as never,
    number: 'HA01',
    day: TODAY,
    arrivedAt: minutesAfterT0(10),
    serviceIds: ['marriage' as never],
    language: 'en',
    priorityGroupId: null,
    needs: [],
    party: ALONE,
    bookedFor: null,
    ...ticket,
  },
  print: { state: 'printed' as const },
  resolution: null,
  instead: null,
  ...more,
});

let room: Room;

async function pair(id: DeviceId, revoked = false, role: DeviceRole = 'kiosk'): Promise<void> {
  const { offlineLetter } = room.hub.state.devices.get(id) ?? {};
  const device = {
    ...{ id, name: id, role, pairedAt: T0, revoked },
    ...{ condition: UNKNOWN_CONDITION, locked: false, training: false },
    ...(offlineLetter === undefined ? {} : { offlineLetter }),
  };
  await room.must({ type: 'put-device', device }, THE_HUB_ITSELF);
}

beforeEach(async () => {
  room = await openRoom();
  await pair(KIOSK_2);
});
afterEach(() => room.close());

const visit = (number: string) => room.hub.state.byNumber(number);

describe('A ticket that a kiosk gave without the hub', () => {
  beforeEach(async () => {
    await room.must(
      { type: 'put-setting', setting: { kind: 'priority-group', value: aPriorityGroup() } },
      HEAD,
    );
    room.at = minutesAfterT0(45);
  });

  it('waits with its true arrival, its slip and its wishes, before whoever came later', async () => {
    const later = await room.issue();
    const [issued] = await room.must(
      settle({
        serviceIds: ['marriage', 'copy'] as never,
        needs: ['deaf'],
        priorityGroupId: 'elderly' as never,
      }),
      KIOSK,
    );
    expect(issued).toMatchObject({
      type: 'ticket-issued',
      peopleAhead: null,
      promise: null,
      printJob: { state: 'printed', kioskId: KIOSK_1, askedAt: minutesAfterT0(10) },
      visit: {
        arrivedAt: minutesAfterT0(10),
        priority: 'priority',
        ticket: { number: 'HA01', language: 'en' },
        next: [{ serviceId: 'copy' }],
      },
    });
    expect(room.hub.state.care.get('paper-HA01' as VisitId)).toMatchObject({ needs: ['deaf'] });
    await room.open(LAN);
    expect(await room.callNext(LAN)).toMatchObject({
      value: [{ because: 'waited-too-long', visit: { id: 'paper-HA01' } }, {}],
    });
    expect(later.visit.ticket.number).toBe('H001');
  });

  it('is taken in once, however often it is told and under whichever id', async () => {
    const wish = settle({});
    const first = await room.give(wish, KIOSK, 'touch');
    expect(await room.give(wish, KIOSK, 'touch')).toEqual(first);
    expect(await room.give(wish, KIOSK, 'another')).toEqual({ ok: true, value: [] });
    expect([...room.hub.state.visits.values()]).toHaveLength(1);
    expect((await room.issue()).visit.ticket.number).toBe('H001');
  });

  it('counts for the touch, and the number that the hub gave unheard is withdrawn', async () => {
    const given = await room.give(
      { ...issueWish(), serviceIds: ['marriage' as never] },
      KIOSK,
      'touch',
    );
    const answer = await room.give(settle({}), KIOSK, 'touch');
    expect(answer).toEqual(given);
    const unheard = answer.ok && answer.value[0]?.type === 'ticket-issued' ? answer.value[0] : null;
    const instead = unheard?.visit.id ?? null;
    await room.must(settle({}, { instead }), KIOSK);
    expect(visit('H001')).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    expect(visit('HA01')).toMatchObject({ state: 'waiting' });
    expect(room.hub.state.printJobs.get(unheard?.printJob?.id ?? ('' as never))).toMatchObject({
      resolution: 'given-back',
    });
  });

  it('withdraws nobody who holds a slip, nor another kiosk’s visitor', async () => {
    const printed = await room.issue();
    await room.must(
      {
        type: 'report-print',
        printJobId: printed.printJob?.id as never,
        report: { state: 'printed' },
      },
      KIOSK,
    );
    const foreign = await room.issue();
    await room.must(settle({}, { instead: printed.visit.id }), KIOSK);
    await room.must(settle({ number: 'HM01' }, { instead: foreign.visit.id }), OTHER);
    expect(visit('H001')).toMatchObject({ state: 'waiting' });
    expect(visit('H002')).toMatchObject({ state: 'waiting' });
  });

  it('is withdrawn at once when its visitor gave it back', async () => {
    const failed = { state: 'failed', fault: 'out-of-paper' } as const;
    await room.must(settle({}, { print: failed, resolution: 'given-back' }), KIOSK);
    expect(visit('HA01')).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    expect([...room.hub.state.printJobs.values()]).toMatchObject([
      { state: 'failed', fault: 'out-of-paper', resolution: 'given-back' },
    ]);
  });

  it.each([
    ['before its kiosk was let in', minutesAfterT0(-30), T0],
    ['in the future', minutesAfterT0(90), minutesAfterT0(45)],
  ])('has not come %s, whatever the kiosk’s clock says', async (_what, said, arrivedAt) => {
    await room.must(settle({ arrivedAt: said }), KIOSK);
    expect(visit('HA01')).toMatchObject({ arrivedAt });
  });

  it('is not lost when its service is gone, its number taken or its hour over', async () => {
    await room.must(settle({ serviceIds: ['gone' as never] }), KIOSK);
    expect(visit('HA01')).toMatchObject({ serviceId: 'marriage', queueId: CIVIL });
    // A kiosk's disk was copied: both hold a slip.
    const copied = { visitId: 'second' as VisitId, printJobId: 'slip-second' as never };
    await room.must(settle(copied), KIOSK);
    expect(visit('HA01B')).toMatchObject({ id: 'second', state: 'waiting' });
    const closed = { ...room.hub.state.settings.site, hours: aSite().hours };
    await room.must({ type: 'put-setting', setting: { kind: 'site', value: closed } }, HEAD);
    await room.must(settle({ number: 'HA02' }), KIOSK);
    expect(visit('HA02')).toMatchObject({ state: 'waiting' });
  });

  it('of yesterday is in yesterday’s report, and leaves today alone', async () => {
    await room.issue();
    room.at = (T0 + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    await room.must(settle({}), KIOSK);
    expect(await room.must(settle({}), KIOSK)).toEqual([]);
    expect(room.hub.state.visits.size).toBe(0);
    expect(makeDayReport(room.hub, TODAY).totals).toMatchObject({ issued: 2, slips: 2 });
    expect(makeDayReport(room.hub, TODAY).totals.outcomes).toMatchObject({ left: 1 });
    expect(makeDayReport(room.hub, TOMORROW).totals).toMatchObject({ issued: 0, slips: 0 });
  });

  it('of yesterday goes on today where the office rolls over', async () => {
    const value = { ...room.hub.state.settings.site, dayEnd: 'roll-over' as const };
    await room.must({ type: 'put-setting', setting: { kind: 'site', value } }, HEAD);
    room.at = (T0 + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    await room.must(settle({}), KIOSK);
    expect(visit('HA01')).toMatchObject({
      day: TOMORROW,
      state: 'waiting',
      arrivedAt: minutesAfterT0(10),
    });
    expect(loadLiveState(room.hub.store, TOMORROW).visits.size).toBe(1);
  });

  function issueWish() {
    return {
      type: 'issue-ticket' as const,
      ...{ language: 'vi', priorityGroupId: null, needs: [], party: ALONE },
      ...{ reason: null, training: false },
    };
  }
});

describe('A kiosk', () => {
  const letterOf = (id: DeviceId) => room.hub.state.devices.get(id)?.offlineLetter;

  it('that is let in gets a letter that no other has, and keeps it', async () => {
    expect([KIOSK_1, KIOSK_2].map(letterOf)).toEqual(['A', 'M']);
    await room.must({ type: 'set-kiosk', deviceId: KIOSK_2, locked: true, training: false }, HEAD);
    expect(letterOf(KIOSK_2)).toBe('M');
    const display = 'display-1' as DeviceId;
    await pair(display, false, 'display');
    expect(letterOf(display)).toBeUndefined();
  });

  it('that is let in anew tells what it gave under its old name, once that is let in no more', async () => {
    room.at = minutesAfterT0(45);
    await pair('kiosk-3' as DeviceId);
    const anew = { ...KIOSK, deviceId: 'kiosk-3' as DeviceId };
    expect(await room.must(settle({}), anew)).toMatchObject([
      { type: 'ticket-refused', code: 'not-your-number' },
    ]);
    await pair(KIOSK_1, true);
    await room.must(settle({}), anew);
    expect(visit('HA01')).toMatchObject({ state: 'waiting' });
  });
});

describe('What a kiosk cannot have given', () => {
  beforeEach(() => {
    room.at = minutesAfterT0(45);
  });
  const isRefused = async (ticket: Partial<PaperTicket>, code: string) => {
    const before = [...room.hub.state.visits.values()];
    const told = await room.must(settle(ticket), KIOSK);
    expect(told).toMatchObject([{ type: 'ticket-refused', number: ticket.number ?? 'HA01', code }]);
    expect([...room.hub.state.visits.values()]).toEqual(before);
  };

  it.each([
    ['another kiosk’s letter', { number: 'HM01' }, 'not-your-number'],
    ['a number of the hub', { number: 'H021' }, 'not-your-number'],
    ['a number of a hub that lost nothing', { number: 'HU01' }, 'not-your-number'],
    ['a queue that is none', { number: 'XA01' }, 'number-unknown'],
    ['a number beyond the series', { number: 'HA1000' }, 'number-unknown'],
    ['a number that is printed otherwise', { number: 'HA001' }, 'number-unknown'],
    ['a day before it was let in', { day: addDays(TODAY, -1) }, 'not-your-number'],
    ['a day that nobody asks about any more', { day: addDays(TODAY, -8) }, 'ticket-too-old'],
  ] as const)('is %s', async (_what, ticket, code) => {
    await isRefused(ticket, code);
  });

  it('has the ids of another visit, of whichever day, or of another slip', async () => {
    const other = await room.issue();
    await isRefused({ visitId: other.visit.id }, 'id-taken');
    const id = other.printJob?.id ?? ('' as never);
    await isRefused({ printJobId: id, number: 'HA02' }, 'id-taken');
    expect(room.hub.state.printJobs.get(id)).toEqual(other.printJob);
    room.at = (room.at + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    await isRefused({ visitId: other.visit.id, number: 'HA03', day: TOMORROW }, 'id-taken');
    await isRefused({ visitId: other.visit.id, number: 'HA04' }, 'id-taken');
  });

  it('is said to the staff once, and not for ever', async () => {
    const wish = settle({ number: 'HM01' });
    await room.must(wish, KIOSK);
    expect(await room.give(wish, KIOSK)).toMatchObject({
      ok: false,
      refusal: { code: 'not-your-number' },
    });
    for (let n = 2; n <= 60; n += 1)
      await room.give(settle({ number: `HM${String(n).padStart(2, '0')}` }), KIOSK);
    expect(room.hub.state.refusedTickets).toHaveLength(50);
    expect(room.hub.state.refusedTickets[0]).toEqual({
      ...{ number: 'HM01', day: TODAY, code: 'not-your-number', kioskId: KIOSK_1 },
      at: minutesAfterT0(45),
    });
    expect(loadLiveState(room.hub.store, TODAY).refusedTickets).toEqual(
      room.hub.state.refusedTickets,
    );
  });

  it('of a day to come is of today', async () => {
    await room.must(settle({ day: '2099-01-01' as never }), KIOSK);
    expect(visit('HA01')).toMatchObject({ day: TODAY, state: 'waiting' });
    expect((await room.issue()).visit.ticket.number).toBe('H001');
  });

  it('is a kiosk’s business only', async () => {
    expect(await room.give(settle({}), HEAD)).toMatchObject({ ok: false });
  });
});

describe('A hub that lost a part of the day', () => {
  beforeEach(async () => {
    await room.must({ type: 'note-lost-history', since: TODAY }, THE_HUB_ITSELF);
  });
  const letters = () => room.hub.state.historyLost?.letters ?? '';

  it('gives its numbers under a letter of their own until midnight, also after a restart', async () => {
    const lettersOfToday = letters();
    expect(HUB_LETTERS).toContain(lettersOfToday);
    expect((await room.issue()).visit.ticket.number).toBe(`H${lettersOfToday}01`);
    expect((await room.issue('copy')).visit.ticket.number).toBe(`S${lettersOfToday}01`);
    const again = loadLiveState(room.hub.store, TODAY);
    expect(again.historyLost).toEqual(room.hub.state.historyLost);
    room.at = (T0 + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    expect((await room.issue()).visit.ticket.number).toBe('H001');
    expect(letters()).toBe('');
  });

  it('takes in what it gave in that time, and gives none of it again', async () => {
    await room.must(settle({ number: 'H001' }), KIOSK);
    await room.must(settle({ number: 'H003' }), KIOSK);
    expect(visit('H003')).toMatchObject({ state: 'waiting', arrivedAt: minutesAfterT0(0) });
    const yesterday = addDays(TODAY, -1);
    expect(await room.must(settle({ number: 'H002', day: yesterday }), KIOSK)).toMatchObject([
      { type: 'ticket-refused', code: 'not-your-number' },
    ]);
  });

  it('believes that for one night, and no longer', async () => {
    for (const [days, code] of [
      [1, 'ticket-issued'],
      [2, 'ticket-refused'],
    ] as const) {
      room.at = (T0 + days * DAY_MS) as Instant;
      await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
      const [first] = await room.must(settle({ number: `H00${days}` }), KIOSK);
      expect([days, first?.type]).toEqual([days, code]);
    }
  });

  it('takes another letter when it was put back twice, or meets its own in somebody’s hand', async () => {
    const first = letters();
    await room.must({ type: 'note-lost-history', since: TODAY }, THE_HUB_ITSELF);
    const second = letters();
    await room.must(settle({ number: `H${second}07` }), KIOSK);
    expect(new Set([first, second, letters()]).size).toBe(3);
    expect((await room.issue()).visit.ticket.number).toBe(`H${letters()}01`);
  });
});

describe('A range that was changed', () => {
  it('gives its numbers again when it is put right', async () => {
    const queue = aQueue();
    const put = (from: number, to: number) =>
      room.must(
        {
          type: 'put-setting',
          setting: { kind: 'queue', value: { ...queue, series: { prefix: 'H', from, to } } },
        },
        HEAD,
      );
    const next = async () => (await room.issue()).visit.ticket.number;
    expect(await next()).toBe('H001');
    await put(9999, 9999);
    expect(await next()).toBe('H9999');
    expect(await room.give(plainTicket('marriage' as never), KIOSK)).toMatchObject({
      refusal: { code: 'numbers-used-up' },
    });
    await put(1, 999);
    expect(await next()).toBe('H002');
    expect(loadLiveState(room.hub.store, TODAY).numbersGiven.next(queue.series)).toEqual({
      ok: true,
      value: 'H003',
    });
  });

  it('may not make a queue’s numbers look like those of a kiosk', async () => {
    const setting = {
      kind: 'queue' as const,
      value: aQueue({ id: 'other' as never, series: { prefix: 'HA', from: 1, to: 999 } }),
    };
    expect(await room.give({ type: 'put-setting', setting }, HEAD)).toMatchObject({
      refusal: { code: 'number-prefix-clashes' },
    });
  });
});
