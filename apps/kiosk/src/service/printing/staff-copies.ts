import type { HubConnection } from '@motcua/client';
import type { Instant, PrintJob, PrintJobId } from '@motcua/domain';
import type { KioskLog } from '../kiosk-log.ts';
import type { PrintReports } from './print-reports.ts';
import type { TicketService } from '../tickets/ticket-service.ts';

/** How long after the request a copy may still be printed; later the visitor has left. */
export const COPY_LIFE_MS = 120_000;

export interface StaffCopiesOptions {
  readonly hub: Pick<HubConnection, 'getState' | 'ask'>;
  readonly tickets: Pick<TicketService, 'knows' | 'printCopy'>;
  readonly reports: Pick<PrintReports, 'report'>;
  /** Hub's clock. */
  readonly hubNow: () => Instant;
  readonly log: KioskLog;
}

/**
 * Prints the copies that staff request of this kiosk; call `check` after every message of the hub.
 * One from before a restart may be printed already and is not printed again.
 */
export function createStaffCopies({ hub, tickets, reports, hubNow, log }: StaffCopiesOptions) {
  const startedAt = hubNow();
  const taken = new Set<PrintJobId>();

  /** Whether this kiosk is to print it now. */
  function isWanted(job: PrintJob): boolean {
    const { connection, mirror } = hub.getState();
    return (
      connection === 'live' &&
      job.copy &&
      job.state === 'asked' &&
      job.kioskId === mirror?.deviceId &&
      job.askedAt >= startedAt &&
      hubNow() - job.askedAt < COPY_LIFE_MS
    );
  }

  async function take(job: PrintJob): Promise<void> {
    const content = await hub.ask({ type: 'copy', printJobId: job.id });
    if (content.ok) return tickets.printCopy(job.id, content.value);
    log.warn({ number: job.number, refusal: content.refusal }, 'a copy cannot be printed');
    if (content.refusal.code === 'hub-unavailable') taken.delete(job.id);
    else reports.report(job.id, { state: 'failed', fault: 'fate-unknown' });
  }

  return {
    check(): void {
      for (const job of hub.getState().mirror?.printJobs.values() ?? []) {
        if (!isWanted(job) || taken.has(job.id) || tickets.knows(job.id)) continue;
        taken.add(job.id);
        void take(job).catch((cause: unknown) => log.error({ err: cause }, 'a copy failed'));
      }
    },
    isWanted,
  };
}
