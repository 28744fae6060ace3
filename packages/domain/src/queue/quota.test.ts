import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../test/one-of-each.ts';
import { place } from '../../test/waiting-visits.ts';
import { aNextStep, aWaitingVisit, CERT, CIVIL, minutesAfterT0, TODAY } from '../builders.ts';
import type { QueueId, ServiceId } from '../ids.ts';
import { PlacesTaken, queueWithoutPlace } from './quota.ts';
import { transition } from '../visit/transition.ts';
import type { NextStep, Visit } from '../visit/visit.ts';
import type { VisitAction } from '../visit/visit-action.ts';

const anyQueue = fc.constantFrom(CIVIL, CERT);
const quotas = fc.record({ [CIVIL]: fc.option(fc.nat(8)), [CERT]: fc.option(fc.nat(8)) });

/** What happens on a day: a visitor takes a ticket, or an action on a visit. */
const anyEvent = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('ask' as const),
      queueIds: fc.array(anyQueue, { minLength: 1, maxLength: 4 }),
      training: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('add' as const), who: fc.nat(), queueId: anyQueue }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('act' as const),
      who: fc.nat(),
      action: fc.constantFrom<VisitAction>(...Object.values(ACTIONS)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('undo' as const) }) },
);

let seq = 0;
const stepIn = (queueId: QueueId): NextStep => {
  seq += 1;
  return aNextStep({ queueId, serviceId: `service-${seq}` as ServiceId });
};

/** Simulates a day of a hub that checks the quota before it gives a place. */
function playDay(
  events: readonly (typeof anyEvent extends fc.Arbitrary<infer E> ? E : never)[],
  quotaOf: (queueId: QueueId) => number | null,
  look: (taken: PlacesTaken, visits: readonly Visit[]) => void,
): void {
  const taken = new PlacesTaken();
  const visits: Visit[] = [];
  /** The last action, while it can be taken back. */
  const undoable: { readonly index: number; readonly before: Visit }[] = [];
  const left = (queueId: QueueId) => {
    const quota = quotaOf(queueId);
    return quota === null ? null : quota - taken.in(queueId);
  };
  const become = (index: number, before: Visit, action: VisitAction) => {
    const moment = { at: minutesAfterT0(1), today: TODAY };
    const after = transition(before, action, moment);
    if (!after.ok) return;
    taken.changed(before, after.value, action.type);
    visits[index] = after.value;
    undoable.splice(0, 1, { index, before });
  };
  for (const event of events) {
    if (event.type === 'ask') {
      const steps = event.queueIds.map(stepIn);
      const [first, ...next] = steps;
      if (first === undefined) continue;
      if (!event.training && queueWithoutPlace(steps, left) !== null) continue;
      const { training } = event;
      const visit = aWaitingVisit({ ...place(visits.length), ...first, next, training });
      taken.given(visit);
      visits.push(visit);
    } else if (event.type === 'undo') {
      const last = undoable.pop();
      const now = visits[last?.index ?? 0];
      if (last === undefined || now === undefined) continue;
      taken.changed(now, last.before, 'undo');
      visits[last.index] = last.before;
    } else {
      const index = event.who % Math.max(visits.length, 1);
      const visit = visits[index];
      if (visit === undefined) continue;
      if (event.type === 'add') {
        const step = stepIn(event.queueId);
        if (!visit.training && queueWithoutPlace([step], left) !== null) continue;
        become(index, visit, { type: 'add-service', step });
      } else if (event.action.type !== 'add-service') become(index, visit, event.action);
    }
    look(taken, visits);
  }
}

describe('the daily quota of a queue', () => {
  it('is never passed, neither by tickets for several services nor by added ones', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), quotas, (events, of) => {
        playDay(
          events,
          (queueId) => of[queueId] ?? null,
          (taken) => {
            for (const queueId of [CIVIL, CERT])
              expect(taken.in(queueId)).toBeLessThanOrEqual(of[queueId] ?? Infinity);
          },
        );
      }),
      { numRuns: 300 },
    );
  });

  it('counts every service that was given, once, whatever becomes of the visit', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        playDay(
          events.filter(({ type }) => type !== 'act'),
          () => null,
          (taken, visits) => {
            const wished = visits
              .filter(({ training }) => !training)
              .flatMap(({ queueId, next }) => [queueId, ...next.map((step) => step.queueId)]);
            for (const queueId of [CIVIL, CERT])
              expect(taken.in(queueId)).toBe(wished.filter((each) => each === queueId).length);
          },
        );
      }),
      { numRuns: 300 },
    );
  });

  it('gives no place back when a service is dropped, done or transferred, nor for practice', () => {
    fc.assert(
      fc.property(
        fc.array(anyQueue, { maxLength: 3 }),
        fc.array(fc.constantFrom<VisitAction>(...Object.values(ACTIONS)), { maxLength: 30 }),
        (queueIds, actions) => {
          const first = aWaitingVisit({ next: queueIds.map(stepIn) });
          const taken = new PlacesTaken();
          taken.given(first);
          taken.given({ ...first, training: true });
          let visit: Visit = first;
          let places = 1 + queueIds.length;
          for (const action of actions) {
            const after = transition(visit, action, { at: minutesAfterT0(1), today: TODAY });
            if (!after.ok) continue;
            taken.changed(visit, after.value, action.type);
            if (action.type === 'add-service') places += 1;
            if (action.type !== 'add-service') {
              const counted = [taken.in(CIVIL), taken.in(CERT)];
              taken.changed(after.value, visit, 'undo');
              expect([taken.in(CIVIL), taken.in(CERT)]).toEqual(counted);
            }
            visit = after.value;
          }
          expect(taken.in(CIVIL) + taken.in(CERT)).toBe(places);
        },
      ),
    );
  });

  it('has no place for two services when one is left', () => {
    const steps = [{ queueId: CIVIL }, { queueId: CERT }, { queueId: CIVIL }];
    expect(queueWithoutPlace(steps, () => 1)).toBe(CIVIL);
    expect(queueWithoutPlace(steps, () => 2)).toBeNull();
    expect(queueWithoutPlace(steps, () => null)).toBeNull();
  });
});
