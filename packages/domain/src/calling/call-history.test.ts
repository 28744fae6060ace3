import { describe, expect, it } from 'vitest';
import { aCalledVisit, aWaitingVisit, COUNTER_2, minutesAfterT0 } from '../builders.ts';
import { CallHistory, type Happened } from './call-history.ts';

const happened = (minute: number, visit: Happened['visit'], action: Happened['action']) => ({
  visit,
  action,
  counterId: COUNTER_2,
  at: minutesAfterT0(minute),
});
const called = happened(1, aCalledVisit({ priority: 'priority' }), 'call');
const again = (waitingSince: number) =>
  aWaitingVisit({ priority: 'priority', waitingSince: minutesAfterT0(waitingSince) });

describe('the calls of a counter', () => {
  it('are one less when a call is undone', () => {
    const history = CallHistory.empty.after(called);
    expect(history.at(COUNTER_2)).toEqual(['priority']);
    expect(history.after(happened(1.1, again(0), 'undo')).at(COUNTER_2)).toEqual([]);
  });

  it('stay when what is undone came after the visit was sent back to its queue', () => {
    const history = CallHistory.empty
      .after(called)
      .after(happened(2, again(2), 'send-back'))
      .after(happened(3, aWaitingVisit({ waitingSince: minutesAfterT0(2) }), 'set-priority'))
      .after(happened(3.1, again(2), 'undo'));

    expect(history.at(COUNTER_2)).toEqual(['priority']);
  });

  it('stay when the visit is still at the counter after the undo', () => {
    const history = CallHistory.empty.after(called);
    expect(history.after(happened(1.1, called.visit, 'undo')).at(COUNTER_2)).toEqual(['priority']);
  });

  it('leave practice out', () => {
    const practice = happened(1, aCalledVisit({ training: true }), 'call');
    expect(CallHistory.empty.after(practice).at(COUNTER_2)).toEqual([]);
  });

  it('are written down as classes, and read again', () => {
    const history = CallHistory.of(CallHistory.empty.after(called).toRecord());
    expect(history.at(COUNTER_2)).toEqual(['priority']);
    expect(history.after(happened(1.1, again(0), 'undo')).at(COUNTER_2)).toEqual(['priority']);
  });
});
