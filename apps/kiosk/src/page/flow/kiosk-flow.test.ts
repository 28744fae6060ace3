import {
  ok,
  refuse,
  type Instant,
  type PrintJobId,
  type PriorityGroupId,
  type ServiceGroupId,
  type ServiceId,
} from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IssuedTicket } from '../../bridge.ts';
import {
  REQUEST_TIMEOUT_MS,
  nextFlow,
  startFlow,
  type Flow,
  type FlowEvent,
} from './kiosk-flow.ts';
import { secondsLeft } from './timeouts.ts';
import { NO_REQUEST } from './screen.ts';
import { SLIP_SLACK_MS, SLIP_SLOW_MS } from './slip-flow.ts';

const CIVIL = 'civil' as ServiceGroupId;
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

const chooseGroup: Step = { type: 'choose-group', groupId: CIVIL };
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

describe('A kiosk that staff close and open again', () => {
  const scanned: Step = { type: 'ask-place', number: 'H021', requestId: 'request-2' };

  it.each([
    ['a choice', [chooseGroup, look]],
    ['a number that was typed', [{ type: 'have-number' }, { type: 'type', letter: 'H' }]],
    ['a slip that was scanned', [scanned]],
    ['another language, and large letters', [{ type: 'set-language', language: 'de' }]],
  ] as const satisfies readonly (readonly [string, readonly Step[]])[])(
    'begins afresh: nothing of the person before remains (%s)',
    (_what, steps) => {
      const large: Step = { type: 'set-large-text', on: true };
      const flow = playFrom(play(...steps, large), after(5), { type: 'begin-afresh' });
      expect(flow).toEqual(startFlow(after(5)));
    },
  );

  it('keeps a number on the screen', () => {
    for (const steps of [[take], [take, issued], [take, issued, outOfPaper]]) {
      const flow = play(chooseGroup, ...steps);
      expect(playFrom(flow, after(1), { type: 'begin-afresh' })).toEqual(flow);
    }
  });
});

describe('Taking a number', () => {
  it('takes two touches from the welcome screen', () => {
    expect(play(chooseGroup, take).screen).toMatchObject({
      name: 'asking',
      requestId: 'request-1',
    });
    expect(play(look, take).screen).toMatchObject({ name: 'asking', requestId: 'request-1' });
  });

  it('shows the number before the paper, and then where to wait', () => {
    expect(play(look, take, issued).screen).toEqual({
      ...{ name: 'ticket', ticket, slip: 'printing', copy: false },
    });
    expect(play(look, take, issued, printed).screen).toMatchObject({ slip: 'printed' });
  });

  it('sends one request when a visitor taps twice', () => {
    const again: Step = { type: 'take-number', serviceId: MARRIAGE, requestId: 'request-2' };
    expect(play(look, take, again).screen).toMatchObject({ requestId: 'request-1' });
    expect(play(look, take, issued, again).screen).toMatchObject({ name: 'ticket', ticket });
  });

  it('goes back one step at a time', () => {
    expect(play(chooseGroup, look, { type: 'back' }).screen).toEqual({
      name: 'services',
      groupId: CIVIL,
      request: NO_REQUEST,
    });
    expect(play(look, { type: 'back' }).screen).toEqual({ name: 'welcome' });
  });

  it('stays on the same screen when the language changes', () => {
    const flow = play(chooseGroup, look, { type: 'set-language', language: 'de' });
    expect(flow).toMatchObject({ screen: { name: 'confirm' }, language: 'de' });
  });
});

describe('A refusal', () => {
  const refused: Step = {
    type: 'answered',
    requestId: 'request-1',
    result: refuse('queue-closed'),
  };
  const timedOut: Step = {
    type: 'answered',
    requestId: 'request-1',
    result: refuse('hub-unavailable'),
  };
  const again: Step = { type: 'try-again', requestId: 'request-2' };

  it('says why and lets the visitor try again with a new request', () => {
    expect(play(look, take, refused).screen).toMatchObject({
      name: 'refused',
      refusal: { code: 'queue-closed' },
    });
    expect(play(look, take, refused, again).screen).toMatchObject({ requestId: 'request-2' });
  });

  it('repeats the same request where the answer to the first may have been lost', () => {
    expect(play(look, take, timedOut, again).screen).toMatchObject({ requestId: 'request-1' });
  });

  it('is replaced by the ticket when the answer arrives late', () => {
    expect(play(look, take, timedOut, issued).screen).toMatchObject({ name: 'ticket', ticket });
  });

  it('is shown when no answer comes in time', () => {
    const waiting = play(look, take);
    const at = after(REQUEST_TIMEOUT_MS / 1_000);
    expect(nextFlow(waiting, { type: 'tick', at }).screen).toMatchObject({
      name: 'refused',
      refusal: { code: 'hub-unavailable' },
    });
  });
});

