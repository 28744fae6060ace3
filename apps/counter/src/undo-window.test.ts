import type { Visit } from '@motcua/domain';
import { aCalledVisit, aClosedVisit, COUNTER_2, COUNTER_3 } from '@motcua/domain/builders';
import type { ChangeOf } from '@motcua/protocol';
import { describe, expect, it } from 'vitest';
import { aMirror, idOf, minutesAgo, NOW } from './example-room.ts';
import { undoWindow } from './undo-window.ts';

const called = aCalledVisit({ calledAt: NOW });
const finished = aClosedVisit({
  id: idOf('H020'),
  ticket: { number: 'H020', seq: 20, language: 'vi' },
});

function changed(
  visit: Visit,
  action: ChangeOf<'visit-changed'>['action'],
  at = NOW,
): ChangeOf<'visit-changed'> {
  const by = { deviceId: null, personId: null, reason: null };
  return {
    type: 'visit-changed',
    visit,
    action,
    counterId: COUNTER_2,
    because: null,
    seq: 2,
    at,
    by,
  };
}
const mirror = aMirror({ visits: [called, finished] });
const later = (ms: number) => (NOW + ms) as typeof NOW;

describe('the undo window', () => {
  it('stays open for ten seconds', () => {
    const accepted = [changed(called, 'call')];
    expect(undoWindow(accepted, COUNTER_2, mirror, NOW)?.leftMs).toBe(10_000);
    expect(undoWindow(accepted, COUNTER_2, mirror, later(9_999))?.leftMs).toBe(1);
    expect(undoWindow(accepted, COUNTER_2, mirror, later(10_000))).toBeNull();
  });

  it('takes a finish and the call that came with it together', () => {
    const accepted = [changed(finished, 'finish'), changed(called, 'call')];
    expect(undoWindow(accepted, COUNTER_2, mirror, NOW)?.steps).toEqual([
      { action: 'finish', number: 'H020' },
      { action: 'call', number: 'H021' },
    ]);
  });

  it('closes when somebody has built on the action', () => {
    const since = aMirror({ visits: [{ ...called, callCount: 2 }] });
    expect(undoWindow([changed(called, 'call')], COUNTER_2, since, NOW)).toBeNull();
    expect(undoWindow([changed(called, 'call')], COUNTER_2, aMirror(), NOW)).toBeNull();
  });

  it('does not open for an undo, nor for what another counter did', () => {
    expect(undoWindow([changed(called, 'undo')], COUNTER_2, mirror, NOW)).toBeNull();
    expect(undoWindow([changed(called, 'call')], COUNTER_3, mirror, NOW)).toBeNull();
    expect(undoWindow([], COUNTER_2, mirror, NOW)).toBeNull();
  });

  it('never shows more than ten seconds, even when the clocks disagree', () => {
    const early = minutesAgo(1);
    expect(undoWindow([changed(called, 'call')], COUNTER_2, mirror, early)?.leftMs).toBe(10_000);
  });
});
