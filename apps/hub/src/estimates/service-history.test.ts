import { describe, expect, it } from 'vitest';
import {
  transition,
  type Visit,
  type VisitAction,
  type VisitCore,
  type VisitId,
} from '@motcua/domain';
import {
  aNextStep,
  aWaitingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  LAN,
  minutesAfterT0,
  TODAY,
} from '@motcua/domain/builders';
import type { Fact } from '@motcua/protocol';
import { ServiceHistory } from './service-history.ts';

const CALL: VisitAction = { type: 'call', counterId: COUNTER_2, clerkId: LAN };
const START: VisitAction = { type: 'start-service' };
const FINISH: VisitAction = { type: 'finish', nextServiceId: aNextStep().serviceId };
const PAUSED: Fact = {
  type: 'counter-changed',
  undone: false,
  counter: {
    counterId: COUNTER_2,
    clerkId: LAN,
    state: 'paused',
    since: minutesAfterT0(0),
    reason: 'short-break',
    training: false,
  },
};

/** A day at one counter, from its journal; minutes count from 08:00. */
class Day {
  readonly history = new ServiceHistory();
  #issued = 0;

  record(minute: number, fact: Fact): void {
    const by = { deviceId: null, personId: null, reason: null };
    this.history.learn({ ...fact, seq: 1, at: minutesAfterT0(minute), by });
  }

  /** A ticket that is promised a call within 10 to 20 minutes. */
  issue(minute: number, some: Partial<VisitCore> = {}): Visit {
    const id = `visit-${(this.#issued += 1)}` as VisitId;
    const outlook = { low: 10, middle: 15, high: 20 };
    const visit = aWaitingVisit({ id, arrivedAt: minutesAfterT0(minute), ...some });
    this.record(minute, {
      type: 'ticket-issued',
      visit,
      printJob: null,
      peopleAhead: 0,
      promise: { outlook, range: { fromMinutes: 10, toMinutes: 20 } },
      promised: false,
    });
    return visit;
  }

  act(minute: number, visit: Visit, action: VisitAction): Visit {
    const after = transition(visit, action, { at: minutesAfterT0(minute), today: TODAY });
    if (!after.ok) throw new Error(after.refusal.code);
    this.record(minute, {
      type: 'visit-changed',
      visit: after.value,
      action: action.type,
      counterId: COUNTER_2,
      because: null,
    });
    return after.value;
  }

  /** The visit is again as it was. */
  undo(minute: number, visit: Visit): void {
    this.record(minute, {
      type: 'visit-changed',
      visit,
      action: 'undo',
      counterId: COUNTER_2,
      because: null,
    });
  }

  serve(visit: Visit, from: number, to: number): Visit {
    return this.act(to, this.act(from, this.act(from, visit, CALL), START), FINISH);
  }
}

/** The same day 40 times, so that the prior hardly counts. */
function days(play: (day: Day, from: number) => void): ServiceHistory {
  const day = new Day();
  for (let n = 0; n < 40; n += 1) play(day, n * 1_440);
  return day.history;
}

const servingMinutes = ({ pace }: ServiceHistory, queueId = CIVIL) =>
  pace.of(queueId).medianMs / 60_000;
const standing = (day: Day, minute: number) =>
  day.history.promises.standing(minutesAfterT0(minute));

