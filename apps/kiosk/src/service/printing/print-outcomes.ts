import type { HubLink } from '@motcua/client';
import {
  isInHand,
  ok,
  refuse,
  settledBy,
  type PrintJobId,
  type PrintReport,
  type PrintResolution,
  type Result,
} from '@motcua/domain';
import type { Slip } from '@motcua/printing';
import type { ConfirmRequest, ReprintRequest } from '../../bridge.ts';
import type { KioskLog } from '../kiosk-log.ts';
import type { OfflineNumbers } from '../offline/offline-numbers.ts';
import {
  createPrintQueue,
  toNews,
  type PrintQueue,
  type PrintQueueOptions,
} from './print-queue.ts';
import type { PrintReports } from './print-reports.ts';

interface ResolveRequest {
  readonly printJobId: PrintJobId;
  readonly resolution: PrintResolution;
}
/** What becomes of slips: printed, confirmed by their visitor, printed once more, done without. */
export interface PrintOutcomes {
  readonly slips: PrintQueue;
  /** The visitor's word on a slip that the printer merely accepted. */
  readonly confirmSlip: (request: ConfirmRequest) => Promise<Result<null>>;
  /** A slip that failed once more, marked as a copy; its number stays the same. */
  readonly reprintSlip: (request: ReprintRequest) => Promise<Result<null>>;
  readonly resolveSlip: (request: ResolveRequest) => Promise<Result<null>>;
}

export interface PrintOutcomesOptions extends Omit<PrintQueueOptions, 'report'> {
  readonly hub: HubLink;
  readonly reports: PrintReports;
  readonly numbers: OfflineNumbers;
  readonly log: KioskLog;
}

/** Only the last visitors still stand there. */
const FAILED_REMEMBERED = 20;

export function createPrintOutcomes(options: PrintOutcomesOptions): PrintOutcomes {
  const { hub, reports, numbers, log } = options;
  /** Slips that failed and may be printed once more. */
  const failed = new Map<PrintJobId, Slip>();
  /** Slips that were printed anew because their visitor asked. */
  const reprinted = new Set<PrintJobId>();
  /** Slips of which their visitor may say more. */
  const accepted = new Map<PrintJobId, Slip>();
  const slips = createPrintQueue({
    ...options,
    report(id, report, slip) {
      if (report.state === 'failed') remember(failed, id, slip, FAILED_REMEMBERED);
      else if (report.proof === 'accepted') remember(accepted, id, slip, FAILED_REMEMBERED);
      reportOutcome(id, report);
    },
  });

  /** Of a slip that its visitor has printed anew counts only that it is in hand: that the first one failed is known. */
  function reportOutcome(id: PrintJobId, report: PrintReport): void {
    if (!reprinted.has(id)) {
      if (!noted(id, { print: report })) reports.report(id, report);
    } else if (isInHand(settledBy(report)) && !noted(id, { resolution: 'reprinted' }))
      reports.resolve(id, 'reprinted');
  }

  /** A disk that takes nothing must not stop the printer. */
  function noted(id: PrintJobId, news: Parameters<OfflineNumbers['note']>[1]): boolean {
    try {
      return numbers.note(id, news);
    } catch (cause) {
      log.error({ err: cause }, 'how a slip fared cannot be kept');
      return false;
    }
  }

  return {
    slips,
    async confirmSlip({ printJobId, cameOut }) {
      const slip = accepted.get(printJobId);
      if (slip === undefined) return refuse('print-job-not-found');
      accepted.delete(printJobId);
      if (!cameOut) remember(failed, printJobId, slip, FAILED_REMEMBERED);
      const report: PrintReport = cameOut
        ? { state: 'printed', proof: 'asked' }
        : { state: 'failed', fault: 'not-delivered' };
      slips.publish(toNews(printJobId, report));
      reportOutcome(printJobId, report);
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
      if (numbers.isUnreported(printJobId)) {
        noted(printJobId, { resolution });
        return ok(null);
      }
      if (resolution !== 'given-back') {
        reports.resolve(printJobId, resolution);
        return ok(null);
      }
      const result = await hub.execute({ type: 'resolve-print', printJobId, resolution });
      if (!result.ok && result.refusal.code !== 'hub-unavailable') return result;
      // A visitor who goes without it is not called: it is reported as soon as the hub is there.
      if (!result.ok) reports.resolve(printJobId, resolution);
      noted(printJobId, { resolution });
      return ok(null);
    },
  };
}

/** Keeps the latest `atMost` of a map. */
export function remember<K, T>(map: Map<K, T>, key: K, value: T, atMost: number): void {
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > atMost && oldest !== undefined) map.delete(oldest);
}
