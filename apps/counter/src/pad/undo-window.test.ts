import { type CounterState, NO_VISITOR_NOTES, type Visit } from '@motcua/domain';
import {
  aCalledVisit,
  aClosedVisit,
  aWaitingVisit,
  COUNTER_2,
  COUNTER_3,
  LAN,
} from '@motcua/domain/builders';
import type { Change, ChangeOf } from '@motcua/protocol';
import { describe, expect, it } from 'vitest';
import { aMirror, idOf, minutesAgo, NOW } from '../page/example-room.ts';
import { counterChangedBy, undoneSteps, undoWindow as windowOf } from './undo-window.ts';

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
function undoWindow(accepted: readonly Change[], ...rest: Rest) {
  return windowOf({ accepted, notesBefore: null, undone: false }, ...rest);
}
type Rest = Parameters<typeof windowOf> extends [unknown, ...infer R] ? R : never;
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
      { key: 'counter.done-finish', params: { number: 'H020' } },
      { key: 'counter.done-call', params: { number: 'H021' } },
    ]);
  });

  it('names the next service of a finished visit, where one is left', () => {
    const waits = aWaitingVisit({ waitingSince: NOW });
    const accepted = [changed(waits, 'finish')];
    expect(undoWindow(accepted, COUNTER_2, aMirror({ visits: [waits] }), NOW)?.steps).toEqual([
      { key: 'counter.done-finish-waits', params: { number: 'H021' } },
    ]);
  });

  it('closes when a later action depends on it', () => {
    const since = aMirror({ visits: [{ ...called, callCount: 2 }] });
    expect(undoWindow([changed(called, 'call')], COUNTER_2, since, NOW)).toBeNull();
    expect(undoWindow([changed(called, 'call')], COUNTER_2, aMirror(), NOW)).toBeNull();
    const others = aMirror({ visits: [{ ...called, priority: 'priority' }] });
    expect(undoWindow([changed(called, 'set-party')], COUNTER_2, others, NOW)).toBeNull();
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

describe('what was undone', () => {
  it('is listed once for each visit, and cannot be undone in its turn', () => {
    const accepted = [changed(finished, 'undo'), changed(called, 'undo'), changed(called, 'undo')];
    const state = { accepted, notesBefore: null, undone: true };
    expect(undoneSteps(state, mirror, NOW)).toEqual([
      { key: 'counter.done-undo', params: { number: 'H020' } },
      { key: 'counter.done-undo', params: { number: 'H021' } },
    ]);
    expect(windowOf(state, COUNTER_2, mirror, NOW)).toBeNull();
  });
});

describe('the undo window of the floor', () => {
  it('opens for what was done without a counter, and only for that', () => {
    const cancelled = { ...changed(finished, 'cancel'), counterId: null };
    expect(undoWindow([cancelled], null, mirror, NOW)).toMatchObject({
      steps: [{ key: 'counter.done-cancel', params: { number: 'H020' } }],
      command: { type: 'undo', counterId: null },
    });
    expect(undoWindow([changed(finished, 'cancel')], null, mirror, NOW)).toBeNull();
  });
});

describe('the undo window of a counter', () => {
  const turned = (counter: CounterState): ChangeOf<'counter-changed'> => ({
    type: 'counter-changed',
    counter,
    undone: false,
    seq: 2,
    at: NOW,
    by: { deviceId: null, personId: LAN, reason: null },
  });
  const closed = turned({ counterId: COUNTER_2, state: 'closed' });

  it('opens for a pause', () => {
    const state = {
      counterId: COUNTER_2,
      state: 'paused',
      clerkId: LAN,
      since: NOW,
      reason: 'lunch',
      training: false,
    } as const;
    const paused = aMirror({ seats: new Map([[COUNTER_2, state]]) });
    expect(undoWindow([turned(state)], COUNTER_2, paused, NOW)).toMatchObject({
      steps: [{ key: 'counter.done-counter-paused', params: { counter: 2 } }],
      command: { type: 'undo', counterId: COUNTER_2 },
    });
    expect(undoWindow([turned(state)], COUNTER_2, aMirror(), NOW)).toBeNull();
  });

  it('includes the visits that a closing counter released', () => {
    const gone = aMirror({ visits: [called], seats: new Map() });
    const accepted = [closed, changed(called, 'reserve')];
    expect(counterChangedBy(accepted)).toBe(COUNTER_2);
    expect(undoWindow(accepted, COUNTER_2, gone, NOW)?.steps).toEqual([
      { key: 'counter.done-counter-closed', params: { counter: 2 } },
    ]);
  });

  it('restores the former notes about a visitor', () => {
    const before = { ...NO_VISITOR_NOTES, note: 'chờ bản sao' };
    const noted: Change = {
      type: 'care-changed',
      visitId: called.id,
      care: null,
      seq: 2,
      at: NOW,
      by: { deviceId: null, personId: LAN, reason: null },
    };
    const state = { accepted: [noted], notesBefore: before, undone: false };
    const window = windowOf(state, COUNTER_2, mirror, NOW);
    expect(window?.command).toEqual({ type: 'set-care', visitId: called.id, care: before });
    expect(undoneSteps(state, mirror, NOW)).toEqual([]);

    const undone = { ...state, undone: true };
    expect(windowOf(undone, COUNTER_2, mirror, NOW)).toBeNull();
    expect(undoneSteps(undone, mirror, NOW)).toEqual([
      { key: 'counter.done-undo', params: { number: called.ticket.number } },
    ]);
    expect(undoneSteps(undone, mirror, later(10_000))).toEqual([]);
  });
});