describe('the service history', () => {
  it('measures how long services take, without the walk and without the time parked', () => {
    const history = days((day, from) => {
      const serving = day.act(from + 3, day.act(from, day.issue(from), CALL), START);
      const parked = day.act(from + 10, serving, { type: 'park', shared: false });
      const again = day.act(from + 30, parked, CALL);
      day.act(from + 36, day.act(from + 31, again, START), FINISH);
    });

    expect(servingMinutes(history)).toBeCloseTo(12, 0);
  });

  it('measures it for every queue that one visit went through', () => {
    const history = days((day, from) => {
      const called = day.act(from, day.issue(from, { next: [aNextStep()] }), CALL);
      const goOn: VisitAction = { type: 'go-on', nextServiceId: aNextStep().serviceId };
      day.act(from + 28, day.act(from + 4, day.act(from, called, START), goOn), FINISH);
    });

    expect(servingMinutes(history, CIVIL)).toBeLessThan(5);
    expect(servingMinutes(history, CERT)).toBeGreaterThan(20);
  });

  it.each<VisitAction>([{ type: 'send-back' }, { type: 'postpone', until: minutesAfterT0(30) }])(
    'counts how long a counter was taken by a service that was not finished: $type',
    (action) => {
      const history = days((day, from) => {
        const serving = day.act(from + 1, day.act(from, day.issue(from), CALL), START);
        day.act(from + 21, serving, action);
      });
      expect(servingMinutes(history)).toBeCloseTo(20, 0);
    },
  );

  it('measures the changeover if a visit waited and the clerk was there', () => {
    const after = (cameAfter: number, isPaused: boolean) =>
      days((day, from) => {
        const second = () => day.issue(from + cameAfter);
        day.serve(day.issue(from), from, from + 8);
        if (isPaused) day.record(from + 8, PAUSED);
        day.serve(second(), from + 12, from + 20);
      }).pace.changeoverMs / 60_000;

    expect(after(1, false)).toBeGreaterThan(3);
    expect(after(9, false)).toBeCloseTo(1);
    expect(after(1, true)).toBeCloseTo(1);
  });

  it('counts missed calls, and how long counters wait for them', () => {
    const { pace } = days((day, from) => {
      const recalled = day.act(from + 2, day.act(from, day.issue(from), CALL), { type: 'recall' });
      day.act(from + 5, recalled, { type: 'mark-no-show' });
      day.serve(day.issue(from), from + 6, from + 12);
    });

    expect(pace.noShowShare).toBeGreaterThan(0.4);
    expect(pace.noShowShare).toBeLessThan(0.5);
    expect(pace.noShowMs / 60_000).toBeGreaterThan(4);
  });

  it('judges a promise by the first call', () => {
    const day = new Day();
    const [early, kept, late] = [day.issue(0), day.issue(0), day.issue(0)];
    day.act(5, early, CALL);
    day.act(15, day.act(15, kept, CALL), { type: 'send-back' });
    day.act(25, late, CALL);

    expect(standing(day, 25)).toEqual({ known: 3, kept: 1 });
  });

  it.each<VisitAction>([
    { type: 'hold', until: minutesAfterT0(30) },
    { type: 'postpone', until: minutesAfterT0(30) },
    { type: 'set-priority', priority: 'priority' },
    { type: 'transfer', toQueueId: CERT, reservedFor: null, andBack: false },
    { type: 'cancel', as: 'left' },
  ])('judges no promise to a visitor who then waits for something else: $type', (action) => {
    const day = new Day();
    day.act(5, day.issue(0), action);

    expect(standing(day, 60)).toEqual({ known: 0, kept: 0 });
  });

  it('ignores what was undone', () => {
    const undone = days((day, from) => {
      const serving = day.act(from + 1, day.act(from, day.issue(from), CALL), START);
      day.act(from + 4, serving, FINISH);
      day.undo(from + 4.1, serving);
      day.act(from + 21, serving, FINISH);
    });
    const parked = days((day, from) => {
      const serving = day.act(from + 1, day.act(from, day.issue(from), CALL), START);
      day.act(from + 11, serving, { type: 'park', shared: false });
      day.undo(from + 11.1, serving);
      day.act(from + 21, serving, FINISH);
    });

    for (const history of [undone, parked]) expect(servingMinutes(history)).toBeCloseTo(20, 0);
  });

  it('ignores practice', () => {
    const day = new Day();
    for (let n = 0; n < 40; n += 1)
      day.serve(day.issue(n * 30, { training: true }), n * 30, n * 30 + 25);
    const { pace, arrivals } = day.history;

    expect(pace.of(CIVIL)).toEqual(new ServiceHistory().pace.of(CIVIL));
    expect(arrivals.perHour(CIVIL, 'normal', minutesAfterT0(0))).toBe(0);
    expect(standing(day, 2_000)).toEqual({ known: 0, kept: 0 });
  });
});
