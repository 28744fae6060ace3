import { CODE_LENGTH, ok, refuse, type Instant, type ServiceId } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import type { TicketView } from '../bridge.ts';
import {
  ANSWER_PATIENCE_MS,
  nextFlow,
  startFlow,
  type Flow,
  type FlowEvent,
} from './kiosk-flow.ts';
import { LONGEST_TYPED } from './place-flow.ts';

const place: TicketView = {
  number: 'H021',
  serviceId: 'marriage' as ServiceId,
  state: 'waiting',
  peopleAhead: 3,
  counterNumber: null,
  heldUntil: null,
  may: ['hold'],
};
const heldUntil = (T0 + 600_000) as Instant;

type Step = FlowEvent extends infer E ? (E extends unknown ? Omit<E, 'at'> : never) : never;
const play = (...steps: readonly Step[]): Flow =>
  steps.reduce((flow: Flow, step) => nextFlow(flow, { ...step, at: T0 }), startFlow(T0));
const type = (text: string): readonly Step[] =>
  Array.from(text, (letter) => ({ type: 'type', letter }));

const haveNumber: Step = { type: 'have-number' };
const ask: Step = { type: 'ask-place', number: 'H021', requestId: 'question-1' };
const known: Step = { type: 'place-answered', requestId: 'question-1', result: ok(place) };
const hold: Step = { type: 'step-out', wish: 'hold', requestId: 'request-2' };
const held: Step = {
  type: 'place-answered',
  requestId: 'request-2',
  result: ok({ ...place, heldUntil, may: ['return'] }),
};

describe('Whoever has a number', () => {
  it('types it and learns what is known of it', () => {
    expect(play(haveNumber, ...type('H021')).screen).toMatchObject({ typed: 'H021' });
    expect(play(haveNumber, ask, known).screen).toMatchObject({ name: 'place', place });
  });

  it('shows the slip to the scanner from the first page', () => {
    expect(play(ask).screen).toMatchObject({ name: 'number', asked: { number: 'H021' } });
    expect(play(ask, known).screen).toMatchObject({ name: 'place', place });
  });

  it('can correct it, and type no more than a number has', () => {
    const erased = play(haveNumber, ...type('H02'), { type: 'erase' });
    expect(erased.screen).toMatchObject({ typed: 'H0' });
    const long = play(haveNumber, ...type('H'.repeat(20)));
    expect(long.screen).toMatchObject({ typed: 'H'.repeat(LONGEST_TYPED) });
  });

  it('is told why not, and types again', () => {
    const unknown = refuse('ticket-not-found', { number: 'H021' });
    const told: Step = { type: 'place-answered', requestId: 'question-1', result: unknown };
    const { screen } = play(haveNumber, ask, told);
    expect(screen).toMatchObject({ refusal: { code: 'ticket-not-found' }, asked: null });
    expect(play(haveNumber, ask, told, { type: 'erase' }).screen).toMatchObject({ refusal: null });
  });

  it('is told when nobody answers', () => {
    const at = (T0 + ANSWER_PATIENCE_MS) as Instant;
    expect(nextFlow(play(haveNumber, ask), { type: 'tick', at }).screen).toMatchObject({
      refusal: { code: 'hub-unavailable' },
      asked: null,
    });
  });

  it('hears only the answer to the own question', () => {
    const other: Step = { type: 'place-answered', requestId: 'question-0', result: ok(place) };
    expect(play(haveNumber, ask, other).screen).toMatchObject({ name: 'number' });
  });

  it('holds the place, once, and is told until when', () => {
    expect(play(haveNumber, ask, known, hold, held).screen).toMatchObject({
      name: 'place-settled',
      wish: 'hold',
      place: { heldUntil },
    });
    const twice: Step = { ...hold, requestId: 'request-3' };
    expect(play(haveNumber, ask, known, hold, twice).screen).toMatchObject({
      asked: { requestId: 'request-2' },
    });
  });

  it('is not served what may not be', () => {
    const rejoin: Step = { type: 'step-out', wish: 'rejoin', requestId: 'request-2' };
    expect(play(haveNumber, ask, known, rejoin).screen).toMatchObject({ asked: null });
  });

  it('does not lose a number that is being given', () => {
    const flow = play(
      { type: 'look-at-service', serviceId: place.serviceId },
      { type: 'take-number', serviceId: place.serviceId, requestId: 'request-1' },
      ask,
    );
    expect(flow.screen.name).toBe('asking');
  });
});

describe('Whoever has a booking', () => {
  const haveBooking: Step = { type: 'have-booking' };
  const checkIn: Step = { type: 'check-in', code: 'ACDEFH', requestId: 'request-1' };

  it('types the code, in the letters that codes have', () => {
    expect(play(haveBooking, ...type('A0CBDE4')).screen).toMatchObject({ typed: 'ACDE4' });
    const { screen } = play(haveBooking, ...type('ACDEFHJK'));
    expect(screen.name === 'booking' && screen.typed).toHaveLength(CODE_LENGTH);
  });

  it('asks for a number with it', () => {
    expect(play(haveBooking, checkIn).screen).toMatchObject({
      name: 'asking',
      order: { type: 'check-in', code: 'ACDEFH' },
    });
  });

  it('types the code again after a refusal, and repeats the same request when nobody answered', () => {
    const answered = (code: 'booking-not-found' | 'hub-unavailable'): Step => ({
      type: 'answered',
      requestId: 'request-1',
      result: refuse(code),
    });
    const again: Step = { type: 'try-again', requestId: 'request-2' };
    expect(play(haveBooking, checkIn, answered('booking-not-found'), again).screen).toEqual({
      name: 'booking',
      typed: '',
    });
    expect(play(haveBooking, checkIn, answered('hub-unavailable'), again).screen).toMatchObject({
      name: 'asking',
      requestId: 'request-1',
    });
  });
});
