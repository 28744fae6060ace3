import { describe, expect, it } from 'vitest';
import { ACTIONS, VISITS } from '../../test/one-of-each.ts';
import {
  aClosedVisit,
  aNextStep,
  aParkedVisit,
  aServingVisit,
  aWaitingVisit,
  CERT,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  minutesAfterT0,
  TODAY,
} from '../builders.ts';
import type { LocalDate } from '../ids.ts';
import { allowedActions, transition, type TransitionContext } from './transition.ts';
import { coreOf, type Visit, type VisitState } from './visit.ts';
import type { VisitAction, VisitActionType } from './visit-action.ts';

const TOMORROW = '2026-11-24' as LocalDate;
const context: TransitionContext = { at: minutesAfterT0(30), today: TODAY };

// The table of transition.ts, cell by cell; the closed visit is a no-show of the same day, with nothing left to do.
const TABLE = `
  state   | call   | recall | start-service | park   | transfer | send-back | postpone | mark-no-show     | finish          | go-on | cancel             | reinstate | add-service | drop-service | set-priority | set-party | set-result | reserve | hold    | return | roll-over
  waiting | called | –      | –             | –      | waiting  | –         | waiting  | –                | –               | –     | closed (cancelled) | –         | waiting     | –            | waiting      | waiting   | –          | waiting | waiting | –      | waiting
  called  | –      | called | serving       | parked | waiting  | waiting   | waiting  | closed (no-show) | –               | –     | closed (cancelled) | –         | called      | –            | called       | called    | –          | –       | –       | –      | waiting
  serving | –      | –      | –             | parked | waiting  | waiting   | waiting  | –                | closed (served) | –     | –                  | –         | serving     | –            | serving      | serving   | –          | –       | –       | –      | –
  parked  | called | –      | –             | parked | waiting  | waiting   | waiting  | –                | –               | –     | closed (cancelled) | –         | parked      | –            | parked       | parked    | –          | –       | –       | –      | waiting
  closed  | –      | –      | –             | –      | –        | –         | –        | –                | –               | –     | –                  | waiting   | –           | –            | –            | –         | –          | –       | –       | –      | –
`;

