import {
  aCalledVisit,
  aClosedVisit,
  aParkedVisit,
  aServingVisit,
  aWaitingVisit,
  CERT,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
} from '@motcua/domain/builders';
import type { CounterId, Visit } from '@motcua/domain';
import { describe, expect, it } from 'vitest';
import { counterView, ownCounter } from './counter-view.ts';
import {
  aMirror,
  anAnnouncementOf,
  CHIEF,
  idOf,
  minutesAgo,
  NOW,
  TWELVE_WAITING,
  WELL_DEVICES,
} from '../page/example-room.ts';

const view = (room: Parameters<typeof aMirror>[0] = {}, counterId = COUNTER_2) => {
  const seen = counterView(aMirror(room), counterId, NOW);
  if (seen === null) throw new Error('no such counter');
  return seen;
};
const numbers = (rows: readonly { readonly visit: Visit }[]) =>
  rows.map(({ visit }) => visit.ticket.number);
const called = aCalledVisit({ arrivedAt: minutesAgo(20), calledAt: minutesAgo(1) });

describe('the waiting list', () => {
  it('shows this counter the visits of its queues, longest wait first, and counts all', () => {
    const { waiting, waitingInAll } = view({ visits: TWELVE_WAITING.toReversed() });
    expect(numbers(waiting).slice(0, 3)).toEqual(['H021', 'S014', 'H022']);
    expect(waiting).toHaveLength(12);
    expect(waitingInAll).toBe(13);
  });

  it('marks only visits that wait beyond the bound of the site', () => {
    const { waiting } = view({ visits: TWELVE_WAITING });
    expect(numbers(waiting.filter(({ tooLong }) => tooLong))).toEqual(['H021']);
    expect(waiting[0]?.waits.total).toBe(41 * 60_000);
  });

  it('leaves out visits reserved for another counter, not due yet or of yesterday', () => {
    const kept = aWaitingVisit({
      reservedFor: { type: 'counter', counterId: COUNTER_3 },
      waitingSince: minutesAgo(5),
    });
    const later = aWaitingVisit({ id: idOf('H030'), notBefore: minutesAgo(-5) });
    const old = aWaitingVisit({ id: idOf('H031'), day: '2026-11-22' as Visit['day'] });
    const seen = view({ visits: [kept, later, old] });
    expect(seen.waiting).toEqual([]);
    expect(seen.later.map(({ visit }) => visit.id)).toEqual([kept.id, later.id]);
  });
});

describe('the visit at the counter', () => {
  it('is none while others are served elsewhere', () => {
    expect(view({ visits: [aServingVisit({ counterId: COUNTER_3 })] }).current).toBeNull();
  });

  it('waited until the first call, however often it was called again', () => {
    const firstCalledAt = minutesAgo(5);
    const again = { ...called, firstCalledAt, calledAt: minutesAgo(1), callCount: 3 };
    const { current } = view({ visits: [again] });
    const first = 15 * 60_000;
    expect(current?.waits).toEqual({ first, again: null, total: first });
    expect(current?.since).toBe(minutesAgo(1));
  });

  it.each(['queued', 'playing', 'played'] as const)('knows that its call is %s', (state) => {
    const announcements = [anAnnouncementOf(called, { state })];
    const room = { visits: [called], announcements, devices: WELL_DEVICES };
    expect(view(room).current?.hearing).toEqual({ state });
  });

  it('knows why its call was not heard', () => {
    const failed = anAnnouncementOf(called, { state: 'failed', failure: 'missing-clip' });
    const { current } = view({ visits: [called], announcements: [failed] });
    expect(current?.hearing).toEqual({ state: 'failed', failure: 'missing-clip' });
  });

  it('takes two minutes of silence for a call that was not heard', () => {
    const silent = anAnnouncementOf(called, { state: 'queued', calledAt: minutesAgo(3) });
    const { current } = view({ visits: [called], announcements: [silent] });
    expect(current?.hearing).toEqual({ state: 'failed', failure: 'expired' });
  });

  it('ignores a call that was undone', () => {
    const undone = anAnnouncementOf(called, { state: 'failed', failure: 'withdrawn' });
    const { current } = view({ visits: [called], announcements: [undone] });
    expect(current?.hearing).toEqual({ state: 'unknown' });
  });
});

