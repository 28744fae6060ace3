import { CODE_LENGTH, CODE_LETTERS, type Refusal, type Result } from '@motcua/domain';
import type { BookedView, StepOut, TicketView, TicketRequest } from '../../bridge.ts';
import { isChoosing, NO_REQUEST, type Screen, type ScreenOf } from './screen.ts';

/** Events of a visitor who already has a number or a booking. */
export type PlaceEvent =
  | { readonly type: 'have-number' }
  | { readonly type: 'have-booking' }
  | { readonly type: 'type'; readonly letter: string }
  | { readonly type: 'erase' }
  | {
      readonly type: 'ask-place';
      /** As typed or scanned. */
      readonly number: string;
      readonly requestId: string;
    }
  | { readonly type: 'step-out'; readonly request: StepOut; readonly requestId: string }
  /** As typed or scanned: the hub is asked for the booking before a number is requested. */
  | { readonly type: 'show-code'; readonly code: string; readonly requestId: string }
  | { readonly type: 'check-in'; readonly requestId: string }
  | {
      readonly type: 'place-answered';
      readonly requestId: string;
      readonly result: Result<TicketView>;
    }
  | {
      readonly type: 'booking-answered';
      readonly requestId: string;
      readonly result: Result<BookedView>;
    };

type PlaceAnswer = Extract<PlaceEvent, { type: 'place-answered' | 'booking-answered' }>;

/** A prefix of four letters and four digits. */
export const MAX_TYPED_LENGTH = 8;

/** The screen after such an event; the same screen where it makes no sense. */
export function withSlipInHand(screen: Screen, event: Exclude<PlaceEvent, PlaceAnswer>): Screen {
  switch (event.type) {
    case 'have-number':
      return isOpenTo(screen) ? typing('') : screen;
    case 'have-booking':
      return isOpenTo(screen) ? typingCode('', NO_REQUEST) : screen;
    case 'type':
      return typed(screen, (before) => before + event.letter);
    case 'erase':
      return typed(screen, (before) => before.slice(0, -1));
    case 'ask-place': {
      // After typing the number the visitor may still scan the slip.
      const mayShow =
        screen.name === 'number' || (screen.name === 'place' && screen.asked === null);
      if (!isOpenTo(screen) && !mayShow) return screen;
      const { number, requestId } = event;
      const asked = { number, requestId };
      return { name: 'number', typed: typedOf(number), asked, refusal: null };
    }
    case 'step-out': {
      const mayAsk = screen.name === 'place' && screen.asked === null;
      if (!mayAsk || !screen.place.may.includes(event.request)) return screen;
      const { request, requestId } = event;
      return { ...screen, asked: { request, requestId }, refusal: null };
    }
    case 'show-code': {
      if (!isOpenTo(screen) && screen.name !== 'booking') return screen;
      if (screen.name === 'booking' && screen.asked !== null) return screen;
      const { code, requestId } = event;
      const request = screen.name === 'booking' ? screen.request : NO_REQUEST;
      return { ...typingCode(code, request), asked: { code, requestId } };
    }
    case 'check-in': {
      if (screen.name !== 'booked') return screen;
      const { request } = screen;
      const { code } = screen.booking;
      const order = { type: 'check-in', code, request } as const;
      return { name: 'asking', order, requestId: event.requestId };
    }
  }
}

/** No request is pending and no number is held, so a slip or a code may be scanned. */
function isOpenTo(screen: Screen): boolean {
  return screen.name === 'welcome' || screen.name === 'place-settled' || isChoosing(screen);
}

const typing = (before: string): Screen => ({
  name: 'number',
  typed: before,
  asked: null,
  refusal: null,
});

/** The screen with a partly typed booking code; keeps what was chosen before. */
export function typingCode(before: string, request: TicketRequest): ScreenOf<'booking'> {
  return { name: 'booking', typed: before, request, asked: null, refusal: null };
}

function typed(screen: Screen, change: (before: string) => string): Screen {
  if (screen.name === 'number' && screen.asked === null) {
    const after = change(screen.typed);
    return after.length > MAX_TYPED_LENGTH ? screen : typing(after);
  }
  if (screen.name === 'booking' && screen.asked === null) {
    const after = change(screen.typed);
    const fits = after.length <= CODE_LENGTH && [...after].every((each) => isCodeLetter(each));
    return fits ? typingCode(after, screen.request) : screen;
  }
  return screen;
}

const isCodeLetter = (letter: string): boolean => CODE_LETTERS.includes(letter);

/** A slip's address is not editable text; the training prefix is not typed. */
function typedOf(number: string): string {
  const letters = number.replace(/^#/, '');
  return letters.length <= MAX_TYPED_LENGTH ? letters : '';
}

export function afterPlaceAnswer(screen: Screen, answer: PlaceAnswer): Screen {
  if (screen.name !== 'number' && screen.name !== 'place' && screen.name !== 'booking')
    return screen;
  if (screen.asked?.requestId !== answer.requestId) return screen;
  if (!answer.result.ok) return refusedPlace(screen, answer.result.refusal);
  if (answer.type === 'booking-answered') {
    if (screen.name !== 'booking' || screen.asked === null) return screen;
    const booking = { code: screen.asked.code, ...answer.result.value };
    return { name: 'booked', booking, request: screen.request, groupId: null };
  }
  if (screen.name === 'booking') return screen;
  return screen.name === 'place' && screen.asked !== null
    ? { name: 'place-settled', place: answer.result.value, request: screen.asked.request }
    : {
        name: 'place',
        place: answer.result.value,
        slip: slipOf(screen),
        asked: null,
        refusal: null,
      };
}

function slipOf(screen: Extract<Screen, { name: 'number' | 'place' }>): string {
  return screen.name === 'place' ? screen.slip : (screen.asked?.number ?? '');
}

/** When no answer comes in time. */
export function timedOutPlace(screen: Screen): Screen {
  const asks = screen.name === 'number' || screen.name === 'place' || screen.name === 'booking';
  return asks && screen.asked !== null
    ? refusedPlace(screen, { code: 'hub-unavailable', detail: {} })
    : screen;
}

function refusedPlace(screen: ScreenOf<'number' | 'place' | 'booking'>, refusal: Refusal): Screen {
  return { ...screen, asked: null, refusal };
}
