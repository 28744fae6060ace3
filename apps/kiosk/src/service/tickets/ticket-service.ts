import { ok, refuse, type Instant, type PrintJobId, type Result } from '@motcua/domain';
import type { SlipContent } from '@motcua/protocol';
import type { CheckInRequest, IssuedTicket, IssueRequest } from '../../bridge.ts';
import { slipOf, toIssuedTicket, toSlip, type TicketIssued } from './issued-ticket.ts';
import {
  createHubRequests,
  type HubRequests,
  type CheckInInput,
  type IssueInput,
} from './hub-requests.ts';
import type { KeptTicket } from '../offline/kiosk-store.ts';
import type { KnownCentre } from '../offline/known-centre.ts';
import { asIssued } from '../offline/offline-numbers.ts';
import { toNews, type PrintQueue } from '../printing/print-queue.ts';
import {
  createPrintOutcomes,
  remember,
  type PrintOutcomes,
  type PrintOutcomesOptions,
} from '../printing/print-outcomes.ts';

type Answer = Result<IssuedTicket>;

/** Where numbers are taken and slips are made. */
export interface TicketService
  extends
    Pick<PrintQueue, 'latestNews' | 'isPrinting'>,
    Pick<PrintOutcomes, 'confirmSlip' | 'reprintSlip' | 'resolveSlip'>,
    Pick<HubRequests, 'unanswered' | 'forget' | 'isAsking'> {
  /** The same request gives the same ticket, however often it comes. */
  readonly issueTicket: (request: IssueRequest) => Promise<Answer>;
  /** A ticket for a booking; repeated like any other. */
  readonly checkIn: (request: CheckInRequest) => Promise<Answer>;
  /** A copy that staff ask for. */
  readonly printCopy: (printJobId: PrintJobId, content: SlipContent) => void;
  /** Whether this service is printing the slip, or has printed it. */
  readonly knows: (printJobId: PrintJobId) => boolean;
  /** Settles when nothing is being asked for or printed. */
  readonly idle: () => Promise<void>;
}

export interface TicketServiceOptions extends PrintOutcomesOptions {
  readonly centre: Pick<KnownCentre, 'state'>;
  readonly now: () => Instant;
}