describe('A slip that was not printed', () => {
  const giveBack: Step = { type: 'choose-resolution', resolution: 'given-back' };
  const note: Step = { type: 'choose-resolution', resolution: 'noted' };
  const heard = (isOk: boolean): Step => ({ type: 'resolved', printJobId: PRINT_1, ok: isOk });

  it('shows the number and cannot be left without a choice', () => {
    const flow = play(look, take, issued, outOfPaper, { type: 'start-over' }, { type: 'back' });
    expect(flow.screen).toMatchObject({ name: 'slip-failed', ticket, fault: 'out-of-paper' });
  });

  it('takes the first choice only', () => {
    const flow = play(look, take, issued, outOfPaper, note, giveBack);
    expect(flow.screen).toMatchObject({ choice: 'noted' });
    expect(playFrom(flow, T0, heard(true)).screen).toMatchObject({
      name: 'slip-settled',
      resolution: 'noted',
    });
  });

  it('lets the visitor choose again when the number could not be given back', () => {
    const flow = play(look, take, issued, outOfPaper, giveBack, heard(false));
    expect(flow.screen).toMatchObject({ name: 'slip-failed', choice: null, refused: true });
  });

  it('is reported as slow after a while, and as failed when no report comes', () => {
    const at = after((ticket.slipWithinMs + SLIP_SLACK_MS) / 1_000);
    const slow = nextFlow(play(look, take, issued), {
      type: 'tick',
      at: after(SLIP_SLOW_MS / 1_000),
    });
    expect(slow.screen).toMatchObject({ name: 'ticket', slip: 'slow' });
    const still = nextFlow(slow, { type: 'tick', at: (at - 1) as Instant });
    expect(still.screen).toMatchObject({ name: 'ticket', slip: 'slow' });
    expect(nextFlow(still, { type: 'tick', at }).screen).toMatchObject({
      name: 'slip-failed',
      fault: 'no-answer',
    });
  });

  it('ignores reports about another slip', () => {
    const other: Step = {
      type: 'slip',
      news: {
        ...{ id: 'print-2' as PrintJobId, state: 'failed', proof: null },
        ...{ fault: 'offline', resolution: null },
      },
    };
    expect(play(look, take, issued, other).screen).toMatchObject({ slip: 'printing' });
  });
});

describe('A page that was reloaded', () => {
  const open: Step = {
    type: 'unresolved',
    slip: { ticket, fault: 'out-of-paper', language: 'en' },
  };

  it('shows the number without paper again, in its visitor’s language', () => {
    const flow = play(open);
    expect(flow).toMatchObject({ language: 'en', screen: { name: 'slip-failed', ticket } });
    expect(playFrom(flow, T0, { type: 'choose-resolution', resolution: 'noted' })).toMatchObject({
      screen: { choice: 'noted' },
    });
  });

  it('interrupts no other visitor, and shows no slip twice', () => {
    expect(play(chooseGroup, open).screen.name).toBe('services');
    const failed = play(chooseGroup, look, take, issued, outOfPaper);
    const settled = playFrom(
      failed,
      T0,
      { type: 'choose-resolution', resolution: 'noted' },
      { type: 'resolved', printJobId: PRINT_1, ok: true },
      { type: 'start-over' },
      open,
    );
    expect(settled.screen.name).toBe('welcome');
    const left = nextFlow(failed, { type: 'tick', at: after(200) });
    expect(left.screen.name).toBe('welcome');
    expect(playFrom(left, after(201), open).screen.name).toBe('welcome');
  });
});

