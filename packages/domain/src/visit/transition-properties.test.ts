import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, VISITS } from '../../test/one-of-each.ts';
import { aWaitingVisit, CERT, COUNTER_2, minutesAfterT0, TODAY } from '../builders.ts';
import { servicesBehind } from './steps.ts';
import { allowedActions, transition } from './transition.ts';
import { coreOf, type Visit, type VisitIn } from './visit.ts';
import type { VisitAction } from './visit-action.ts';

/** When the service that goes on was started or started again. */
const at = (visit: Visit) => (visit.state === 'serving' ? visit.servingSince : null);

const CHANGES_QUEUE = new Set(['transfer', 'finish', 'go-on']);

describe('any sequence of actions', () => {
  // Final closings are rare, so that lives are long.
  const { finish, cancel, ...others } = ACTIONS;
  const action = fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<VisitAction>(finish, cancel) },
    {
      weight: 40,
      arbitrary: fc.constantFrom<VisitAction>(
        ...Object.values(others),
        { type: 'cancel', as: 'left' },
        {
          type: 'transfer',
          toQueueId: CERT,
          reservedFor: { type: 'counter', counterId: COUNTER_2 },
          andBack: true,
        },
      ),
    },
  );
  const life = fc.array(action, { maxLength: 60, size: 'max' });
  const priority = fc.constantFrom('normal' as const, 'priority' as const);

  /** The visit after each action that was taken, beginning with itself. */
  function lived(
    actions: readonly VisitAction[],
    from: Visit,
  ): readonly (readonly [string, Visit])[] {
    const stations: (readonly [string, Visit])[] = [['issue', from]];
    let visit = from;
    for (const [index, one] of actions.entries()) {
      const result = transition(visit, one, { at: minutesAfterT0(index + 1), today: TODAY });
      expect(result.ok).toBe(allowedActions(visit, TODAY).includes(one.type));
      if (!result.ok) continue;
      visit = result.value;
      stations.push([one.type, visit]);
    }
    return stations;
  }

  it('keeps arrival, ticket and all else that came from the kiosk', () => {
    fc.assert(
      fc.property(life, priority, (actions, of) => {
        const first = aWaitingVisit({ priority: of });
        for (const [, visit] of lived(actions, first)) {
          const { id, ticket, arrivedAt, training } = coreOf(first);
          expect(visit).toMatchObject({ id, ticket, arrivedAt, training });
        }
      }),
    );
  });

  it('changes the queue by a transfer or with the next service only', () => {
    fc.assert(
      fc.property(life, (actions) => {
        const stations = lived(actions, aWaitingVisit());
        for (const [index, [type, visit]] of stations.entries()) {
          const before = stations[index - 1]?.[1];
          if (before === undefined || CHANGES_QUEUE.has(type)) continue;
          expect(visit.queueId).toBe(before.queueId);
        }
      }),
    );
  });

  it('counts the calls and recalls since the visit last waited', () => {
    fc.assert(
      fc.property(life, (actions) => {
        let calls = 0;
        for (const [type, visit] of lived(actions, aWaitingVisit())) {
          if (visit.state === 'waiting' || type === 'go-on') calls = 0;
          if (type === 'call' || type === 'recall') calls += 1;
          expect(visit.callCount).toBe(calls);
        }
      }),
    );
  });

  it('loses no service: what was asked for is done, in service or to come', () => {
    fc.assert(
      fc.property(life, (actions) => {
        const stations = lived(actions, aWaitingVisit());
        for (const [index, [type, visit]] of stations.entries()) {
          const before = stations[index - 1]?.[1];
          if (before === undefined) continue;
          const grows = type === 'add-service' ? 1 : 0;
          if (type === 'drop-service')
            expect(visit.next.length).toBeLessThanOrEqual(before.next.length);
          else if (type !== 'transfer')
            expect(visit.next.length + servicesBehind(visit)).toBe(
              before.next.length + servicesBehind(before) + grows,
            );
          else expect(visit.next.length).toBeGreaterThanOrEqual(before.next.length);
        }
      }),
    );
  });

  it('holds a place once at most, whatever happens before and after, and moves no other visit', () => {
    fc.assert(
      fc.property(life, (actions) => {
        const stations = lived(actions, aWaitingVisit());
        expect(stations.filter(([type]) => type === 'hold').length).toBeLessThanOrEqual(1);
        for (const [index, [type, visit]] of stations.entries()) {
          const before = stations[index - 1]?.[1];
          if (before === undefined || (type !== 'hold' && type !== 'return')) continue;
          const { held: _held, notBefore: _notBefore, ...rest } = before as VisitIn<'waiting'>;
          expect(visit).toMatchObject(rest);
          expect(visit.held).toBe(type === 'hold' || before.held);
        }
      }),
    );
  });

  it('reinstates only visits that missed a call or left', () => {
    fc.assert(
      fc.property(life, (actions) => {
        const stations = lived(actions, aWaitingVisit());
        for (const [index, [type]] of stations.entries()) {
          const before = stations[index - 1]?.[1];
          if (type !== 'reinstate') continue;
          expect(['no-show', 'left']).toContain(before?.state === 'closed' && before.outcome);
        }
      }),
    );
  });

  it('leaves no field of a former state behind', () => {
    const MAY_BE_ABSENT = new Set(['begunAt', 'waitsFrom', 'firstCalledAt', 'rewaitedMs']);
    const fieldsOf = (visit: Visit) =>
      Object.keys(visit)
        .filter((field) => !MAY_BE_ABSENT.has(field))
        .toSorted();
    const fields = Object.fromEntries(
      Object.values(VISITS).map((visit) => [visit.state, fieldsOf(visit)]),
    );
    fc.assert(
      fc.property(life, (actions) => {
        for (const [, visit] of lived(actions, aWaitingVisit())) {
          expect(fieldsOf(visit)).toEqual(fields[visit.state]);
          if (visit.state === 'waiting') expect(visit).not.toHaveProperty('begunAt');
          if (visit.state === 'serving')
            expect(visit.begunAt).toBeLessThanOrEqual(visit.servingSince);
        }
      }),
    );
  });

  it('forgets no stay at a counter: each that was begun is in the past, or still goes on', () => {
    fc.assert(
      fc.property(life, (actions) => {
        let begun = 0;
        for (const [type, visit] of lived(actions, aWaitingVisit())) {
          const before: number = begun;
          // A service that is parked and called again goes on; it is not begun anew.
          if (type === 'go-on' || (type === 'start-service' && visit.begunAt === at(visit)))
            begun = before + 1;
          expect(visit.past.length + (visit.begunAt === undefined ? 0 : 1)).toBe(begun);
          for (const { startedAt, endedAt } of visit.past)
            expect(startedAt).toBeLessThanOrEqual(endedAt);
        }
      }),
    );
  });
});