export function createTicketService(options: TicketServiceOptions): TicketService {
  const { hub, slipPrinter, numbers, centre, log } = options;
  const { take, allSettled } = createAnswers();
  const known = new Set<PrintJobId>();
  const { slips, ...outcomes } = createPrintOutcomes(options);
  const hubNow = (): Instant => (options.now() + centre.state().clockOffsetMs) as Instant;
  const requests = createHubRequests(hub, hubNow);
  const { commandIdOf, isAsking, unanswered, forget } = requests;
  const { latestNews, isPrinting } = slips;
  const startedAt = options.now();

  async function issue(requestId: string, input: IssueInput): Promise<Answer> {
    const before = numbers.given(requestId);
    if (before !== null) return again(before);
    slipPrinter.prepare();
    if (numbers.isOffline()) return giveOffline(requestId, input);
    const askedAt = hubNow();
    const answer = await requests.ask(requestId, input);
    if (answer.ok) {
      if (kept(requestId, input, answer.value)) return issued(answer.value, false);
      // A number that a visitor holds is not given once more, whatever the hub has forgotten.
      return giveOffline(requestId, input);
    }
    const { code } = answer.refusal;
    if (code !== 'hub-unavailable') return answer;
    const given = giveOffline(requestId, input);
    if (!given.ok) requests.noAnswer(requestId, askedAt, answer.refusal);
    return given.ok || given.refusal.code !== 'hub-unavailable' ? given : answer;
  }

  async function checkIn(requestId: string, input: CheckInInput): Promise<Answer> {
    const askedAt = hubNow();
    slipPrinter.prepare();
    const answer = await requests.ask(requestId, input);
    if (!answer.ok) {
      requests.noAnswer(requestId, askedAt, answer.refusal);
      return answer;
    }
    kept(requestId, {}, answer.value);
    return issued(answer.value, true);
  }

  /** False when the number is another visitor's. What the hub gave is given also where the disk takes nothing. */
  function kept(requestId: string, input: Partial<IssueInput>, ticket: TicketIssued): boolean {
    try {
      return numbers.keep(requestId, commandIdOf(requestId), input, ticket);
    } catch (cause) {
      log.error({ err: cause }, 'a ticket cannot be kept');
      return true;
    }
  }

  /** From the kiosk's own numbers. A disk that takes nothing gives none: what is not kept could come twice. */
  function giveOffline(requestId: string, input: IssueInput): Answer {
    try {
      const given = numbers.give(requestId, commandIdOf(requestId), input);
      if (!given.ok) return given;
      log.info({ number: given.value.ticket.number }, 'given without the hub');
      return issued(asIssued(given.value), false);
    } catch (cause) {
      log.error({ err: cause }, 'a number cannot be kept');
      return refuse('hub-unavailable');
    }
  }

  function issued(ticket: TicketIssued, checkedIn: boolean): Answer {
    const { mirror, clockOffsetMs } = centre.state();
    if (mirror === null) return refuse('print-job-not-found');
    const { id, askedAt } = ticket.printJob;
    if (ticket.peopleAhead !== null && askedAt < startedAt + clockOffsetMs) {
      // From before a restart: it may be in the visitor's hand, so it is not printed again.
      slips.publish(toNews(id, LOST_PRINT));
    } else if (!known.has(id)) {
      known.add(id);
      slips.print(id, slipOf(ticket, mirror));
    }
    return ok(toIssuedTicket(ticket, mirror, checkedIn, slips.longestMs()));
  }

  /** The touch is repeated, and its ticket is on disk; it is printed once at most. */
  function again(kept: KeptTicket): Answer {
    const { mirror } = centre.state();
    if (mirror === null) return refuse('print-job-not-found');
    const { printJobId: id, bookedFor } = kept.ticket;
    if (!known.has(id)) slips.publish(toNews(id, kept.print ?? LOST_PRINT, kept.resolution));
    return ok(toIssuedTicket(asIssued(kept), mirror, bookedFor !== null, slips.longestMs()));
  }

  return {
    issueTicket: ({ requestId, ...input }) =>
      take(requestId, () =>
        issue(requestId, { type: 'issue-ticket', ...input, reason: null, training: false }),
      ),
    checkIn: ({ requestId, ...input }) =>
      take(requestId, () => checkIn(requestId, { type: 'check-in', ...input })),
    printCopy(id, content) {
      const { mirror } = centre.state();
      if (mirror === null) return;
      known.add(id);
      slips.print(id, { ...toSlip(content, null, mirror), copy: true });
    },
    ...{ ...outcomes, latestNews, isPrinting, isAsking, unanswered, forget },
    knows: (printJobId) => known.has(printJobId),
    async idle() {
      while (isAsking() || isPrinting()) {
        await allSettled();
        await new Promise(setImmediate);
        await slips.idle();
      }
    },
  };
}

const LOST_PRINT = { state: 'failed', fault: 'fate-unknown' } as const;

/** A page repeats a request within seconds; a day's worth of them need not be kept. */
const ANSWERS_REMEMBERED = 200;

/** The same request gets the same answer; one that was refused starts anew. */
function createAnswers() {
  const answers = new Map<string, Promise<Answer>>();
  return {
    take(requestId: string, ask: () => Promise<Answer>): Promise<Answer> {
      const before = answers.get(requestId);
      if (before !== undefined) return before;
      const answer = ask();
      remember(answers, requestId, answer, ANSWERS_REMEMBERED);
      const forgetIfRefused = (ticket: Answer | null): void => {
        if (ticket?.ok !== true && answers.get(requestId) === answer) answers.delete(requestId);
      };
      answer.then(forgetIfRefused, () => forgetIfRefused(null));
      return answer;
    },
    allSettled: () => Promise.allSettled([...answers.values()]),
  };
}
