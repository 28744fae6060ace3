import type { HubLink, Wish } from '@motcua/client';
import {
  isInHand,
  ok,
  refuse,
  settledBy,
  type CommandId,
  type Instant,
  type PrintJobId,
  type PrintReport,
  type PrintResolution,
  type Refusal,
  type Result,
} from '@motcua/domain';
import type { Slip } from '@motcua/printing';
import type { SlipContent } from '@motcua/protocol';
import type {
  CheckInRequest,
  ConfirmRequest,
  IssuedTicket,
  IssueRequest,
  ReprintRequest,
} from '../../bridge.ts';
import {
  slipOf,
  ticketIssuedIn,
  toIssuedTicket,
  toSlip,
  type TicketIssued,
} from './issued-ticket.ts';
import type { KioskLog } from '../kiosk-log.ts';
import type { KeptTicket } from '../offline/kiosk-store.ts';
import type { KnownCentre } from '../offline/known-centre.ts';
import { asIssued, type OfflineNumbers } from '../offline/offline-numbers.ts';
import type { PrintReports } from '../printing/print-reports.ts';
import {
  createPrintQueue,
  toNews,
  type PrintQueue,
  type PrintQueueOptions,
} from '../printing/print-queue.ts';

type IssueInput = Extract<Wish, { type: 'issue-ticket' }>;
type CheckInInput = Extract<Wish, { type: 'check-in' }>;
interface ResolveRequest {
  readonly printJobId: PrintJobId;
  readonly resolution: PrintResolution;
}
type Answer = Result<IssuedTicket>;

/** Issues tickets and prints their slips. */
export interface TicketService extends Pick<PrintQueue, 'latestNews' | 'isPrinting'> {
  /** The same request gives the same ticket, however often it is repeated. */
  readonly issueTicket: (request: IssueRequest) => Promise<Answer>;
  /** A ticket for a booking; repeated like any other. */
  readonly checkIn: (request: CheckInRequest) => Promise<Answer>;
  /** The visitor's answer about a slip that the printer merely accepted. */
  readonly confirmSlip: (request: ConfirmRequest) => Promise<Result<null>>;
  /** Prints a failed slip again, marked as a copy; its number stays the same. */
  readonly reprintSlip: (request: ReprintRequest) => Promise<Result<null>>;
  readonly resolveSlip: (request: ResolveRequest) => Promise<Result<null>>;
  /** A copy requested by staff. */
  readonly printCopy: (printJobId: PrintJobId, content: SlipContent) => void;
  /** Whether this service is printing the slip, or has printed it. */
  readonly knows: (printJobId: PrintJobId) => boolean;
  readonly isAsking: () => boolean;
  /** Resolves when no request or print is pending. */
  readonly idle: () => Promise<void>;
  /** Requests that were refused because the hub did not answer in time. */
  readonly unheard: () => readonly UnheardRequest[];
  /** Its ticket was given back or never issued: a repeated request starts anew. */
  readonly forget: (requestId: string) => void;
}

export interface UnheardRequest {
  readonly requestId: string;
  /** Hub's clock. */
  readonly askedAt: Instant;
  readonly givenUpAt: Instant;
}

export interface TicketServiceOptions extends Omit<PrintQueueOptions, 'report'> {
  readonly hub: HubLink;
  readonly reports: PrintReports;
  readonly numbers: OfflineNumbers;
  readonly centre: Pick<KnownCentre, 'state'>;
  readonly now: () => Instant;
  readonly log: KioskLog;
}

