import type { DeviceId, Instant, PrintJobId, VisitId } from './ids.ts';

export const PRINTER_FAULTS = [
  'out-of-paper',
  'cover-open',
  'offline',
  'no-answer',
  'connection-lost',
  'cannot-connect',
  'fate-unknown',
] as const;
/** Why a slip did not come out; `fate-unknown`: the kiosk stopped while it was printing. */
export type PrinterFault = (typeof PRINTER_FAULTS)[number];

/** One slip asked of one printer. */
export interface PrintJob {
  readonly id: PrintJobId;
  readonly visitId: VisitId;
  readonly number: string;
  readonly kioskId: DeviceId;
  readonly askedAt: Instant;
  readonly state: 'asked' | 'printed' | 'failed';
  readonly settledAt: Instant | null;
  readonly fault: PrinterFault | null;
  readonly resolution: PrintResolution | null;
}

/**
 * What the visitor chose when the slip failed; `left`: nobody chose, and nobody stands there any more; `helped`: somebody
 * of the staff has seen to it.
 */
export type PrintResolution = 'noted' | 'given-back' | 'left' | 'helped';

export type PrintReport =
  | { readonly state: 'printed' }
  | { readonly state: 'failed'; readonly fault: PrinterFault };

/** The job after the kiosk's report, or null when it was settled before: a slip is told once. */
export function afterPrintReport(job: PrintJob, report: PrintReport, at: Instant): PrintJob | null {
  if (job.state !== 'asked') return null;
  return {
    ...job,
    state: report.state,
    settledAt: at,
    fault: report.state === 'failed' ? report.fault : null,
  };
}

/**
 * The failed job after a choice or help, or null when what came before stays: who was thought to have left may still
 * choose, and a number can be given back even after help.
 */
export function afterResolution(job: PrintJob, resolution: PrintResolution): PrintJob | null {
  return FOLLOWS[job.resolution ?? 'none'].includes(resolution) ? { ...job, resolution } : null;
}

const FOLLOWS: { readonly [R in PrintResolution | 'none']: readonly PrintResolution[] } = {
  'none': ['noted', 'given-back', 'left', 'helped'],
  'left': ['noted', 'given-back', 'helped'],
  'noted': ['helped'],
  'helped': ['given-back'],
  'given-back': [],
};
