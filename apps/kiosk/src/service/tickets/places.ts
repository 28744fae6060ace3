import type { HubLink, HubState } from '@motcua/client';
import { type CommandId, refuse, type Result, type VisitId } from '@motcua/domain';
import type { TicketQuestion } from '@motcua/protocol';
import type {
  BookedView,
  BookingRequest,
  PlaceRequest,
  StepOutRequest,
  TicketView,
} from '../../bridge.ts';

/** Lets the holder of a slip see their place in the queue, hold it for some minutes, or return to it. */
export interface Places {
  readonly ask: (request: PlaceRequest) => Promise<Result<TicketView>>;
  /** The service and validity of a booking's code. */
  readonly askBooking: (request: BookingRequest) => Promise<Result<BookedView>>;
  /** Answers with the state afterwards. */
  readonly stepOut: (request: StepOutRequest) => Promise<Result<TicketView>>;
}

export function createPlaces({ hub }: { readonly hub: HubLink }): Places {
  const questionAbout = (typed: string): TicketQuestion => {
    const question = readSlip(typed);
    return question.type === 'ticket' &&
      isTraining(hub.getState()) &&
      !question.number.startsWith('#')
      ? { ...question, number: `#${question.number}` }
      : question;
  };
  const ask: Places['ask'] = ({ number }) => hub.ask(questionAbout(number));

  return {
    ask,
    askBooking: ({ code }) => hub.ask({ type: 'booking', code }),
    async stepOut({ requestId, slip, wish }) {
      const question = readSlip(slip);
      if (question.type !== 'slip') return refuse('slip-not-found');
      const { visitId } = question;
      const done = await hub.execute({ type: 'step-out', visitId, wish }, requestId as CommandId);
      return done.ok ? hub.ask(question) : done;
    },
  };
}

/** A kiosk in training must not change real visits. */
function isTraining({ mirror }: HubState): boolean {
  const own = mirror?.deviceId ?? null;
  return own !== null && mirror?.devices.get(own)?.training === true;
}

/** The text on a slip without an address. The code alone identifies the visit, because an input method may garble the number before it. */
const NUMBER_AND_CODE = /^(?:\S{1,12} )?([0-9a-z]{20,40})$/i;
const ADDRESS = /^https?:\/\/\S+\/([^/?#\s]+)$/i;
const LONGEST_NUMBER = 12;

/** `h 021` is `H021`; the text of a slip begins with its number, and a slip's address names its visit. */
export function readSlip(typed: string): TicketQuestion {
  const [text = ''] = typed
    .normalize('NFKC')
    .trim()
    .split(/\s*[\r\n]/);
  const [, visitId] = ADDRESS.exec(text) ?? NUMBER_AND_CODE.exec(text) ?? [];
  if (visitId !== undefined) return { type: 'slip', visitId: codeOf(decoded(visitId)) };
  const number = text.toUpperCase().replaceAll(/[\s-]/g, '').slice(0, LONGEST_NUMBER);
  return { type: 'ticket', number };
}

/** Codes have small letters only; caps lock may be on. */
function codeOf(text: string): VisitId {
  return (/^[0-9a-z]{20,40}$/i.test(text) ? text.toLowerCase() : text) as VisitId;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
