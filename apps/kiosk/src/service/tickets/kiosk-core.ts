import { randomFillSync, randomUUID } from 'node:crypto';
import type { HubConnection, HubState } from '@motcua/client';
import { createIdSource, type Instant, type QueueId } from '@motcua/domain';
import type { PrinterStatus } from '@motcua/printing';
import type { SlipNews } from '../../bridge.ts';
import type { KioskLog } from '../kiosk-log.ts';
import type { KioskStore } from '../offline/kiosk-store.ts';
import { createKnownCentre } from '../offline/known-centre.ts';
import { createOrphanedPrintJobs } from '../printing/orphaned-print-jobs.ts';
import { createOfflineNumbers } from '../offline/offline-numbers.ts';
import { createPrintReports } from '../printing/print-reports.ts';
import type { SlipPrinter } from '../printing/print-queue.ts';
import { createStaffCopies } from '../printing/staff-copies.ts';
import { createOfflineSync } from '../offline/offline-sync.ts';
import { createTicketService, type TicketService } from './ticket-service.ts';

/** The kiosk without its page, printer and pairing: issuing numbers and printing slips. */
export interface KioskCore {
  readonly tickets: TicketService;
  /** What is known of the hub and the centre. */
  readonly state: () => HubState;
  /** How many numbers of a queue it may still issue offline; null: none. */
  readonly offlineLeft: (queueId: QueueId) => number | null;
  /** The prefixes of the numbers it issued today. */
  readonly lettersOut: () => readonly string[];
  /** Whether every ticket was reported to the hub. */
  readonly isSettled: () => boolean;
  /** Call it after every message of the hub. */
  readonly refresh: () => void;
  /** Waits for pending slips and reports; the caller closes the store and the link. */
  readonly close: () => Promise<void>;
  /** Stops at once, without waiting. */
  readonly stop: () => void;
}

export interface KioskCoreOptions {
  readonly hub: HubConnection;
  readonly store: KioskStore;
  readonly slipPrinter: SlipPrinter;
  readonly now: () => Instant;
  readonly onSlip: (news: SlipNews) => void;
  readonly onPrinterStatus: (status: PrinterStatus) => void;
  readonly log: KioskLog;
  /** The delay before a failed report to the hub is repeated. */
  readonly againMs?: number;
}

export function createKioskCore(options: KioskCoreOptions): KioskCore {
  const { hub, store, slipPrinter, now, log, againMs = 5_000 } = options;
  const repeatMs = Math.min(againMs, 2_000);
  const reports = createPrintReports({ hub, newId: randomUUID, log, repeatMs });
  const centre = createKnownCentre(hub, store);
  const sync = createOfflineSync({ hub, store, reports, newId: randomUUID, log });
  const numbers = createOfflineNumbers({ centre, store, now, newId, onGiven: sync.check });
  const { onSlip, onPrinterStatus } = options;
  const tickets = createTicketService({
    ...{ hub, slipPrinter, reports, numbers, centre, now, onSlip, onPrinterStatus, log },
  });
  const { isReporting } = sync;
  const hubNow = (): Instant => (now() + centre.state().clockOffsetMs) as Instant;
  const copies = createStaffCopies({ hub, tickets, reports, hubNow, log });
  const settle = createOrphanedPrintJobs({
    ...{ hub, tickets, isReporting, reports, now, log },
    isCopyToPrint: copies.isWanted,
  });
  /** A full disk must not stop what works without one. */
  const refresh = (): void => {
    for (const work of [centre.learn, sync.check, copies.check, settle])
      try {
        work();
      } catch (cause) {
        log.error({ err: cause }, 'what the hub said cannot be kept');
      }
  };
  const unsubscribe = hub.subscribe(refresh);
  const every = setInterval(refresh, againMs);
  refresh();

  function stop(): void {
    clearInterval(every);
    unsubscribe();
    sync.close();
    reports.close();
  }

  return {
    tickets,
    state: centre.state,
    offlineLeft: numbers.left,
    lettersOut: numbers.lettersOut,
    isSettled: () => !sync.isReporting() && reports.pending() === 0,
    refresh,
    async close() {
      clearInterval(every);
      unsubscribe();
      await tickets.idle();
      sync.close();
      await Promise.all([reports.flush(CLOSE_TIMEOUT_MS), sync.idle()]);
      stop();
    },
    stop,
  };
}

const newId = createIdSource(randomFillSync);

/** How long a stopping service still tries to report its last slip to the hub. */
const CLOSE_TIMEOUT_MS = 2_000;
