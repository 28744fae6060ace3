import { aClosedVisit, aParkedVisit, COUNTER_2 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { counterView } from '../screens/counter-view.ts';
import { aMirror, minutesAgo, NOW, TWELVE_WAITING } from '../page/example-room.ts';
import { canCall, pressOf, rowsOf } from './people-tabs.ts';

const viewOf = (room: Parameters<typeof aMirror>[0]) => {
  const view = counterView(aMirror(room), COUNTER_2, NOW);
  if (view === null) throw new Error('no counter');
  return view;
};

describe('the key of a line', () => {
  it('opens the menu of a waiting visit: out of order needs a reason', () => {
    const view = viewOf({ visits: TWELVE_WAITING });
    const [first] = rowsOf(view, 'waiting');
    expect(first && pressOf(first, canCall(view))).toEqual({ type: 'menu' });
  });

  it('calls a parked visit again, but none while the counter is taken', () => {
    const view = viewOf({ visits: [aParkedVisit()] });
    const [row] = rowsOf(view, 'parked');
    expect(row && pressOf(row, true)).toEqual({ type: 'act', action: 'call' });
    expect(row && pressOf(row, false)).toEqual({ type: 'not-now' });
  });

  it('reinstates a visit that missed a call', () => {
    const missed = aClosedVisit({ outcome: 'no-show', closedAt: minutesAgo(10) });
    const view = viewOf({ visits: [missed] });
    const [row] = rowsOf(view, 'missed');
    expect(row && pressOf(row, true)).toEqual({ type: 'act', action: 'reinstate' });
  });
});