const [heading = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const cells = rows.flatMap(([state = '', ...answers]) =>
  answers.map((answer, column) => [state, heading[column + 1] ?? '', answer] as const),
);

const isState = (text: string): text is VisitState => text in VISITS;
const isAction = (text: string): text is VisitActionType => text in ACTIONS;

function cellOf(state: string, action: string): string {
  if (!isState(state) || !isAction(action)) return 'no such cell';
  const result = transition(VISITS[state], ACTIONS[action], context);
  if (!result.ok) return result.refusal.code === 'action-not-allowed' ? '–' : result.refusal.code;
  const visit = result.value;
  return visit.state === 'closed' ? `closed (${visit.outcome})` : visit.state;
}

describe('the life of a visit', () => {
  it('has twenty-one actions in five states', () => {
    expect(cells).toHaveLength(Object.keys(ACTIONS).length * Object.keys(VISITS).length);
  });

  it.each(cells)('from %s by %s leads to %s', (state, action, answer) => {
    expect(cellOf(state, action)).toBe(answer);
  });

  it.each(rows.map(([state = '']) => state))('offers from %s what the table allows', (state) => {
    const expected = cells
      .filter(([from, , answer]) => from === state && answer !== '–')
      .map(([, action]) => action);
    expect(isState(state) && allowedActions(VISITS[state], TODAY)).toEqual(expected);
  });

  it.each([
    ['no-show', TODAY, true],
    ['left', TODAY, true],
    ['no-show', TOMORROW, false],
    ['left', TOMORROW, false],
    ['served', TODAY, false],
    ['cancelled', TODAY, false],
    ['withdrawn', TODAY, false],
  ] as const)('takes back one closed as %s, on %s: %s', (outcome, today, isTaken) => {
    const closed = aClosedVisit({ outcome });
    const result = transition(closed, ACTIONS.reinstate, { ...context, today });
    expect(result.ok).toBe(isTaken);
    const allowed = allowedActions(closed, today).filter((type) => type !== 'set-result');
    expect(allowed).toEqual(isTaken ? ['reinstate'] : []);
  });

  it('names action and state when it refuses', () => {
    expect(transition(VISITS.waiting, ACTIONS.finish, context)).toEqual({
      ok: false,
      refusal: { code: 'action-not-allowed', detail: { action: 'finish', state: 'waiting' } },
    });
  });
});

describe('an action', () => {
  const after = (visit: Visit, action: VisitAction) => {
    const result = transition(visit, action, context);
    if (!result.ok) throw new Error(`${action.type} was refused`);
    return result.value;
  };

  it('that calls names counter, clerk and time', () => {
    expect(after(VISITS.waiting, ACTIONS.call)).toMatchObject({
      counterId: COUNTER_3,
      clerkId: HOA,
      calledAt: context.at,
      callCount: 1,
    });
  });

  it('that recalls counts on and keeps the counter', () => {
    expect(after(VISITS.called, ACTIONS.recall)).toMatchObject({
      counterId: COUNTER_2,
      clerkId: LAN,
      calledAt: context.at,
      callCount: 2,
    });
  });

  it('that calls a parked visit again counts on', () => {
    const parked = aParkedVisit({ callCount: 2 });
    expect(after(parked, ACTIONS.call)).toMatchObject({ state: 'called', callCount: 3 });
  });

  it('that sends back leaves of the counter only the time that was spent there', () => {
    const waiting = { state: 'waiting', waitingSince: context.at, callCount: 0 } as const;
    const called = after(VISITS.called, ACTIONS['send-back']);
    expect(called).toEqual({ ...coreOf(VISITS.called), ...waiting });
    const visit = after(VISITS.serving, ACTIONS['send-back']);
    const { serviceId, queueId } = visit;
    const stay = { serviceId, queueId, counterId: COUNTER_2, clerkId: LAN, outcome: 'unfinished' };
    const past = [{ ...stay, startedAt: aServingVisit().servingSince, endedAt: context.at }];
    expect(visit).toEqual({ ...coreOf(VISITS.serving), ...waiting, past });
  });

  it.each<VisitActionType>(['send-back', 'postpone', 'transfer', 'roll-over', 'cancel'])(
    'that ends a parked service keeps the time at the counter, from its start until it was parked: %s',
    (type) => {
      const serving = after(after(aWaitingVisit(), ACTIONS.call), ACTIONS['start-service']);
      const parked = transition(serving, ACTIONS.park, { ...context, at: minutesAfterT0(35) });
      if (!parked.ok) throw new Error(parked.refusal.code);
      const ended = transition(parked.value, ACTIONS[type], { ...context, at: minutesAfterT0(50) });
      expect(ended).toMatchObject({
        value: { past: [{ startedAt: context.at, endedAt: minutesAfterT0(35) }] },
      });
    },
  );

  it('that transfers to one counter reserves the visit for it; to a queue, for none', () => {
    const reservedFor = { type: 'counter', counterId: COUNTER_3 } as const;
    const reserved = after(VISITS.serving, { ...ACTIONS.transfer, reservedFor });
    expect(reserved).toMatchObject({ queueId: CERT, reservedFor });
    expect(after(reserved, ACTIONS.transfer)).toMatchObject({ reservedFor: null });
  });

  it.each(['cancelled', 'withdrawn', 'left'] as const)('that cancels closes as %s', (as) => {
    expect(after(VISITS.parked, { type: 'cancel', as })).toMatchObject({
      state: 'closed',
      outcome: as,
      closedAt: context.at,
    });
  });
});

describe('a visit with more than one service', () => {
  const after = (visit: Visit, action: VisitAction) => {
    const result = transition(visit, action, context);
    if (!result.ok) throw new Error(`${action.type} was refused`);
    return result.value;
  };
  const copy = aNextStep();
  const marriage = aServingVisit({ next: [copy] });

  it('waits in the next queue with its arrival when a service ends', () => {
    expect(after(marriage, ACTIONS.finish)).toMatchObject({
      state: 'waiting',
      queueId: CERT,
      serviceId: copy.serviceId,
      arrivedAt: marriage.arrivedAt,
      callCount: 0,
      next: [],
      past: [{ serviceId: marriage.serviceId, counterId: COUNTER_2, outcome: 'served' }],
    });
  });

  it('goes on at the same counter where that is asked', () => {
    expect(after(marriage, ACTIONS['go-on'])).toMatchObject({
      state: 'serving',
      counterId: COUNTER_2,
      servingSince: context.at,
      queueId: CERT,
      next: [],
    });
  });

  it('is served once all of them are done', () => {
    const last = after(after(marriage, ACTIONS['go-on']), ACTIONS.finish);
    expect(last).toMatchObject({ state: 'closed', outcome: 'served' });
  });

  it('takes no more than five', () => {
    const full = aServingVisit({ next: [copy, copy, copy, copy] });
    expect(allowedActions(full, TODAY)).not.toContain('add-service');
    expect(allowedActions({ ...full, next: [copy, copy, copy] }, TODAY)).toContain('add-service');
  });

  it('comes back to the clerk who transferred it and asked for it', () => {
    const away = after(aServingVisit(), { ...ACTIONS.transfer, andBack: true });
    expect(away).toMatchObject({ queueId: CERT, past: [{ outcome: 'transferred' }] });
    const served = aServingVisit({ ...coreOf(away), counterId: COUNTER_3, clerkId: HOA });
    expect(after(served, ACTIONS.finish)).toMatchObject({
      state: 'waiting',
      queueId: marriage.queueId,
      reservedFor: { type: 'clerk', clerkId: LAN },
    });
  });
});

describe('a visit that stepped out', () => {
  const held = aWaitingVisit({ notBefore: minutesAfterT0(40), held: true });

  it('holds its place once', () => {
    expect(allowedActions(held, TODAY)).not.toContain('hold');
    expect(allowedActions({ ...held, notBefore: null }, TODAY)).not.toContain('hold');
  });

  it('is back when it says so, and keeps its place', () => {
    const back = transition(held, ACTIONS.return, context);
    expect(back).toEqual({ ok: true, value: { ...held, notBefore: null } });
  });
});
