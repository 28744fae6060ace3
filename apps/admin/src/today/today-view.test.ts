import type { Mirror } from '@motcua/client';
import type {
  BookingId,
  Device,
  DeviceId,
  LocalDate,
  PrintJobId,
  QuickCounter,
  Visit,
  VisitId,
} from '@motcua/domain';
import {
  aBooking,
  aClosedVisit,
  aCounter,
  aPrintJob,
  aQueue,
  aServingVisit,
  anAnnouncement,
  aWaitingVisit,
  CERT,
  COUNTER_2,
  LAN,
  minutesAfterT0,
  T0,
} from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { aMirror, aPerson } from '../example-mirror.ts';
import { todayView } from './today-view.ts';

const byId = <T extends { readonly id: string }>(...items: readonly T[]) =>
  new Map(items.map((item): [T['id'], T] => [item.id, item]));
const numbered = <V extends Visit>(visit: V, n: number): V => ({
  ...visit,
  id: `v${n}` as VisitId,
});
const display: Device = {
  id: 'd' as DeviceId,
  name: 'Màn hình',
  role: 'display',
  pairedAt: T0,
  revoked: false,
  condition: { printer: null, sound: 'blocked' },
  locked: false,
  training: false,
};

describe('todayView', () => {
  const visits = byId<Visit>(
    numbered(aWaitingVisit(), 1),
    numbered(aWaitingVisit({ arrivedAt: minutesAfterT0(20), priority: 'priority' }), 2),
    numbered(aServingVisit(), 3),
    numbered(aClosedVisit(), 4),
    numbered(aClosedVisit({ outcome: 'no-show' }), 5),
  );

  it('counts how many wait, for how long, and how many beyond the bound of 30 minutes', () => {
    const view = todayView(aMirror({ visits }), minutesAfterT0(31));
    expect(view).toMatchObject({ waiting: 2, beingServed: 1, served: 1, noShows: 1 });
    expect(view.queues).toMatchObject([
      {
        waiting: 2,
        priority: 1,
        longestWait: { total: 31 * 60_000, again: null },
        beyondBound: 1,
        unattended: 2,
      },
    ]);
  });

  it('counts the bound from the place in line, and the wait without the time at a counter', () => {
    // Called after 10 minutes, missed; the place was given back 5 minutes later.
    const missed = aWaitingVisit({
      firstCalledAt: minutesAfterT0(10),
      waitingSince: minutesAfterT0(15),
    });
    // Called at once; in line for the next service since minute 20.
    const next = aWaitingVisit({
      firstCalledAt: T0,
      waitingSince: minutesAfterT0(20),
      placedAt: minutesAfterT0(20),
    });
    const room = aMirror({ visits: byId<Visit>(numbered(missed, 1), numbered(next, 2)) });
    expect(todayView(room, minutesAfterT0(32)).queues).toMatchObject([
      {
        longestWait: { first: 10 * 60_000, again: 17 * 60_000, total: 27 * 60_000 },
        beyondBound: 1,
        longestBeyondMs: 32 * 60_000,
      },
    ]);
  });

  it('does not yet count the minute of the bound itself', () => {
    expect(todayView(aMirror({ visits }), minutesAfterT0(30)).queues[0]?.beyondBound).toBe(0);
  });

  it('names clerk and number at an open counter', () => {
    const counters = new Map([
      [
        COUNTER_2,
        {
          counterId: COUNTER_2,
          state: 'open',
          clerkId: LAN,
          since: T0,
          training: false,
        } as const,
      ],
    ]);
    const view = todayView(aMirror({ visits, counters }), T0);
    expect(view.counters).toMatchObject([{ clerk: 'Nguyễn Thị Lan', current: 'H021' }]);
    expect(view.queues[0]?.unattended).toBe(0);
  });

  it('takes a counter that was not opened for closed', () => {
    expect(todayView(aMirror(), T0).counters).toMatchObject([
      { now: { state: 'closed' }, clerk: null, current: null },
    ]);
  });

  it('shows a closed queue only while a visit waits in it', () => {
    const settings = {
      ...aMirror().settings,
      queues: [aQueue({ active: false })],
      counters: [aCounter()],
    };
    expect(todayView(aMirror({ settings }), T0).queues).toEqual([]);
    expect(todayView(aMirror({ settings, visits }), T0).queues).toHaveLength(1);
  });

  it('leaves out what was given back, helped or undone, and revoked devices', () => {
    const failed = aPrintJob({ state: 'failed', fault: 'out-of-paper' });
    const view = todayView(
      aMirror({
        printJobs: byId(
          failed,
          { ...failed, id: 'p2' as PrintJobId, resolution: 'given-back' as const },
          { ...failed, id: 'p3' as PrintJobId, resolution: 'helped' as const },
        ),
        announcements: [
          anAnnouncement({ state: 'failed', failure: 'no-sound' }),
          anAnnouncement({ state: 'failed', failure: 'withdrawn' }),
          anAnnouncement({ state: 'played' }),
        ],
        devices: byId(display, { ...display, id: 'x' as DeviceId, revoked: true }),
      }),
      T0,
    );
    expect(view.slipsNotPrinted).toHaveLength(1);
    expect(view.callsNotHeard).toHaveLength(1);
    expect(view.displays).toEqual([display]);
  });

  describe('visits without an open counter', () => {
    const open = { counterId: COUNTER_2, state: 'open', clerkId: LAN, since: T0 } as const;
    const alone = (part: Partial<Mirror>, training = false) => {
      const counters = new Map([[COUNTER_2, { ...open, training }]]);
      const mirror = aMirror({ visits, counters, ...part });
      return todayView(mirror, T0).queues[0]?.unattended;
    };
    const quick = (value: QuickCounter) => ({
      ...aMirror().settings,
      counters: [aCounter({ quick: value })],
    });

    it('are none while a counter of the queue is open', () => {
      expect(alone({})).toBe(0);
      expect(alone({ settings: quick('first') })).toBe(0);
    });

    it.each([
      ['the counter practises', {}, true],
      ['its clerk has other skills', { people: byId(aPerson({ id: LAN, skills: [CERT] })) }, false],
      ['it is only for short services', { settings: quick('only') }, false],
    ] as const)('are all of them when %s', (_why, part, training) => {
      expect(alone(part, training)).toBe(2);
    });
  });

  it('leaves practice out of every figure', () => {
    const practice = byId<Visit>(
      numbered(aWaitingVisit({ training: true }), 1),
      numbered(aServingVisit({ training: true }), 2),
      numbered(aClosedVisit({ training: true, outcome: 'no-show' }), 3),
    );
    const view = todayView(aMirror({ visits: practice }), minutesAfterT0(21));
    expect(view).toMatchObject({ waiting: 0, beingServed: 0, served: 0, noShows: 0 });
    expect(view.queues[0]?.waiting).toBe(0);
    expect(view.setAside.awaited).toEqual([]);
  });

  it('names awaited visits, those not to be called yet and those with a reservation', () => {
    const aside = byId<Visit>(
      numbered(aClosedVisit({ outcome: 'no-show', closedAt: minutesAfterT0(5) }), 1),
      numbered(aWaitingVisit({ notBefore: minutesAfterT0(20) }), 2),
      numbered(aWaitingVisit({ notBefore: minutesAfterT0(10) }), 3),
      numbered(aWaitingVisit({ reservedFor: { type: 'counter', counterId: COUNTER_2 } }), 4),
      numbered(aWaitingVisit({ reservedFor: { type: 'clerk', clerkId: LAN } }), 5),
    );
    const view = (minutes: number) =>
      todayView(aMirror({ visits: aside }), minutesAfterT0(minutes)).setAside;
    expect(view(10)).toEqual({
      awaited: [{ number: 'H021', until: minutesAfterT0(35) }],
      later: [{ number: 'H021', until: minutesAfterT0(20) }],
      reserved: [
        { number: 'H021', counterNumber: 2, clerk: null },
        { number: 'H021', counterNumber: null, clerk: 'Nguyễn Thị Lan' },
      ],
    });
    expect(view(35)).toMatchObject({ awaited: [], later: [] });
  });

  it('counts the bookings of today, and those that were used', () => {
    const bookings = byId(
      aBooking(),
      aBooking({ id: 'b2' as BookingId, state: 'checked-in' }),
      aBooking({ id: 'b3' as BookingId, state: 'cancelled' }),
      aBooking({ id: 'b4' as BookingId, day: '2030-01-01' as LocalDate }),
    );
    expect(todayView(aMirror({ bookings }), T0).bookings).toEqual({ booked: 2, checkedIn: 1 });
  });
});
