import { describe, expect, it } from 'vitest';
import {
  aClosedVisit,
  aNextStep,
  aServingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  LAN,
  minutesAfterT0,
  TODAY,
} from '../builders.ts';
import type { QueueId, ServiceId } from '../ids.ts';
import type { NextStep, Visit } from './visit.ts';
import {
  enterStep,
  nextStepOf,
  sensibleNext,
  servedAt,
  stepJustServed,
  type WayAhead,
  withResult,
} from './steps.ts';
import { transition } from './transition.ts';

const LAND = 'land' as QueueId;
const copy = aNextStep();
const birth = aNextStep({ serviceId: 'birth' as ServiceId, queueId: CIVIL });
const map = aNextStep({ serviceId: 'map' as ServiceId, queueId: LAND });

const way = (overrides: Partial<WayAhead> = {}): WayAhead => ({
  isHere: () => false,
  isServed: () => true,
  waiting: () => 0,
  ...overrides,
});
const lengths = (known: Readonly<Record<string, number>>) => (id: QueueId) => known[id] ?? 0;

describe('what was done in a step', () => {
  const context = { at: minutesAfterT0(30), today: TODAY };
  const finished = (visit: Visit): Visit => {
    const after = transition(visit, { type: 'finish', nextServiceId: null }, context);
    return after.ok ? after.value : visit;
  };
  const recorded = { step: 0, result: 'received', dossierCode: 'H44.10-250715-0007' } as const;

  it('is recorded of the step that was just served, though the visit waits for the next', () => {
    const waits = finished(aServingVisit({ next: [copy] }));
    expect(stepJustServed(waits)).toBe(0);
    expect([servedAt(waits, 0), servedAt(waits, 1)]).toEqual([COUNTER_2, undefined]);
    const after = transition(waits, { type: 'set-result', ...recorded }, context);
    expect(after).toMatchObject({ value: { state: 'waiting', results: [recorded] } });
  });

  it('is recorded of the last step when the visit is over', () => {
    const over = finished(aServingVisit());
    expect([stepJustServed(over), servedAt(over, 0), servedAt(over, 1)]).toEqual([
      0,
      null,
      undefined,
    ]);
    expect(transition(over, { type: 'set-result', ...recorded }, context)).toMatchObject({
      value: { state: 'closed', results: [recorded] },
    });
  });

  it('replaces what was recorded before, and nothing else', () => {
    const once = withResult(finished(aServingVisit()), { step: 1, result: 'advised' });
    const twice = withResult(withResult(once, recorded), { step: 0, result: 'sent-back' });
    expect(twice.results).toEqual([
      { step: 1, result: 'advised' },
      { step: 0, result: 'sent-back' },
    ]);
  });

  it.each([
    ['practice', { ...finished(aServingVisit()), training: true }],
    ['yesterday', { ...finished(aServingVisit()), day: '2026-11-22' as typeof TODAY }],
    ['a visit that was not served', aClosedVisit({ outcome: 'no-show' })],
  ])('is not recorded of %s', (_name, visit) => {
    expect(transition(visit, { type: 'set-result', ...recorded }, context).ok).toBe(false);
  });
});

describe('the next of several services', () => {
  it('is the one in the shortest line', () => {
    const next = [copy, birth, map];
    const waiting = lengths({ [CERT]: 4, [CIVIL]: 1, [LAND]: 2 });
    expect(sensibleNext({ next }, way({ waiting }))).toBe(birth);
  });

  it('is the first chosen where lines are equal', () => {
    expect(sensibleNext({ next: [map, copy, birth] }, way())).toBe(map);
  });

  it('is what this very counter can do, however long its line', () => {
    const waiting = lengths({ [CERT]: 9 });
    const isHere = ({ queueId }: NextStep) => queueId === CERT;
    expect(sensibleNext({ next: [birth, copy] }, way({ waiting, isHere }))).toBe(copy);
  });

  it('is not in a line without a serving counter while another is served', () => {
    const isServed = ({ queueId }: NextStep) => queueId !== LAND;
    const waiting = lengths({ [CIVIL]: 7 });
    expect(sensibleNext({ next: [map, birth] }, way({ isServed, waiting }))).toBe(birth);
  });

  it('is the way back to the clerk who asked for it', () => {
    const back = aNextStep({ queueId: LAND, reservedFor: { type: 'clerk', clerkId: LAN } });
    expect(
      sensibleNext({ next: [back, copy] }, way({ isHere: ({ queueId }) => queueId === CERT })),
    ).toBe(back);
  });

  it('is nothing when everything is done', () => {
    expect(sensibleNext({ next: [] }, way())).toBeNull();
    expect(nextStepOf({ next: [] }, copy.serviceId)).toBeNull();
  });

  it('is the one that was named, else the first', () => {
    expect(nextStepOf({ next: [copy, birth] }, birth.serviceId)).toBe(birth);
    expect(nextStepOf({ next: [copy, birth] }, map.serviceId)).toBe(copy);
  });

  it('is begun once, though the same service is to come again', () => {
    expect(enterStep(aServingVisit({ next: [copy, copy, birth] }), copy).next).toEqual([
      copy,
      birth,
    ]);
  });
});