describe('The idle timeout', () => {
  it('warns for twenty seconds after a minute without touch, then starts anew in Vietnamese', () => {
    const flow = play({ type: 'set-language', language: 'en' }, chooseGroup);
    expect(secondsLeft(flow, after(59))).toBeNull();
    expect(secondsLeft(flow, after(60))).toBe(20);
    expect(nextFlow(flow, { type: 'tick', at: after(79) })).toBe(flow);
    expect(nextFlow(flow, { type: 'tick', at: after(80) })).toEqual(startFlow(after(80)));
  });

  it('restarts when the visitor asks for more time', () => {
    const flow = nextFlow(play(chooseGroup), { type: 'touch', at: after(75) });
    expect(secondsLeft(flow, after(75))).toBeNull();
    expect(secondsLeft(flow, after(135))).toBe(20);
  });

  it('leaves the finished ticket after twenty seconds, later when it is touched', () => {
    const done = play(look, take, issued, printed);
    expect(nextFlow(done, { type: 'tick', at: after(20) }).screen).toEqual({ name: 'welcome' });
    const read = nextFlow(done, { type: 'touch', at: after(19) });
    expect(nextFlow(read, { type: 'tick', at: after(78) })).toBe(read);
    expect(nextFlow(read, { type: 'tick', at: after(79) }).screen).toEqual({ name: 'welcome' });
  });
});

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>(
    chooseGroup,
    look,
    take,
    issued,
    printed,
    outOfPaper,
    { type: 'touch' },
    { type: 'slip-came-out', cameOut: false },
    { type: 'reprint' },
    { type: 'want-give-back' },
    { type: 'keep-number' },
    { type: 'give-back' },
    { type: 'back' },
    { type: 'try-again', requestId: 'request-2' },
    { type: 'answered', requestId: 'request-1', result: refuse('hub-unavailable') },
    { type: 'answered', requestId: 'request-2', result: ok(ticket) },
    { type: 'choose-resolution', resolution: 'given-back' },
    { type: 'resolved', printJobId: PRINT_1, ok: false },
    { type: 'go-aside', to: 'priority' },
    { type: 'choose-priority', priorityGroupId: 'elderly' as PriorityGroupId },
    { type: 'go-aside', to: 'options' },
    { type: 'go-aside', to: 'more-groups' },
    { type: 'remove-service', serviceId: MARRIAGE },
    { type: 'have-number' },
    { type: 'have-booking' },
    { type: 'type', letter: 'H' },
    { type: 'ask-place', number: 'H021', requestId: 'question-1' },
    { type: 'place-answered', requestId: 'question-1', result: refuse('ticket-not-found') },
    { type: 'show-code', code: 'ACDEFH', requestId: 'question-2' },
    {
      type: 'booking-answered',
      requestId: 'question-2',
      result: ok({ serviceId: MARRIAGE, startsAt: T0, worth: 'in-time' }),
    },
    { type: 'check-in', requestId: 'request-1' },
    { type: 'set-language', language: 'de' },
    { type: 'set-large-text', on: true },
  ),
  fc.integer({ min: 0, max: 3 }).map((n): Step => ({ ...take, requestId: `request-${n}` })),
);

it('always lets the visitor return to the welcome screen within a few touches', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
      const flow = play(...steps);
      const way = playFrom(
        flow,
        T0,
        { type: 'answered', requestId: requestOf(flow), result: refuse('hub-unavailable') },
        { type: 'choose-resolution', resolution: 'noted' },
        { type: 'resolved', printJobId: PRINT_1, ok: true },
        { type: 'start-over' },
      );
      expect(way.screen).toEqual({ name: 'welcome' });
    }),
  );
});

it('returns to the welcome screen by itself from every screen', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
      let flow = play(...steps);
      for (let seconds = 0; seconds <= 600; seconds += 5) {
        flow = nextFlow(flow, { type: 'tick', at: after(seconds) });
      }
      expect(flow.screen).toEqual({ name: 'welcome' });
    }),
  );
});

it('never has more than one request pending', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      let flow = startFlow(T0);
      for (const step of steps) {
        const next = nextFlow(flow, { ...step, at: T0 });
        const underWay = new Set([requestOf(flow), requestOf(next)]);
        underWay.delete('none');
        expect(underWay.size).toBeLessThanOrEqual(1);
        flow = next;
      }
    }),
  );
});

function requestOf({ screen }: Flow): string {
  return screen.name === 'asking' ? screen.requestId : 'none';
}
