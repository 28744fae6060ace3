import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ALONE,
  addDays,
  countNumbers,
  type DeviceId,
  type Instant,
  numbersOf,
  type QueueId,
  UNKNOWN_CONDITION,
  type VisitId,
} from '@motcua/domain';
import {
  aPriorityGroup,
  aSite,
  CIVIL,
  KIOSK_1,
  LAN,
  minutesAfterT0,
  T0,
  TODAY,
} from '@motcua/domain/builders';
import type { CommandOf, PaperTicket } from '@motcua/protocol';
import { clerk, HEAD, KIOSK, openRoom, type Room } from '../test/room.ts';
import { makeDayReport } from './reads/day-report.ts';
import { THE_HUB_ITSELF } from './hub-command.ts';
import { loadLiveState } from './load-live-state.ts';

const KIOSK_2 = 'kiosk-2' as DeviceId;
const OTHER = { ...KIOSK, deviceId: KIOSK_2 };
const TOMORROW = addDays(TODAY, 1);
const DAY_MS = 24 * 3_600_000;

const reserve = (told: Partial<CommandOf<'reserve-numbers'>> = {}) => ({
  type: 'reserve-numbers' as const,
  holds: [],
  lastNumbers: {},
  day: TODAY,
  toldAll: false,
  ...told,
});
const settle = (ticket: Partial<PaperTicket>, more: Partial<CommandOf<'settle-ticket'>> = {}) => ({
  type: 'settle-ticket' as const,
  ticket: {
    visitId: `paper-${ticket.number ?? 'H970'}` as VisitId,
    printJobId: `slip-${ticket.number ?? 'H970'}` as never,
    number: 'H970',
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
  print: { state: 'printed' as const, proof: 'proved' as const },
  resolution: null,
  instead: null,
  ...more,
});

let room: Room;

async function pair(id: DeviceId, revoked = false): Promise<void> {
  const device = {
    ...{ id, name: id, role: 'kiosk' as const, pairedAt: T0, revoked },
    ...{ condition: UNKNOWN_CONDITION, locked: false, training: false },
  };
  await room.must({ type: 'put-device', device }, THE_HUB_ITSELF);
}

beforeEach(async () => {
  room = await openRoom();
  await pair(KIOSK_2);
});
afterEach(() => room.close());

const held = (kiosk: DeviceId, day = TODAY) => [
  ...numbersOf(room.hub.state.kioskNumbers.of(kiosk, day)),
];
const visit = (number: string) => room.hub.state.byNumber(number);

describe('Numbers reserved for kiosks', () => {
  it('are the last ones of each series, others for each kiosk and day, and nobody else gets them', async () => {
    await room.must(reserve(), KIOSK);
    await room.must(reserve(), OTHER);
    const all = [KIOSK_1, KIOSK_2].flatMap((id) => [...held(id), ...held(id, TOMORROW)]);
    expect(held(KIOSK_1).at(-1)).toBe('H999');
    expect(all).toHaveLength(4 * 30);
    expect(new Set(all).size).toBe(all.length);
    expect((await room.issue()).visit.ticket.number).toBe('H001');
    const numbers = new Set<string>();
    for (;;) {
      const given = await room.give(
        { ...reserveless(), serviceIds: ['marriage' as never] },
        clerk(LAN),
      );
      if (!given.ok) {
        expect(given.refusal.code).toBe('numbers-used-up');
        break;
      }
      const [change] = given.value;
      if (change?.type === 'ticket-issued') numbers.add(change.visit.ticket.number);
    }
    expect(numbers.size).toBe(999 - 1 - all.length);
    expect(all.filter((number) => numbers.has(number))).toEqual([]);
  });

  it('are filled up when few are left, and never take more than half of a series', async () => {
    await room.must(reserve(), KIOSK);
    const before = held(KIOSK_1);
    for (const number of before.slice(0, 14)) await room.must(settle({ number }), KIOSK);
    expect(await room.must(reserve({ holds: heldBy(KIOSK_1) }), KIOSK)).toMatchObject([
      { type: 'numbers-reserved', day: TODAY },
    ]);
    expect(held(KIOSK_1)).toEqual(before.slice(14));
    await room.must(settle({ number: before[14] ?? '' }), KIOSK);
    await room.must(reserve(), KIOSK);
    expect(held(KIOSK_1)).toHaveLength(30);
    expect(held(KIOSK_1)).toEqual(expect.arrayContaining(before.slice(15)));

    const hungry = aSite({ hours: room.hub.state.settings.site.hours, offlineNumbers: 200 });
    await room.must({ type: 'put-setting', setting: { kind: 'site', value: hungry } }, HEAD);
    for (const id of ['k3', 'k4', 'k5'] as DeviceId[]) {
      await pair(id);
      await room.must(reserve(), { ...KIOSK, deviceId: id });
    }
    const { kioskNumbers } = room.hub.state;
    expect(kioskNumbers.countOf(CIVIL)).toBe(499);
    expect(kioskNumbers.countOf('cert' as QueueId)).toBe(0);
  });

  it('change nothing when the kiosk already holds them all', async () => {
    await room.must(reserve(), KIOSK);
    expect(await room.must(reserve({ holds: heldBy(KIOSK_1) }), KIOSK)).toEqual([]);
    // It had been told, and did not hear it.
    expect(await room.must(reserve(), KIOSK)).toHaveLength(2);
  });

  it('belong to their day: those of the next one are there in the morning, also after a restart', async () => {
    await room.must(reserve(), KIOSK);
    const tomorrow = held(KIOSK_1, TOMORROW);
    room.at = (T0 + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    expect(held(KIOSK_1, TOMORROW)).toEqual(tomorrow);
    const again = loadLiveState(room.hub.store, TOMORROW);
    expect(again.kioskNumbers.all()).toEqual(room.hub.state.kioskNumbers.all());
    room.at = (T0 + 2 * DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    expect(held(KIOSK_1, TODAY)).toEqual([]);
  });

  it('are a kiosk’s business only', async () => {
    expect(await room.give(reserve(), clerk(LAN))).toMatchObject({ ok: false });
    expect(await room.give(settle({}), HEAD)).toMatchObject({ ok: false });
  });

  function heldBy(id: DeviceId) {
    return [TODAY, TOMORROW].map((day) => ({
      day,
      blocks: room.hub.state.kioskNumbers.of(id, day),
    }));
  }
  function reserveless() {
    return {
      type: 'issue-ticket' as const,
      ...{ language: 'vi', priorityGroupId: null, needs: [], party: ALONE },
      ...{ reason: null, training: false },
    };
  }
});

describe('A ticket that a kiosk gave without the hub', () => {
  beforeEach(async () => {
    await room.must(
      { type: 'put-setting', setting: { kind: 'priority-group', value: aPriorityGroup() } },
      HEAD,
    );
    await room.must(reserve(), KIOSK);
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
        ticket: { number: 'H970', language: 'en' },
        next: [{ serviceId: 'copy' }],
      },
    });
    expect(room.hub.state.care.get('paper-H970' as VisitId)).toMatchObject({ needs: ['deaf'] });
    await room.open(LAN);
    expect(await room.callNext(LAN)).toMatchObject({
      value: [{ because: 'waited-too-long', visit: { id: 'paper-H970' } }, {}],
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
    expect(visit('H970')).toMatchObject({ state: 'waiting' });
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
        report: { state: 'printed', proof: 'proved' },
      },
      KIOSK,
    );
    const foreign = await room.issue();
    await room.must(settle({}, { instead: printed.visit.id }), KIOSK);
    await room.must(settle({ number: 'H971' }, { instead: foreign.visit.id }), OTHER);
    expect(visit('H001')).toMatchObject({ state: 'waiting' });
    expect(visit('H002')).toMatchObject({ state: 'waiting' });
  });

  it('is withdrawn at once when its visitor gave it back', async () => {
    const failed = { state: 'failed', fault: 'out-of-paper' } as const;
    await room.must(settle({}, { print: failed, resolution: 'given-back' }), KIOSK);
    expect(visit('H970')).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    expect([...room.hub.state.printJobs.values()]).toMatchObject([
      { state: 'failed', fault: 'out-of-paper', resolution: 'given-back' },
    ]);
  });

  it.each([
    ['before the numbers were reserved', minutesAfterT0(-30), T0],
    ['in the future', minutesAfterT0(90), minutesAfterT0(45)],
  ])('has not come %s, whatever the kiosk’s clock says', async (_what, said, arrivedAt) => {
    await room.must(settle({ arrivedAt: said }), KIOSK);
    expect(visit('H970')).toMatchObject({ arrivedAt });
  });

  it('is not lost when its service is gone, its number taken or its hour over', async () => {
    await room.must(settle({ serviceIds: ['gone' as never] }), KIOSK);
    expect(visit('H970')).toMatchObject({ serviceId: 'marriage', queueId: CIVIL });
    await room.must(settle({ visitId: 'second' as VisitId }), OTHER);
    expect(visit('H970B')).toMatchObject({ id: 'second', state: 'waiting' });
    const closed = { ...room.hub.state.settings.site, hours: aSite().hours };
    await room.must({ type: 'put-setting', setting: { kind: 'site', value: closed } }, HEAD);
    await room.must(settle({ number: 'H971' }), KIOSK);
    expect(visit('H971')).toMatchObject({ state: 'waiting' });
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

  it('of yesterday keeps its arrival when its number was reserved anew for today', async () => {
    room.at = (T0 + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    await room.must(reserve({ day: TOMORROW }), OTHER);
    const [number = ''] = held(KIOSK_2, TOMORROW);
    const [issued] = await room.must(settle({ number }), OTHER);
    expect(issued).toMatchObject({ visit: { arrivedAt: minutesAfterT0(10) } });
  });

  it('of yesterday goes on today where the office rolls over', async () => {
    const value = { ...room.hub.state.settings.site, dayEnd: 'roll-over' as const };
    await room.must({ type: 'put-setting', setting: { kind: 'site', value } }, HEAD);
    room.at = (T0 + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    await room.must(settle({}), KIOSK);
    expect(visit('H970')).toMatchObject({
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

describe('A hub that doubts its numbers', () => {
  beforeEach(async () => {
    await room.must(reserve(), KIOSK);
    await room.must(reserve(), OTHER);
    await room.must({ type: 'doubt-numbers', awaited: [KIOSK_1, KIOSK_2] }, THE_HUB_ITSELF);
  });
  const isDoubted = () => room.hub.state.kioskNumbers.isDoubted(room.hub.state.devices);
  const wish = {
    type: 'issue-ticket' as const,
    ...{ serviceIds: ['marriage' as never], language: 'vi', priorityGroupId: null, needs: [] },
    ...{ party: ALONE, reason: 'Ông cụ', training: false },
  };

  it('gives none, to staff neither, until every kiosk has told all its tickets', async () => {
    const doubted = { ok: false, refusal: { code: 'numbers-in-doubt' } };
    expect(await room.give(wish, KIOSK)).toMatchObject(doubted);
    expect(await room.give(wish, clerk(LAN))).toMatchObject(doubted);
    expect(await room.give(reserve(), KIOSK)).toMatchObject(doubted);
    await room.must(settle({ number: 'H001' }), KIOSK);
    await room.must(settle({ number: 'H003' }), KIOSK);
    await room.must(reserve({ toldAll: true, lastNumbers: { [CIVIL]: 4 } }), KIOSK);
    expect(await room.give(wish, KIOSK)).toMatchObject(doubted);
    await room.must(reserve({ toldAll: true, lastNumbers: { [CIVIL]: 2 } }), OTHER);
    expect((await room.issue()).visit.ticket.number).toBe('H005');
  });

  it('goes on by itself after a restart of the hub, and ends with the second night', async () => {
    expect(
      loadLiveState(room.hub.store, TODAY).kioskNumbers.doubts(room.hub.state.devices),
    ).toEqual({
      day: TODAY,
      awaited: [KIOSK_1, KIOSK_2],
    });
    for (const [days, still] of [
      [1, true],
      [2, false],
    ] as const) {
      room.at = (T0 + days * DAY_MS) as Instant;
      await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
      expect([days, isDoubted()]).toEqual([days, still]);
    }
  });

  it('waits for nobody who was let out', async () => {
    await room.must(reserve({ toldAll: true }), KIOSK);
    await pair(KIOSK_2, true);
    expect(isDoubted()).toBe(false);
  });

  it('believes a kiosk what it holds, but for what is another’s', async () => {
    const block = { queueId: CIVIL, prefix: 'H', reservedAt: T0 };
    const [foreign] = held(KIOSK_2);
    const from = Number(foreign?.slice(1));
    const holds = [
      {
        day: TODAY,
        blocks: [
          { ...block, from: 500, to: 502 },
          { ...block, from, to: from },
        ],
      },
    ];
    await room.must(reserve({ toldAll: true, holds }), KIOSK);
    expect(held(KIOSK_1)).toEqual(expect.arrayContaining(['H500', 'H501', 'H502']));
    expect(held(KIOSK_1)).not.toContain(foreign);
    expect(countNumbers(room.hub.state.kioskNumbers.of(KIOSK_1, TODAY))).toBe(33);
  });
});
