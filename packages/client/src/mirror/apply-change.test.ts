import type {
  AnnouncementId,
  BookingId,
  CounterState,
  Device,
  DeviceId,
  LocalDate,
  Person,
  Setting,
  VisitId,
} from '@motcua/domain';
import { NO_VISITOR_NOTES } from '@motcua/domain';
import {
  aCalledVisit,
  aCounter,
  aPrintJob,
  aQueue,
  aService,
  aServiceGroup,
  aSite,
  aWaitingVisit,
  aBooking,
  anAnnouncement,
  COUNTER_2,
  KIOSK_1,
  LAN,
  T0,
  TODAY,
  someSettings,
} from '@motcua/domain/builders';
import type { Change, Changes, Fact, Welcome } from '@motcua/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, toMirror } from './apply-change.ts';
import type { Mirror } from './mirror.ts';

const CONDITION = { printer: null, sound: null };
const TOMORROW = '2026-11-24' as LocalDate;
const device = {
  id: KIOSK_1,
  name: 'Ki-ốt 1',
  role: 'kiosk',
  pairedAt: T0,
  revoked: false,
  locked: false,
  training: false,
};
const lan: Person = {
  id: LAN,
  name: 'Lan',
  login: 'lan',
  role: 'clerk',
  active: true,
  skills: null,
};
const open: CounterState = {
  counterId: COUNTER_2,
  state: 'open',
  clerkId: LAN,
  since: T0,
  training: false,
};

const welcome: Omit<Extract<Welcome, { type: 'snapshot' }>, 'history'> = {
  type: 'snapshot',
  seq: 10,
  at: T0,
  today: TODAY,
  deviceId: null,
  personId: null,
  loads: {},
  missed: [],
  snapshot: {
    settings: someSettings(),
    visits: [aWaitingVisit()],
    counters: [open],
    announcements: [anAnnouncement()],
    printJobs: [aPrintJob()],
    devices: [],
    people: [],
    care: [],
    bookings: [],
    recentCalls: {},
    historyLost: null,
    refusedTickets: [],
  },
};
const mirror = toMirror(welcome);

const by = { deviceId: null, personId: null, reason: null };
const asChange = (fact: Fact, seq: number): Change => ({ ...fact, seq, at: T0, by });
const batchOf = (from: number, changes: readonly Change[]): Changes => ({
  from,
  to: changes.at(-1)?.seq ?? from,
  at: T0,
  changes,
  loads: null,
  missed: null,
});
/** The mirror after these facts, each a change of its own. */
function after(...facts: readonly Fact[]): Mirror {
  const changes = facts.map((fact, place) => asChange(fact, 11 + place));
  const next = applyChanges(mirror, batchOf(10, changes));
  if (next === null) throw new Error('The batch left a gap.');
  return next;
}
const put = (setting: Setting): Fact => ({ type: 'setting-changed', setting });

const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.nat(9).map((n): Fact => {
    const visit = aWaitingVisit({ id: `visit-${n}` as VisitId });
    return {
      type: 'ticket-issued',
      visit,
      printJob: aPrintJob(),
      peopleAhead: n,
      promise: null,
      promised: false,
    };
  }),
  fc.nat(9).map((n): Fact => {
    const visit = aCalledVisit({ id: `visit-${n}` as VisitId, callCount: n });
    const because = 'oldest';
    return { type: 'visit-changed', visit, action: 'call', counterId: COUNTER_2, because };
  }),
  fc.nat(70).map((n): Fact => {
    const id = `announcement-${n}` as AnnouncementId;
    return { type: 'announcement-changed', announcement: anAnnouncement({ id }) };
  }),
  fc.nat(9).map((order) => put({ kind: 'service', value: aService({ order }) })),
  fc.nat(9).map((order) => put({ kind: 'service-group', value: aServiceGroup({ order }) })),
  fc.constant<Fact>({ type: 'setting-removed', kind: 'service', id: 'marriage' }),
  fc.constant<Fact>({
    type: 'counter-changed',
    counter: { counterId: COUNTER_2, state: 'closed' },
    undone: false,
  }),
  fc.nat(9).map((n): Fact => {
    const visitId = `visit-${n}` as VisitId;
    return {
      type: 'care-changed',
      visitId,
      care: n % 3 === 0 ? null : { ...NO_VISITOR_NOTES, note: `${n}` },
    };
  }),
  fc.nat(9).map((n): Fact => {
    return { type: 'booking-changed', booking: aBooking({ id: `booking-${n}` as BookingId }) };
  }),
  fc.constant<Fact>({ type: 'person-changed', person: lan }),
  fc.constant<Fact>({
    type: 'day-closed',
    day: TODAY,
    next: TOMORROW,
    leftOver: [],
    rolledOver: [],
    priorityGroups: {},
  }),
);

