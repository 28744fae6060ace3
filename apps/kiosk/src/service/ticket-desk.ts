import type { HubLink, Wish } from '@motcua/client';
import {
  ok,
  refuse,
  type CommandId,
  type Instant,
  type PrintJobId,
  type PrintResolution,
  type Result,
} from '@motcua/domain';
import { PrinterError, type PrinterStatus, type Slip } from '@motcua/printing';
import type { CheckInRequest, IssuedTicket, IssueRequest, SlipNews } from '../bridge.ts';
import { ticketIssuedIn, toIssuedTicket, toSlip, type TicketIssued } from './issued-ticket.ts';
import type { KioskLog } from './kiosk-log.ts';
import type { PrintReports } from './print-reports.ts';

type TicketWish = Extract<Wish, { type: 'issue-ticket' | 'check-in' }>;
interface ResolveRequest {
  readonly printJobId: PrintJobId;
  readonly resolution: PrintResolution;
}

/** Makes a slip of paper. `prepare` may be called as soon as one is likely to be wanted. */
export interface SlipPrinter {
  readonly prepare: () => void;
  /** Throws PrinterError. */
  readonly print: (slip: Slip) => Promise<PrinterStatus>;
}

/** Where numbers are taken and slips are made. */
export interface TicketDesk {
  /** The same request gives the same ticket, however often it comes. */
  readonly issueTicket: (request: IssueRequest) => Promise<Result<IssuedTicket>>;
  /** A ticket for a booking; repeated like any other. */
  readonly checkIn: (request: CheckInRequest) => Promise<Result<IssuedTicket>>;
  readonly resolveSlip: (request: ResolveRequest) => Promise<Result<null>>;
  /** News a page that comes back may have missed. */
  readonly latestNews: () => SlipNews | null;
  /** Whether this service has the slip in hand, or had it. */
  readonly knows: (printJobId: PrintJobId) => boolean;
  readonly isAsking: () => boolean;
  readonly isPrinting: () => boolean;
  /** Settles when nothing is being asked for or printed. */
  readonly idle: () => Promise<void>;
  /** Requests that were answered "no" because the hub did not answer in time. */
  readonly unheard: () => readonly UnheardRequest[];
  /** Its ticket was given back, or never was: the request starts anew when it comes again. */
  readonly forget: (requestId: string) => void;
}

export interface UnheardRequest {
  readonly requestId: string;
  /** Hub's clock. */
  readonly askedAt: Instant;
  readonly givenUpAt: Instant;
}

export interface TicketDeskOptions {
  readonly hub: HubLink;
  readonly slipPrinter: SlipPrinter;
  readonly reports: PrintReports;
  readonly now: () => Instant;
  readonly tell: (news: SlipNews) => void;
  readonly onPrinterStatus: (status: PrinterStatus) => void;
  readonly log: KioskLog;
}