export function createTicketService(options: TicketServiceOptions): TicketService {
  const { hub, slipPrinter, reports, numbers, centre, log } = options;
  const answers = new Map<string, Promise<Answer>>();
  const attempts = new Map<string, number>();
  const unheard = new Map<string, UnheardRequest>();
  const known = new Set<PrintJobId>();
  /** Failed slips that may be printed again. */
  const failed = new Map<PrintJobId, Slip>();
  /** Slips that were printed again at their visitor's request. */
  const reprinted = new Set<PrintJobId>();
  /** Accepted slips that the visitor may still confirm. */
  const accepted = new Map<PrintJobId, Slip>();
  let asking = 0;
  const startedAt = options.now();
  const slips = createPrintQueue({
    ...options,
    report(id, report, slip) {
      if (report.state === 'failed') remember(failed, id, slip, FAILED_REMEMBERED);
      else if (report.proof === 'accepted') remember(accepted, id, slip, FAILED_REMEMBERED);
      fared(id, report);
    },
  });

  /** Of a slip that was printed again only success is reported: the failure of the first is known. */
  function fared(id: PrintJobId, report: PrintReport): void {
    if (!reprinted.has(id)) {
      if (!noted(id, { print: report })) reports.report(id, report);
    } else if (isInHand(settledBy(report)) && !noted(id, { resolution: 'reprinted' }))
      reports.resolve(id, 'reprinted');
  }

  /** A full disk must not stop the printer. */
  function noted(id: PrintJobId, news: Parameters<OfflineNumbers['note']>[1]): boolean {
    try {
      return numbers.note(id, news);
    } catch (cause) {
      log.error({ err: cause }, 'how a slip fared cannot be kept');
      return false;
    }
  }

  function take(requestId: string, ask: () => Promise<Answer>): Promise<Answer> {
    const before = answers.get(requestId);
    if (before !== undefined) return before;
    const answer = ask();
    remember(answers, requestId, answer, ANSWERS_REMEMBERED);
    const forgetIfRefused = (ticket: Answer | null): void => {
      if (ticket?.ok !== true && answers.get(requestId) === answer) answers.delete(requestId);
    };
    answer.then(forgetIfRefused, () => forgetIfRefused(null));
    return answer;
  }

  async function issue(requestId: string, wish: IssueInput): Promise<Answer> {
    const before = numbers.given(requestId);
    if (before !== null) return again(before);
    slipPrinter.prepare();
    if (numbers.isOffline()) return giveOffline(requestId, wish);
    const askedAt = hubNow();
    const heard = await askHub(requestId, wish);
    if (heard.ok) {
      if (kept(requestId, wish, heard.value)) return issued(heard.value, false);
      // A number that another visitor holds is not issued again, even if the hub has lost it.
      return giveOffline(requestId, wish);
    }
    const { code } = heard.refusal;
    if (code !== 'hub-unavailable') return heard;
    const given = giveOffline(requestId, wish);
    if (!given.ok) notHeard(requestId, askedAt, heard.refusal);
    return given.ok || given.refusal.code !== 'hub-unavailable' ? given : heard;
  }

  async function checkIn(requestId: string, wish: CheckInInput): Promise<Answer> {
    const askedAt = hubNow();
    slipPrinter.prepare();
    const heard = await askHub(requestId, wish);
    if (!heard.ok) {
      notHeard(requestId, askedAt, heard.refusal);
      return heard;
    }
    kept(requestId, {}, heard.value);
    return issued(heard.value, true);
  }

  async function askHub(
    requestId: string,
    wish: IssueInput | CheckInInput,
  ): Promise<Result<TicketIssued>> {
    asking += 1;
    try {
      const result = await hub.execute(wish, commandIdOf(requestId));
      if (!result.ok) return result;
      unheard.delete(requestId);
      const ticket = ticketIssuedIn(result.value);
      return ticket === null ? refuse('print-job-not-found') : ok(ticket);
    } finally {
      asking -= 1;
    }
  }

  /** False when another visitor holds the number. The hub's number is used even if the disk is full. */
  function kept(requestId: string, wish: Partial<IssueInput>, ticket: TicketIssued): boolean {
    try {
      return numbers.keep(requestId, commandIdOf(requestId), wish, ticket);
    } catch (cause) {
      log.error({ err: cause }, 'a ticket cannot be kept');
      return true;
    }
  }

  /** The hub may have issued a number in a lost answer, which then belongs to no visitor. */
  function notHeard(requestId: string, askedAt: Instant, { code }: Refusal): void {
    if (code !== 'hub-unavailable') return;
    unheard.set(requestId, { requestId, askedAt, givenUpAt: hubNow() });
  }

  /** From the kiosk's own numbers. With a full disk none is issued: an unsaved number could be issued twice. */
  function giveOffline(requestId: string, wish: IssueInput): Answer {
    try {
      const given = numbers.give(requestId, commandIdOf(requestId), wish);
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
      slips.tell(toNews(id, FATE_UNKNOWN));
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
    if (!known.has(id)) slips.tell(toNews(id, kept.print ?? FATE_UNKNOWN, kept.resolution));
    return ok(toIssuedTicket(asIssued(kept), mirror, bookedFor !== null, slips.longestMs()));
  }

  const commandIdOf = (requestId: string): CommandId => {
    const attempt = attempts.get(requestId);
    return (attempt === undefined ? requestId : `${requestId}.${attempt}`) as CommandId;
  };
  const hubNow = (): Instant => (options.now() + centre.state().clockOffsetMs) as Instant;

  return {
    issueTicket: ({ requestId, ...wish }) =>
      take(requestId, () =>
        issue(requestId, { type: 'issue-ticket', ...wish, reason: null, training: false }),
      ),
    checkIn: ({ requestId, ...wish }) =>
      take(requestId, () => checkIn(requestId, { type: 'check-in', ...wish })),
    async confirmSlip({ printJobId, cameOut }) {
      const slip = accepted.get(printJobId);
      if (slip === undefined) return refuse('print-job-not-found');
      accepted.delete(printJobId);
      if (!cameOut) remember(failed, printJobId, slip, FAILED_REMEMBERED);
      const report: PrintReport = cameOut
        ? { state: 'printed', proof: 'asked' }
        : { state: 'failed', fault: 'not-delivered' };
      slips.tell(toNews(printJobId, report));
      fared(printJobId, report);
      return ok(null);
    },
    async reprintSlip({ printJobId }) {
      const slip = failed.get(printJobId);
      if (slip === undefined) return refuse('print-job-not-found');
      failed.delete(printJobId);
      reprinted.add(printJobId);
      slips.print(printJobId, { ...slip, copy: true });
      return ok(null);
    },
    async resolveSlip({ printJobId, resolution }) {
      if (numbers.isUntold(printJobId)) {
        noted(printJobId, { resolution });
        return ok(null);
      }
      if (resolution !== 'given-back') {
        reports.resolve(printJobId, resolution);
        return ok(null);
      }
      const result = await hub.execute({ type: 'resolve-print', printJobId, resolution });
      if (!result.ok && result.refusal.code !== 'hub-unavailable') return result;
      // A visitor who leaves without it is not called: the hub is informed as soon as it can be reached.
      if (!result.ok) reports.resolve(printJobId, resolution);
      noted(printJobId, { resolution });
      return ok(null);
    },
    printCopy(id, content) {
      const { mirror } = centre.state();
      if (mirror === null) return;
      known.add(id);
      slips.print(id, { ...toSlip(content, null, mirror), copy: true });
    },
    latestNews: slips.latestNews,
    isPrinting: slips.isPrinting,
    knows: (printJobId) => known.has(printJobId),
    isAsking: () => asking > 0,
    async idle() {
      while (asking > 0 || slips.isPrinting()) {
        await Promise.allSettled([...answers.values()]);
        await new Promise(setImmediate);
        await slips.idle();
      }
    },
    unheard: () => Array.from(unheard.values()),
    forget(requestId) {
      unheard.delete(requestId);
      attempts.set(requestId, (attempts.get(requestId) ?? 1) + 1);
    },
  };
}

const FATE_UNKNOWN = { state: 'failed', fault: 'fate-unknown' } as const;

/** A page repeats a request within seconds; a day's worth of them need not be kept. */
const ANSWERS_REMEMBERED = 200;
/** Only the latest visitors can still be there. */
const FAILED_REMEMBERED = 20;

function remember<K, T>(map: Map<K, T>, key: K, value: T, atMost: number): void {
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > atMost && oldest !== undefined) map.delete(oldest);
}