describe('visits that may come back', () => {
  const missed = aClosedVisit({ outcome: 'no-show' });

  it('shows a no-show at the counter that called it', () => {
    const announcements = [anAnnouncementOf(missed, { counterId: COUNTER_3 })];
    expect(view({ visits: [missed], announcements }).missed).toEqual([]);
    expect(numbers(view({ visits: [missed], announcements }, COUNTER_3).missed)).toEqual(['H021']);
  });

  it('offers to let it wait again, and keeps served visits out', () => {
    const served = aClosedVisit({ id: idOf('H001') });
    const rows = view({ visits: [missed, served] }).missed;
    expect(rows.map(({ actions }) => actions)).toEqual([['reinstate']]);
  });

  it('show how long they are still awaited', () => {
    const recent = aClosedVisit({ outcome: 'no-show', closedAt: minutesAgo(10) });
    const long = aClosedVisit({ id: idOf('H002'), outcome: 'no-show', closedAt: minutesAgo(40) });
    const rows = view({ visits: [recent, long] }).missed;
    expect(rows.map(({ awaitedMs }) => awaitedMs / 60_000)).toEqual([20, 0]);
  });
});

describe('parked visits', () => {
  it('are here, or elsewhere for all who serve the queue', () => {
    const here = aParkedVisit();
    const elsewhere = { counterId: COUNTER_3, clerkId: HOA };
    const forAll = aParkedVisit({ id: idOf('S001'), queueId: CERT, shared: true, ...elsewhere });
    const own = aParkedVisit({ id: idOf('S002'), queueId: CERT, ...elsewhere });
    const rows = view({ visits: [here, forAll, own] }).parked;
    expect(rows.map(({ visit }) => visit.id)).toEqual([here.id, forAll.id]);
    expect(rows[1]).toMatchObject({ heldElsewhere: false });
    expect(rows[1]?.actions).toContain('call');
  });
});

describe('a counter in practice', () => {
  const practice: Visit = aWaitingVisit({ id: idOf('#H001'), training: true });
  const seats = new Map([
    [
      COUNTER_2,
      { counterId: COUNTER_2, state: 'open', clerkId: LAN, since: NOW, training: true } as const,
    ],
  ]);

  it('gets tickets for practice and no others; other counters never see them', () => {
    const visits = [practice, ...TWELVE_WAITING];
    expect(view({ visits, seats })).toMatchObject({ training: true, waitingInAll: 13 });
    expect(view({ visits, seats }).waiting.map(({ visit }) => visit.id)).toEqual([practice.id]);
    expect(view({ visits }).waiting).toHaveLength(12);
  });
});

describe('other counters', () => {
  const parked = aParkedVisit({ counterId: COUNTER_3, clerkId: HOA });

  it('are closed to a clerk', () => {
    expect(view({ visits: [parked] })).toMatchObject({ elsewhere: [], isHead: false });
  });

  it('are open to a head, with a reason', () => {
    const [row] = view({ visits: [parked], personId: CHIEF }).elsewhere;
    expect(row).toMatchObject({ heldElsewhere: true, holder: { id: COUNTER_3 } });
    expect(row?.actions).toContain('send-back');
  });
});

describe('the own counter', () => {
  it('is where the signed-in person sits', () => {
    expect(ownCounter(aMirror())).toBe(COUNTER_2);
    expect(ownCounter(aMirror({ personId: HOA }))).toBe(COUNTER_3);
    expect(ownCounter(aMirror({ personId: CHIEF }))).toBeNull();
  });

  it('is none when it was removed from the settings', () => {
    expect(counterView(aMirror(), 'counter-9' as CounterId, NOW)).toBeNull();
  });
});
