import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../test/one-of-each.ts';
import { place } from '../../test/waiting-visits.ts';
import { aNextStep, aServingVisit, aWaitingVisit, minutesAfterT0, TODAY } from '../builders.ts';
import type { LocalDate } from '../ids.ts';
import { nightOf } from './night.ts';
import { DAY_ENDS } from '../site/site.ts';
import { servicesBehind } from './steps.ts';
import { transition } from './transition.ts';
import type { Visit } from './visit.ts';
import type { VisitAction } from './visit-action.ts';

const TOMORROW = '2026-11-24' as LocalDate;
const OPENS = minutesAfterT0(24 * 60);
const MIDNIGHT = { at: minutesAfterT0(16 * 60), today: TODAY };

const anyAction = fc.constantFrom<VisitAction>(...Object.values(ACTIONS), {
  type: 'transfer',
  toQueueId: aNextStep().queueId,
  reservedFor: null,
  andBack: true,
});
/** Visits that have gone through anything by the evening. */
const anyEvening: fc.Arbitrary<readonly Visit[]> = fc
  .array(
    fc.record({
      actions: fc.array(anyAction, { maxLength: 12 }),
      training: fc.constantFrom(false, false, false, true),
      arrived: fc.nat(200),
      steps: fc.nat(2),
    }),
    { maxLength: 12 },
  )
  .map((lives) =>
    lives.map(({ actions, training, arrived, steps }, seq) => {
      const arrivedAt = minutesAfterT0(arrived);
      const next = Array.from({ length: steps }, () => aNextStep());
      let visit: Visit = aWaitingVisit({ ...place(seq), arrivedAt, training, next });
      for (const action of actions) {
        const context = { at: minutesAfterT0(210), today: TODAY };
        const after = transition(visit, action, context);
        if (after.ok && action.type !== 'roll-over') visit = after.value;
      }
      return visit;
    }),
  );
const dayEnd = fc.constantFrom(...DAY_ENDS);

describe('the night', () => {
  it('closes and names every visit that is left, or carries it over: never both, and none is lost', () => {
    fc.assert(
      fc.property(anyEvening, dayEnd, (visits, end) => {
        const { evening, morning, leftOver, rolledOver } = nightOf(
          visits,
          end,
          MIDNIGHT,
          TOMORROW,
          OPENS,
        );
        const last = new Map([...evening, ...morning].map(({ visit }) => [visit.id, visit]));
        const open = visits.filter(({ state }) => state !== 'closed');
        expect(new Set(last.keys())).toEqual(new Set(open.map(({ id }) => id)));
        for (const { id, ticket, training } of open) {
          const after = last.get(id);
          const goesOn = morning.some(({ visit }) => visit.id === id);
          expect(after?.state).toBe(goesOn ? 'waiting' : 'closed');
          expect(rolledOver.includes(ticket.number)).toBe(goesOn);
          expect(leftOver.includes(ticket.number)).toBe(!training);
          if (goesOn) expect([end, training, after?.day]).toEqual(['roll-over', false, TOMORROW]);
        }
        expect(leftOver.length).toBe(open.filter(({ training }) => !training).length);
      }),
      { numRuns: 500 },
    );
  });

  it('moves no arrival, and takes no service from a visit that is carried over', () => {
    fc.assert(
      fc.property(anyEvening, dayEnd, (visits, end) => {
        const before = new Map(visits.map((visit) => [visit.id, visit]));
        const { evening, morning } = nightOf(visits, end, MIDNIGHT, TOMORROW, OPENS);
        for (const { visit } of [...evening, ...morning])
          expect(visit.arrivedAt).toBe(before.get(visit.id)?.arrivedAt);
        for (const { visit } of morning) {
          const evenings = before.get(visit.id);
          const services = (of: Visit) => servicesBehind(of) + of.next.length;
          expect(services(visit)).toBe(evenings === undefined ? null : services(evenings));
          // On the next day any counter may call them, at once.
          expect(visit).toMatchObject({ notBefore: null, reservedFor: null });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('carries over every visit that was not done, where the site is set to', () => {
    fc.assert(
      fc.property(anyEvening, (visits) => {
        const { rolledOver } = nightOf(visits, 'roll-over', MIDNIGHT, TOMORROW, OPENS);
        const undone = visits
          .filter(({ training, state }) => !training && state !== 'closed')
          .filter(({ state, next }) => state !== 'serving' || next.length > 0);
        expect(rolledOver).toEqual(undone.map(({ ticket }) => ticket.number));
      }),
    );
  });

  it('counts a visit in service as served, and carries over the remaining services only', () => {
    const copy = aNextStep();
    const night = nightOf(
      [aServingVisit({ next: [copy] })],
      'roll-over',
      MIDNIGHT,
      TOMORROW,
      OPENS,
    );
    expect(night.evening.map(({ action }) => action)).toEqual(['finish']);
    expect(night.morning).toMatchObject([
      { action: 'roll-over', visit: { serviceId: copy.serviceId, past: [{ outcome: 'served' }] } },
    ]);
    expect(nightOf([aServingVisit()], 'roll-over', MIDNIGHT, TOMORROW, OPENS)).toMatchObject({
      evening: [{ action: 'finish', visit: { state: 'closed', outcome: 'served' } }],
      morning: [],
      rolledOver: [],
    });
  });
});
