import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../test/one-of-each.ts';
import { aCalledVisit, aWaitingVisit, CERT, minutesAfterT0, T0, TODAY } from '../builders.ts';
import type { Instant } from '../ids.ts';
import { transition } from './transition.ts';
import type { Visit } from './visit.ts';
import type { VisitAction } from './visit-action.ts';
import { waitsOf } from './waits.ts';

const MINUTE = 60_000;

/** The visit after these actions, each so many minutes after T0. */
function lived(...steps: readonly (readonly [number, VisitAction])[]): Visit {
  let visit: Visit = aWaitingVisit();
  for (const [minute, action] of steps) {
    const result = transition(visit, action, { at: minutesAfterT0(minute), today: TODAY });
    if (!result.ok) throw new Error(`${action.type} of ${visit.state}`);
    visit = result.value;
  }
  return visit;
}
const inMinutes = (visit: Visit, minute: number) => {
  const { first, again, total } = waitsOf(visit, minutesAfterT0(minute));
  return [first, again, total].map((ms) => (ms === null ? null : ms / MINUTE));
};
const TRANSFER: VisitAction = {
  type: 'transfer',
  toQueueId: CERT,
  reservedFor: null,
  andBack: false,
};

describe('What a visitor waited', () => {
  it('is from arrival to the first call, and stands still after it', () => {
    expect(inMinutes(lived(), 12)).toEqual([12, null, 12]);
    const served = lived([17, ACTIONS.call], [19, ACTIONS['start-service']]);
    expect(inMinutes(served, 40)).toEqual([17, null, 17]);
    expect(inMinutes(lived([17, ACTIONS.call], [18, ACTIONS.recall]), 40)).toEqual([17, null, 17]);
  });

  it('goes on in line after a transfer, and counts neither the walk nor the service', () => {
    const steps = [
      [17, ACTIONS.call],
      [18, ACTIONS['start-service']],
      [25, TRANSFER],
    ] as const;
    expect(inMinutes(lived(...steps), 39)).toEqual([17, 14, 31]);
    expect(inMinutes(lived(...steps, [39, ACTIONS.call]), 55)).toEqual([17, 14, 31]);
  });

  it('adds up every time in line, whatever it was sent back for', () => {
    const visit = lived(
      [10, ACTIONS.call],
      [11, ACTIONS['send-back']],
      [14, ACTIONS.reserve],
      [16, ACTIONS.call],
      [20, ACTIONS['mark-no-show']],
      [30, ACTIONS.reinstate],
    );
    expect(inMinutes(visit, 37)).toEqual([10, 5 + 7, 22]);
  });

  it('does not count while it is parked', () => {
    const visit = lived([10, ACTIONS.call], [12, ACTIONS.park], [30, ACTIONS.call]);
    expect(inMinutes(visit, 31)).toEqual([10, null, 10]);
  });

  it('begins anew with the opening of the next morning: a night is not a wait', () => {
    const visit = lived([10, ACTIONS.call], [11, ACTIONS['send-back']], [20, ACTIONS['roll-over']]);
    const opens = 24 * 60;
    expect(visit.firstCalledAt).toBeUndefined();
    expect(inMinutes(visit, opens - 1)).toEqual([0, null, 0]);
    expect(inMinutes(visit, opens + 12)).toEqual([12, null, 12]);
  });

  it('is read of a visit of an older version as far as it is known', () => {
    const called = aCalledVisit({ arrivedAt: T0, calledAt: minutesAfterT0(8) });
    expect(inMinutes(called, 20)).toEqual([8, null, 8]);
  });

  it('is arrival to the first call and all time in line after it, in any life', () => {
    const { 'roll-over': _, ...ofOneDay } = ACTIONS;
    const action = fc.constantFrom<VisitAction>(...Object.values(ofOneDay), TRANSFER);
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        let visit: Visit = aWaitingVisit();
        let firstCall: Instant | null = null;
        let again = 0;
        let at = T0;
        for (const one of actions) {
          const next = (at + MINUTE) as Instant;
          if (visit.state === 'waiting' && firstCall !== null) again += MINUTE;
          at = next;
          const result = transition(visit, one, { at, today: TODAY });
          if (!result.ok) continue;
          if (result.value.state === 'called' && firstCall === null) firstCall = at;
          visit = result.value;
        }
        const waits = waitsOf(visit, at);
        expect(waits.again ?? 0).toBe(again);
        if (firstCall !== null) expect(waits.first).toBe(firstCall - T0);
        expect(waits.total).toBe(waits.first + again);
      }),
    );
  });
});