/** Changes with rising seqs, among them those that the audience filter left out. */
const anyChanges = fc
  .array(fc.tuple(anyFact, fc.integer({ min: 1, max: 3 })), { maxLength: 40 })
  .map((pairs) => {
    let seq = mirror.seq;
    return pairs.map(([fact, step]) => asChange(fact, (seq += step)));
  });

describe('applyChanges', () => {
  it('gives the same mirror however the changes were split into batches', () => {
    fc.assert(
      fc.property(anyChanges, fc.array(fc.nat(40)), (changes, cuts) => {
        const whole = applyChanges(mirror, batchOf(mirror.seq, changes));
        let split: Mirror | null = mirror;
        const edges = [0, ...cuts.toSorted((a, b) => a - b), changes.length];
        edges.forEach((edge, place) => {
          const batch = changes.slice(edges[place - 1] ?? 0, edge);
          split = split && applyChanges(split, batchOf(split.seq, batch));
        });
        expect(split).toEqual(whole);
      }),
    );
  });

  it('is unchanged by a replay, whole or in part', () => {
    fc.assert(
      fc.property(anyChanges, fc.nat(40), (changes, cut) => {
        const once = applyChanges(mirror, batchOf(mirror.seq, changes));
        expect(once).not.toBeNull();
        if (once === null) return;
        expect(applyChanges(once, batchOf(mirror.seq, changes.slice(0, cut)))).toBe(once);
        expect(applyChanges(once, batchOf(mirror.seq, changes))).toBe(once);
      }),
    );
  });

  it('never edits the mirror it was given', () => {
    const before = structuredClone(mirror);
    fc.assert(
      fc.property(anyChanges, (changes) => {
        applyChanges(mirror, batchOf(mirror.seq, changes));
        expect(mirror).toEqual(before);
      }),
    );
  });

  it('finds a gap when the batch begins later than the mirror ends', () => {
    expect(applyChanges(mirror, batchOf(11, []))).toBeNull();
  });

  it('takes the new loads, and keeps the old ones when none came', () => {
    const loads = { civil: { waiting: 3, priority: 1 } };
    const loaded = applyChanges(mirror, { ...batchOf(10, []), to: 11, loads });
    expect(loaded?.loads).toEqual(loads);
    expect(loaded && applyChanges(loaded, { ...batchOf(11, []), to: 12 })?.loads).toEqual(loads);
  });

  it('keeps what did not change as the same object', () => {
    const next = after({ type: 'person-changed', person: lan });
    expect(next.people.get(LAN)).toBe(lan);
    expect(next.visits).toBe(mirror.visits);
    expect(next.settings).toBe(mirror.settings);
  });

  it('replaces a known announcement in its place and keeps the latest 50', () => {
    const heard = anAnnouncement({ state: 'played' });
    expect(after({ type: 'announcement-changed', announcement: heard }).announcements).toEqual([
      heard,
    ]);
    const many = Array.from({ length: 60 }, (_, n): Fact => {
      const id = `later-${n}` as AnnouncementId;
      return { type: 'announcement-changed', announcement: anAnnouncement({ id }) };
    });
    const { announcements } = after(...many);
    expect(announcements).toHaveLength(50);
    expect(announcements.at(-1)?.id).toBe('later-59');
  });

  it('ignores a call that is older than the 50 kept', () => {
    const call = (n: number, state: 'queued' | 'failed'): Fact => ({
      type: 'announcement-changed',
      announcement: anAnnouncement({ id: `call-${n}` as AnnouncementId, state }),
    });
    const calls = Array.from({ length: 60 }, (_, n) => call(n, 'queued'));
    const { announcements } = after(...calls);
    expect(after(...calls, call(3, 'failed')).announcements).toEqual(announcements);
  });

  it('shows no call of yesterday on a display, which knows no visit', () => {
    const display = applyChanges(
      { ...mirror, visits: new Map() },
      batchOf(mirror.seq, [
        asChange(
          {
            type: 'day-closed',
            day: TODAY,
            next: TOMORROW,
            leftOver: [],
            rolledOver: [],
            priorityGroups: {},
          },
          mirror.seq + 1,
        ),
      ]),
    );
    expect(mirror.announcements).not.toEqual([]);
    expect(display?.announcements).toEqual([]);
  });

  it('drops the visits of a closed day with their calls and slips, and moves on to the next', () => {
    const early = aWaitingVisit({ id: 'early' as VisitId, day: TOMORROW });
    const next = after(
      {
        type: 'ticket-issued',
        visit: early,
        printJob: null,
        peopleAhead: 0,
        promise: null,
        promised: false,
      },
      {
        type: 'day-closed',
        day: TODAY,
        next: TOMORROW,
        leftOver: ['H021'],
        rolledOver: [],
        priorityGroups: {},
      },
    );
    expect([...next.visits.values()]).toEqual([early]);
    expect(next.announcements).toEqual([]);
    expect(next.printJobs.size).toBe(0);
    expect(next.today).toBe(TOMORROW);
  });

  it('keeps services and groups in the order the head of centre gave them', () => {
    const second = aService({ order: 2 });
    const first = aService({ id: 'birth' as typeof second.id, order: 1 });
    const { settings } = after(
      put({ kind: 'service', value: second }),
      put({ kind: 'service', value: first }),
    );
    expect(settings.services).toEqual([first, second]);
  });

  it('keeps every list in one order, whichever item came first', () => {
    const queue = (prefix: string) =>
      put({
        kind: 'queue',
        value: aQueue({ id: prefix as never, series: { prefix, from: 1, to: 9 } }),
      });
    const counter = (number: number) =>
      put({ kind: 'counter', value: aCounter({ id: `counter-${number}` as never, number }) });
    const { settings } = after(queue('S'), queue('A'), counter(3), counter(1));
    expect(settings.queues.map(({ series }) => series.prefix)).toEqual(['A', 'S']);
    expect(settings.counters.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('adds, replaces and removes settings by kind', () => {
    const renamed = aQueue({ name: { vi: 'Hộ tịch, chứng thực' } });
    const { settings } = after(
      put({ kind: 'queue', value: aQueue() }),
      put({ kind: 'queue', value: renamed }),
      put({ kind: 'service', value: aService() }),
      { type: 'setting-removed', kind: 'service', id: aService().id },
      put({ kind: 'site', value: aSite({ place: 'Hoà Bình' }) }),
    );
    expect(settings.queues).toEqual([renamed]);
    expect(settings.services).toEqual([]);
    expect(settings.site.place).toBe('Hoà Bình');
  });

  it('follows counters, slips and devices', () => {
    const kiosk: Device = { ...device, role: 'kiosk', condition: CONDITION };
    const printed = aPrintJob({ state: 'printed' });
    const next = after(
      {
        type: 'counter-changed',
        counter: { counterId: COUNTER_2, state: 'closed' },
        undone: false,
      },
      { type: 'print-job-changed', printJob: printed },
      { type: 'device-changed', device: kiosk },
    );
    expect(next.counters.get(COUNTER_2)?.state).toBe('closed');
    expect(next.printJobs.get(printed.id)).toBe(printed);
    expect(next.devices.get(KIOSK_1 satisfies DeviceId)).toBe(kiosk);
  });
});