export function createTicketDesk(options: TicketDeskOptions): TicketDesk {
  const { hub, slipPrinter, reports, log } = options;
  const answers = new Map<string, Promise<Result<IssuedTicket>>>();
  const attempts = new Map<string, number>();
  const unheard = new Map<string, UnheardRequest>();
  const known = new Set<PrintJobId>();
  let asking = 0;
  let printing = 0;
  let latest: SlipNews | null = null;
  let printerFree: Promise<void> = Promise.resolve();
  const startedAt = options.now();

  function take(requestId: string, wish: TicketWish): Promise<Result<IssuedTicket>> {
    const answer = answers.get(requestId) ?? ask(requestId, wish);
    if (!answers.has(requestId)) remember(answers, requestId, answer, ANSWERS_REMEMBERED);
    return answer;
  }

  async function ask(requestId: string, wish: TicketWish): Promise<Result<IssuedTicket>> {
    const askedAt = hubNow();
    slipPrinter.prepare();
    asking += 1;
    try {
      const result = await hub.execute(wish, commandIdOf(requestId));
      if (!result.ok) return refused(requestId, askedAt, result);
      unheard.delete(requestId);
      return issued(ticketIssuedIn(result.value), wish);
    } finally {
      asking -= 1;
    }
  }

  function refused<T>(requestId: string, askedAt: Instant, result: Result<T>): Result<never> {
    if (result.ok) throw new TypeError('Not a refusal');
    answers.delete(requestId);
    if (result.refusal.code === 'hub-unavailable') {
      unheard.set(requestId, { requestId, askedAt, givenUpAt: hubNow() });
    }
    return result;
  }

  function issued(ticket: TicketIssued | null, wish: TicketWish): Result<IssuedTicket> {
    const { mirror } = hub.getState();
    if (ticket === null || mirror === null) return refuse('print-job-not-found');
    const { printJob } = ticket;
    const { id, askedAt } = printJob;
    if (askedAt < startedAt + hub.getState().clockOffsetMs) {
      // From before a restart: it may be in the visitor's hand, so it is not printed again.
      setImmediate(() => tell({ id, state: 'failed', fault: 'fate-unknown', resolution: null }));
    } else if (!known.has(id)) {
      known.add(id);
      printing += 1;
      // After the caller's answer: the page learns the number first, then how its paper fares.
      setImmediate(() => printSlip(id, toSlip(ticket, mirror)));
    }
    return ok(toIssuedTicket(ticket, mirror, wish.type === 'check-in'));
  }

  /** One slip after another: there is one printer. */
  function printSlip(id: PrintJobId, slip: Slip): void {
    printerFree = printerFree.then(async () => {
      const report = await outcome(slip);
      printing -= 1;
      const fault = report.state === 'failed' ? report.fault : null;
      tell({ id, state: report.state, fault, resolution: null });
      reports.report(id, report);
    });
  }

  async function outcome(slip: Slip): Promise<Parameters<PrintReports['report']>[1]> {
    try {
      options.onPrinterStatus(await slipPrinter.print(slip));
      return { state: 'printed' };
    } catch (cause) {
      const { number } = slip;
      if (cause instanceof PrinterError) {
        // What happens to every printer some day is no fault of the program.
        log.warn({ fault: cause.fault, number }, 'slip not printed');
        options.onPrinterStatus(cause.fault);
        return { state: 'failed', fault: cause.fault };
      }
      log.error({ err: cause, number }, 'slip not printed');
      return { state: 'failed', fault: 'no-answer' };
    }
  }

  function tell({ id, state, fault, resolution }: SlipNews): void {
    latest = { id, state, fault, resolution };
    options.tell(latest);
  }

  const commandIdOf = (requestId: string): CommandId => {
    const attempt = attempts.get(requestId);
    return (attempt === undefined ? requestId : `${requestId}.${attempt}`) as CommandId;
  };
  const hubNow = (): Instant => (options.now() + hub.getState().clockOffsetMs) as Instant;

  return {
    issueTicket: ({ requestId, ...wish }) =>
      take(requestId, { type: 'issue-ticket', ...wish, reason: null, training: false }),
    checkIn: ({ requestId, ...wish }) => take(requestId, { type: 'check-in', ...wish }),
    async resolveSlip({ printJobId, resolution }) {
      if (resolution !== 'given-back') {
        reports.resolve(printJobId, resolution);
        return ok(null);
      }
      const result = await hub.execute({ type: 'resolve-print', printJobId, resolution });
      return result.ok ? ok(null) : result;
    },
    latestNews: () => latest,
    knows: (printJobId) => known.has(printJobId),
    isAsking: () => asking > 0,
    isPrinting: () => printing > 0,
    async idle() {
      while (asking > 0 || printing > 0) {
        await Promise.allSettled([...answers.values()]);
        await new Promise(setImmediate);
        await printerFree;
      }
    },
    unheard: () => Array.from(unheard.values()),
    forget(requestId) {
      unheard.delete(requestId);
      attempts.set(requestId, (attempts.get(requestId) ?? 1) + 1);
    },
  };
}

/** A page repeats a request within seconds; a day's worth of them need not be kept. */
const ANSWERS_REMEMBERED = 200;

function remember<K, T>(map: Map<K, T>, key: K, value: T, atMost: number): void {
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > atMost && oldest !== undefined) map.delete(oldest);
}
