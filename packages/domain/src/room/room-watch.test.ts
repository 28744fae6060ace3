import { describe, expect, it } from 'vitest';
import {
  aCalledVisit,
  aServingVisit,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  minutesAfterT0,
  T0,
} from '../builders.ts';
import { watchFindings } from './room-watch.ts';

const seat = { state: 'open', since: T0, training: false } as const;
const LAN_AT_2 = { ...seat, counterId: COUNTER_2, clerkId: LAN };

describe('What other staff see of a counter', () => {
  it('is that its page is disconnected, since when, and who is there', () => {
    const visit = aServingVisit({ servingSince: minutesAfterT0(20) });
    const gone = { ...LAN_AT_2, unattendedSince: minutesAfterT0(25) };
    const counters = [gone, { ...seat, counterId: COUNTER_3, clerkId: HOA }];
    expect(watchFindings(counters, [visit], minutesAfterT0(30))).toEqual([
      {
        subject: 'unattended',
        counterId: COUNTER_2,
        clerkId: LAN,
        since: minutesAfterT0(25),
        visit,
      },
    ]);
    const practice = { ...gone, training: true };
    expect(watchFindings([practice], [], minutesAfterT0(30))).toEqual([]);
  });

  it('is who was called to it 55 minutes ago', () => {
    const visit = aCalledVisit({ calledAt: minutesAfterT0(5) });
    expect(watchFindings([LAN_AT_2], [visit], minutesAfterT0(60))).toEqual([
      { subject: 'lingers', visit, ms: 55 * 60_000 },
    ]);
    expect(watchFindings([LAN_AT_2], [visit], minutesAfterT0(10))).toEqual([]);
  });
});
