import type { Device, DeviceId, PrintJobId, Visit, VisitId } from '@motcua/domain';
import {
  aClosedVisit,
  aCounter,
  aPrintJob,
  aQueue,
  aServingVisit,
  anAnnouncement,
  aWaitingVisit,
  COUNTER_2,
  LAN,
  minutesAfterT0,
  T0,
} from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { aMirror } from '../example-mirror.ts';
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

  it('counts who waits, for how long, and who beyond the bound of 30 minutes', () => {
    const view = todayView(aMirror({ visits }), minutesAfterT0(31));
    expect(view).toMatchObject({ waiting: 2, beingServed: 1, served: 1, noShows: 1 });
    expect(view.queues).toMatchObject([
      { waiting: 2, priority: 1, longestWaitMs: 31 * 60_000, beyondBound: 1, attended: false },
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
    expect(view.queues[0]?.attended).toBe(true);
  });

  it('takes a counter that nobody has opened for closed', () => {
    expect(todayView(aMirror(), T0).counters).toMatchObject([
      { now: { state: 'closed' }, clerk: null, current: null },
    ]);
  });

  it('shows a closed queue only while somebody waits in it', () => {
    const settings = {
      ...aMirror().settings,
      queues: [aQueue({ active: false })],
      counters: [aCounter()],
    };
    expect(todayView(aMirror({ settings }), T0).queues).toEqual([]);
    expect(todayView(aMirror({ settings, visits }), T0).queues).toHaveLength(1);
  });

  it('leaves out what was given back or taken back, and devices that were shut out', () => {
    const failed = aPrintJob({ state: 'failed', fault: 'out-of-paper' });
    const view = todayView(
      aMirror({
        printJobs: byId(failed, {
          ...failed,
          id: 'p2' as PrintJobId,
          resolution: 'given-back' as const,
        }),
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
});
