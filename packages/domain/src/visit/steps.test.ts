import { describe, expect, it } from 'vitest';
import { aNextStep, aServingVisit, CERT, CIVIL, LAN } from '../builders.ts';
import type { QueueId, ServiceId } from '../ids.ts';
import type { NextStep } from './visit.ts';
import { enterStep, nextStepOf, sensibleNext, type WayAhead } from './steps.ts';

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
