import {
  CODE_LENGTH,
  ok,
  refuse,
  type Instant,
  type PriorityGroupId,
  type Result,
  type ServiceId,
} from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import type { BookedView, TicketView } from '../../bridge.ts';
import {
  REQUEST_TIMEOUT_MS,
  nextFlow,
  startFlow,
  type Flow,
  type FlowEvent,
} from './kiosk-flow.ts';
import { MAX_TYPED_LENGTH } from './place-flow.ts';
import { NO_REQUEST } from './screen.ts';

const MARRIAGE = 'marriage' as ServiceId;
const place: TicketView = {
  number: 'H021',
  serviceId: 'marriage' as ServiceId,
  next: [],
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
const hold: Step = { type: 'step-out', request: 'hold', requestId: 'request-2' };
const held: Step = {
  type: 'place-answered',
  requestId: 'request-2',
  result: ok({ ...place, heldUntil, may: ['return'] }),
};

describe('A visitor with a number', () => {
  it('types it and sees its place in the queue', () => {
    expect(play(haveNumber, ...type('H021')).screen).toMatchObject({ typed: 'H021' });
    expect(play(haveNumber, ask, known).screen).toMatchObject({ name: 'place', place });
  });

  it('can scan the slip on the first page', () => {
    expect(play(ask).screen).toMatchObject({ name: 'number', asked: { number: 'H021' } });
    expect(play(ask, known).screen).toMatchObject({ name: 'place', place });
  });

  it('can correct it, and type no more characters than a number has', () => {
    const erased = play(haveNumber, ...type('H02'), { type: 'erase' });
    expect(erased.screen).toMatchObject({ typed: 'H0' });
    const long = play(haveNumber, ...type('H'.repeat(20)));
    expect(long.screen).toMatchObject({ typed: 'H'.repeat(MAX_TYPED_LENGTH) });
  });

  it('sees the refusal, and types again', () => {
    const unknown = refuse('ticket-not-found', { number: 'H021' });
    const answered: Step = { type: 'place-answered', requestId: 'question-1', result: unknown };
    const { screen } = play(haveNumber, ask, answered);
    expect(screen).toMatchObject({ refusal: { code: 'ticket-not-found' }, asked: null });
    expect(play(haveNumber, ask, answered, { type: 'erase' }).screen).toMatchObject({
      refusal: null,
    });
  });

  it('corrects a training number without its prefix, which is added automatically', () => {
    const practice: Step = { type: 'ask-place', number: '#S003', requestId: 'question-1' };
    expect(play(haveNumber, practice).screen).toMatchObject({
      typed: 'S003',
      asked: { number: '#S003' },
    });
  });

  it('sees an error when no answer comes', () => {
    const at = (T0 + REQUEST_TIMEOUT_MS) as Instant;
    expect(nextFlow(play(haveNumber, ask), { type: 'tick', at }).screen).toMatchObject({
      refusal: { code: 'hub-unavailable' },
      asked: null,
    });
  });

  it('sees only the answer to the own question', () => {
    const other: Step = { type: 'place-answered', requestId: 'question-0', result: ok(place) };
    expect(play(haveNumber, ask, other).screen).toMatchObject({ name: 'number' });
  });

  it('holds the place, once, and sees until when', () => {
    expect(play(haveNumber, ask, known, hold, held).screen).toMatchObject({
      name: 'place-settled',
      request: 'hold',
      place: { heldUntil },
    });
    const twice: Step = { ...hold, requestId: 'request-3' };
    expect(play(haveNumber, ask, known, hold, twice).screen).toMatchObject({
      asked: { requestId: 'request-2' },
    });
  });

  it('may scan the slip after the number was typed', () => {
    const scanned: Step = { type: 'ask-place', number: 'H021 3fb0c', requestId: 'request-3' };
    const flow = play(haveNumber, ask, known, scanned);
    expect(flow.screen).toMatchObject({ name: 'number', asked: { number: 'H021 3fb0c' } });
  });

  it('is not offered actions that are not allowed', () => {
    const rejoin: Step = { type: 'step-out', request: 'rejoin', requestId: 'request-2' };
    expect(play(haveNumber, ask, known, rejoin).screen).toMatchObject({ asked: null });
  });

  it('does not interrupt a request for a number', () => {
    const flow = play(
      { type: 'look-at-service', serviceId: MARRIAGE },
      { type: 'take-number', serviceId: MARRIAGE, requestId: 'request-1' },
      ask,
    );
    expect(flow.screen.name).toBe('asking');
  });
});

describe('A visitor with a booking', () => {
  const aside: Step = { type: 'go-aside', to: 'needs' };
  const deaf: Step = { type: 'turn-need', need: 'deaf' };
  const back: Step = { type: 'back' };
  const haveBooking: Step = { type: 'have-booking' };
  const asked: Step = { type: 'show-code', code: 'ACDEFH', requestId: 'question-2' };
  const booked = { serviceId: MARRIAGE, startsAt: T0, worth: 'in-time' } as const;
  const found = (result: Result<BookedView>, requestId = 'question-2'): Step => ({
    type: 'booking-answered',
    requestId,
    result,
  });
  const shown = [asked, found(ok(booked))] as const;
  const checkIn: Step = { type: 'check-in', requestId: 'request-1' };

  it('types the code, in the letters that codes have', () => {
    expect(play(haveBooking, ...type('A0CBDE4')).screen).toMatchObject({ typed: 'ACDE4' });
    const { screen } = play(haveBooking, ...type('ACDEFHJK'));
    expect(screen.name === 'booking' && screen.typed).toHaveLength(CODE_LENGTH);
  });

  it('asks for a number with it', () => {
    expect(play(haveBooking, checkIn).screen).toMatchObject({ name: 'booking' });
    expect(play(haveBooking, asked, checkIn).screen).toMatchObject({ name: 'booking' });
    expect(play(haveBooking, ...shown, checkIn).screen).toMatchObject({
      name: 'asking',
      order: { type: 'check-in', code: 'ACDEFH', request: NO_REQUEST },
    });
  });

  it('can state needs like other visitors, but add no further service', () => {
    const chosen = play(...shown, aside, deaf, back, checkIn);
    expect(chosen.screen).toMatchObject({
      name: 'asking',
      order: { code: 'ACDEFH', request: { ...NO_REQUEST, needs: ['deaf'] } },
    });
    const further: Step = { type: 'go-aside', to: 'more-groups' };
    expect(play(...shown, further).screen.name).toBe('booked');
    const elderly: Step = {
      type: 'choose-priority',
      priorityGroupId: 'elderly' as PriorityGroupId,
    };
    const priority: Step = { type: 'go-aside', to: 'priority' };
    expect(play(...shown, priority, elderly).screen).toMatchObject({
      name: 'booked',
      booking: { code: 'ACDEFH' },
      request: { priorityGroupId: 'elderly' },
    });
  });

  it('goes back to the code, and keeps the stated needs', () => {
    expect(play(...shown, aside, deaf, back, back).screen).toEqual({
      name: 'booking',
      typed: 'ACDEFH',
      request: { ...NO_REQUEST, needs: ['deaf'] },
      ...{ asked: null, refusal: null },
    });
    expect(play(...shown, aside, deaf, back, back, ...shown).screen).toMatchObject({
      name: 'booked',
      request: { needs: ['deaf'] },
    });
  });

  it('sees the booked service before a number is requested, and only the own answer', () => {
    expect(play(haveBooking, asked).screen).toMatchObject({
      ...{ name: 'booking', typed: 'ACDEFH', asked: { code: 'ACDEFH' } },
    });
    expect(play(...shown).screen).toMatchObject({
      name: 'booked',
      booking: { code: 'ACDEFH', ...booked },
    });
    const other = found(ok(booked), 'question-3');
    expect(play(asked, other).screen.name).toBe('booking');
    expect(play(asked, { type: 'erase' }).screen).toMatchObject({ typed: 'ACDEFH' });
  });

  it('sees the refusal, and keeps the typed code to correct it', () => {
    const early = refuse('booking-too-early', { time: '14:30', from: '14:00' });
    const answered = play(haveBooking, ...type('ACDEFH'), asked, found(early));
    expect(answered.screen).toMatchObject({
      ...{ name: 'booking', typed: 'ACDEFH', asked: null, refusal: { code: 'booking-too-early' } },
    });
    const corrected = play(haveBooking, asked, found(early), { type: 'erase' });
    expect(corrected.screen).toMatchObject({ typed: 'ACDEF', refusal: null });
    const at = (T0 + REQUEST_TIMEOUT_MS) as Instant;
    expect(nextFlow(play(asked), { type: 'tick', at }).screen).toMatchObject({
      ...{ name: 'booking', typed: 'ACDEFH', refusal: { code: 'hub-unavailable' } },
    });
  });

  it('types the code again after a refusal, and repeats the same request after a timeout', () => {
    const answered = (code: 'booking-not-found' | 'hub-unavailable'): Step => ({
      type: 'answered',
      requestId: 'request-1',
      result: refuse(code),
    });
    const again: Step = { type: 'try-again', requestId: 'request-2' };
    expect(
      play(...shown, aside, deaf, back, checkIn, answered('booking-not-found'), again).screen,
    ).toMatchObject({
      ...{ name: 'booking', typed: 'ACDEFH', request: { ...NO_REQUEST, needs: ['deaf'] } },
    });
    expect(
      play(haveBooking, ...shown, checkIn, answered('hub-unavailable'), again).screen,
    ).toMatchObject({
      name: 'asking',
      requestId: 'request-1',
    });
  });
});
