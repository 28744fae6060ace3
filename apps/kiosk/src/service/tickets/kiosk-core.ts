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

/** All of a kiosk but its page, its printer and its pairing: where numbers come from and what becomes of slips. */
export interface KioskCore {
  readonly desk: TicketService;
  /** What is known of the hub and the centre. */
  readonly state: () => HubState;
  /** How many numbers of its own it may still give of a queue; null: it gives none. */
  readonly ownLeft: (queueId: QueueId) => number | null;
  /** What the numbers begin with that it gave today. */
  readonly lettersOut: () => readonly string[];
  /** Whether the hub knows of every ticket. */
  readonly isSettled: () => boolean;
  /** The hub was heard. */
  readonly heard: () => void;
  /** Waits for slips and reports that are under way; the store and the link are their owner's to close. */
  readonly close: () => Promise<void>;
  /** At once, whatever is under way. */
  readonly stop: () => void;
}

export interface KioskCoreOptions {
  readonly hub: HubConnection;
  readonly store: KioskStore;
  readonly slipPrinter: SlipPrinter;
  readonly now: () => Instant;
  readonly tell: (news: SlipNews) => void;
  readonly onPrinterStatus: (status: PrinterStatus) => void;
  readonly log: KioskLog;
  /** How long before what the hub did not take is told again. */
  readonly againMs?: number;
}

export function createKioskCore(options: KioskCoreOptions): KioskCore {
  const { hub, store, slipPrinter, now, log, againMs = 5_000 } = options;
  const repeatMs = Math.min(againMs, 2_000);
  const reports = createPrintReports({ hub, newId: randomUUID, log, repeatMs });
  const centre = createKnownCentre(hub, store);
  const sync = createOfflineSync({ hub, store, reports, newId: randomUUID, log });
  const numbers = createOfflineNumbers({ centre, store, now, newId, onGiven: sync.look });
  const { tell, onPrinterStatus } = options;
  const desk = createTicketService({
    ...{ hub, slipPrinter, reports, numbers, centre, now, tell, onPrinterStatus, log },
  });
  const { isTelling } = sync;
  const hubNow = (): Instant => (now() + centre.state().clockOffsetMs) as Instant;
  const copies = createStaffCopies({ hub, desk, reports, hubNow, log });
  const settle = createOrphanedPrintJobs({
    ...{ hub, desk, isTelling, reports, now, log },
    isCopyToPrint: copies.isWanted,
  });
  /** A disk that takes nothing must not keep the kiosk from what it does without one. */
  const heard = (): void => {
    for (const work of [centre.learn, sync.look, copies.look, settle])
      try {
        work();
      } catch (cause) {
        log.error({ err: cause }, 'what the hub said cannot be kept');
      }
  };
  const unsubscribe = hub.subscribe(heard);
  const every = setInterval(heard, againMs);
  heard();

  function stop(): void {
    clearInterval(every);
    unsubscribe();
    sync.close();
    reports.close();
  }

  return {
    desk,
    state: centre.state,
    ownLeft: numbers.left,
    lettersOut: numbers.lettersOut,
    isSettled: () => !sync.isTelling() && reports.pending() === 0,
    heard,
    async close() {
      clearInterval(every);
      unsubscribe();
      await desk.idle();
      sync.close();
      await Promise.all([reports.flush(CLOSING_PATIENCE_MS), sync.idle()]);
      stop();
    },
    stop,
  };
}

const newId = createIdSource(randomFillSync);

/** How long a stopping service still tries to tell the hub about its last slip. */
const CLOSING_PATIENCE_MS = 2_000;
