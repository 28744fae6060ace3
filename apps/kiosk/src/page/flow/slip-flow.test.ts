import { ok, type Instant, type PrintJobId, type ServiceId } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import type { IssuedTicket } from '../../bridge.ts';
import { nextFlow, startFlow, type Flow, type FlowEvent } from './kiosk-flow.ts';
import { saidOfSlip } from './slip-flow.ts';

const MARRIAGE = 'marriage' as ServiceId;
const PRINT_1 = 'print-1' as PrintJobId;
const ticket: IssuedTicket = {
  printJobId: PRINT_1,
  number: 'H021',
  serviceIds: [MARRIAGE],
  priority: false,
  training: false,
  booking: null,
  peopleAhead: 4,
  estimate: null,
  counters: [2],
  bookedFor: null,
  arrivedAt: T0,
  slipWithinMs: 30_000,
};
const after = (seconds: number): Instant => (T0 + seconds * 1_000) as Instant;

type Step = FlowEvent extends infer E ? (E extends unknown ? Omit<E, 'at'> : never) : never;
const play = (...steps: readonly Step[]): Flow => playFrom(startFlow(T0), T0, ...steps);
const playFrom = (flow: Flow, at: Instant, ...steps: readonly Step[]): Flow =>
  steps.reduce((current: Flow, step) => nextFlow(current, { ...step, at }), flow);

const look: Step = { type: 'look-at-service', serviceId: MARRIAGE };
const take: Step = { type: 'take-number', serviceId: MARRIAGE, requestId: 'request-1' };
const issued: Step = { type: 'answered', requestId: 'request-1', result: ok(ticket) };
const printed: Step = {
  type: 'slip',
  news: { id: PRINT_1, state: 'printed', proof: 'proved', fault: null, resolution: null },
};
const outOfPaper: Step = {
  type: 'slip',
  news: { id: PRINT_1, state: 'failed', proof: null, fault: 'out-of-paper', resolution: null },
};

describe('A slip that the printer cannot confirm', () => {
  const accepted: Step = {
    type: 'slip',
    news: { id: PRINT_1, state: 'printed', proof: 'accepted', fault: null, resolution: null },
  };
  const asked = play(look, take, issued, accepted);

  it('is asked about, for longer than a finished ticket is shown', () => {
    expect(asked.screen).toMatchObject({ name: 'ticket', slip: 'accepted' });
    expect(nextFlow(asked, { type: 'tick', at: after(59) })).toBe(asked);
    expect(nextFlow(asked, { type: 'tick', at: after(60) }).screen.name).toBe('welcome');
  });

  it('counts as printed when the visitor says so, and the number is shown large otherwise', () => {
    const came = playFrom(asked, T0, { type: 'slip-came-out', cameOut: true });
    expect(came.screen).toMatchObject({ name: 'ticket', slip: 'confirmed' });
    expect(saidOfSlip(came.screen)).toBe(true);
    const none = playFrom(asked, T0, { type: 'slip-came-out', cameOut: false });
    expect(none.screen).toMatchObject({ name: 'slip-failed', fault: 'not-delivered' });
    expect([saidOfSlip(none.screen), none.unresolvedPrint]).toEqual([false, PRINT_1]);
    expect(saidOfSlip(asked.screen)).toBeNull();
  });

  it('is asked about only where the printer cannot confirm it', () => {
    const step: Step = { type: 'slip-came-out', cameOut: false };
    expect(play(look, take, issued, step).screen).toMatchObject({ slip: 'printing' });
    expect(play(look, take, issued, printed, step).screen).toMatchObject({ slip: 'printed' });
  });
});

describe('A slip that failed', () => {
  const failed = play(look, take, issued, outOfPaper);
  const again: Step = { type: 'reprint' };

  it('is printed again, and shown as any other', () => {
    const copy = playFrom(failed, T0, again);
    expect(copy.screen).toEqual({ name: 'ticket', ticket, slip: 'printing', copy: true });
    expect(playFrom(copy, T0, printed).screen).toMatchObject({ name: 'ticket', slip: 'printed' });
    expect(playFrom(copy, T0, outOfPaper).screen).toMatchObject({ name: 'slip-failed' });
  });

  it('is not printed again while the visitor’s choice is being sent', () => {
    const chosen = playFrom(failed, T0, { type: 'choose-resolution', resolution: 'given-back' });
    expect(playFrom(chosen, T0, again)).toMatchObject({ screen: { name: 'slip-failed' } });
  });
});

describe('A number that the visitor does not want', () => {
  const want: Step = { type: 'want-give-back' };
  const give: Step = { type: 'give-back' };
  const resolved = (ok: boolean): Step => ({ type: 'resolved', printJobId: PRINT_1, ok });
  const wanted = play(look, take, issued, printed, want);

  it('is given back in two touches', () => {
    expect(wanted.screen).toMatchObject({ name: 'give-back', asked: false, ticket });
    const asked = playFrom(wanted, T0, give);
    expect(asked.screen).toMatchObject({ name: 'give-back', asked: true });
    expect(playFrom(asked, T0, resolved(true)).screen).toEqual({
      ...{ name: 'slip-settled', ticket, resolution: 'given-back' },
    });
    expect(playFrom(asked, T0, resolved(false)).screen).toMatchObject({
      ...{ name: 'give-back', asked: false, refused: true },
    });
  });

  it('is kept by the other button, with the current state of its slip', () => {
    const keep: Step = { type: 'keep-number' };
    expect(playFrom(wanted, T0, keep).screen).toMatchObject({ name: 'ticket', slip: 'printed' });
    const early = play(look, take, issued, want);
    expect(playFrom(early, T0, printed, keep).screen).toMatchObject({ slip: 'printed' });
    expect(playFrom(early, T0, outOfPaper).screen.name).toBe('give-back');
    expect(playFrom(early, T0, outOfPaper, keep).screen).toMatchObject({
      ...{ name: 'slip-failed', fault: 'out-of-paper' },
    });
  });

  it('cannot be given back where none was issued', () => {
    expect(play(look, want, give).screen.name).toBe('confirm');
    expect(play(look, take, issued, give).screen.name).toBe('ticket');
  });

  it('is kept when the visitor walks away', () => {
    expect(nextFlow(wanted, { type: 'tick', at: after(80) }).screen.name).toBe('welcome');
  });
});
