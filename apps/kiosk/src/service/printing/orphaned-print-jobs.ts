import type { HubConnection, Mirror } from '@motcua/client';
import type { Instant, PrintJob } from '@motcua/domain';
import type { KioskLog } from '../kiosk-log.ts';
import type { PrintReports } from './print-reports.ts';
import type { UnansweredRequest } from '../tickets/hub-requests.ts';
import type { TicketService } from '../tickets/ticket-service.ts';

export interface OrphanedPrintJobsOptions {
  readonly hub: Pick<HubConnection, 'getState' | 'retry'>;
  readonly tickets: Pick<
    TicketService,
    'knows' | 'isAsking' | 'isPrinting' | 'unanswered' | 'forget'
  >;
  /** Whether tickets are still to be reported to the hub: only afterwards are the jobs it knows of settled. */
  readonly isReporting: () => boolean;
  /** Copies requested by staff are handled separately. */
  readonly isCopyToPrint: (job: PrintJob) => boolean;
  readonly reports: Pick<PrintReports, 'report' | 'resolve' | 'hasReported'>;
  readonly now: () => Instant;
  readonly log: KioskLog;
}

/** A visitor whose request timed out may try again this long; the page shows that screen for 80 s. */
export const PRINT_JOB_RETRY_MS = 90_000;
/** How far the two clocks may disagree about when a request was made. */
const CLOCK_SLACK_MS = 5_000;

/**
 * Settles the slips assigned to this kiosk that it is not printing; call the returned function after every message of
 * the hub. One from before a restart is reported as `fate-unknown` and never printed automatically: it may be in the
 * visitor's hand. One whose request timed out belongs to no visitor and is given back.
 */
export function createOrphanedPrintJobs({
  hub,
  tickets,
  isReporting,
  isCopyToPrint,
  reports,
  now,
  log,
}: OrphanedPrintJobsOptions): () => void {
  /** The mirror when a fresh snapshot was requested; only a snapshot lists slips that were never pushed to this kiosk. */
  let stale: Mirror | null = null;

  return () => {
    const { connection, mirror } = hub.getState();
    // While a number is being requested, the hub may know its slip before this kiosk does.
    if (connection !== 'live' || mirror === null || tickets.isAsking() || isReporting()) return;
    const overdue = tickets.unanswered().filter(isOverdue);
    for (const job of mirror.printJobs.values()) {
      if (job.state === 'asked' && job.kioskId === mirror.deviceId && !isCopyToPrint(job))
        settle(job, overdue);
    }
    if (overdue.length === 0) return;
    if (stale === null) {
      if (tickets.isPrinting()) return;
      stale = mirror;
      hub.retry();
    } else if (stale !== mirror) {
      stale = null;
      for (const { requestId } of overdue) tickets.forget(requestId);
    }
  };

  function settle(job: PrintJob, overdue: readonly UnansweredRequest[]): void {
    if (tickets.knows(job.id) || reports.hasReported(job.id)) return;
    if (tickets.unanswered().some((request) => mayHaveAskedFor(job, request))) {
      if (!overdue.some((request) => mayHaveAskedFor(job, request))) return;
      log.warn({ number: job.number }, 'a number that no visitor got is given back');
      reports.report(job.id, { state: 'failed', fault: 'fate-unknown' });
      reports.resolve(job.id, 'given-back');
      return;
    }
    log.warn({ number: job.number }, 'a slip of unknown fate is left to the staff');
    reports.report(job.id, { state: 'failed', fault: 'fate-unknown' });
  }

  function isOverdue({ givenUpAt }: UnansweredRequest): boolean {
    return now() + hub.getState().clockOffsetMs - givenUpAt >= PRINT_JOB_RETRY_MS;
  }
}

function mayHaveAskedFor(job: PrintJob, { askedAt }: UnansweredRequest): boolean {
  return job.askedAt >= askedAt - CLOCK_SLACK_MS;
}
