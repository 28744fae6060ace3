import { describe, expect, it } from 'vitest';
import {
  aCalledVisit,
  aServingVisit,
  aWaitingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  T0,
} from '../builders.ts';
import { callRefusal, reserveRefusal } from './counter.ts';

describe('A counter', () => {
  it('calls no visit while closed, paused or taken', () => {
    expect(callRefusal({ state: 'open' }, null)).toBeNull();
    expect(callRefusal({ state: 'paused' }, null)).toBe('counter-paused');
    expect(callRefusal({ state: 'paused' }, aCalledVisit())).toBe('finish-first');
    expect(callRefusal({ state: 'closed' }, null)).toBe('counter-closed');
  });

  it('can have visits reserved that it may call', () => {
    const counter = { queueIds: [CIVIL], quick: 'no' } as const;
    const now = {
      ...({ counterId: COUNTER_2, state: 'open', since: T0, training: false } as const),
      clerkId: aServingVisit().clerkId,
    };
    expect(reserveRefusal(aWaitingVisit(), counter, now, null)).toBeNull();
    expect(reserveRefusal(aWaitingVisit({ queueId: CERT }), counter, now, null)).toBe(
      'not-served-there',
    );
    expect(reserveRefusal(aWaitingVisit({ training: true }), counter, now, null)).toBe(
      'counter-closed',
    );
    const closed = { counterId: COUNTER_2, state: 'closed' } as const;
    for (const state of [closed, undefined])
      expect(reserveRefusal(aWaitingVisit(), counter, state, null)).toBe('counter-closed');
  });
});
