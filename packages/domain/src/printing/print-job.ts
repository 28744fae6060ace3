import type { DeviceId, Instant, PrintJobId, VisitId } from '../ids.ts';

export const PRINTER_FAULTS = [
  'out-of-paper',
  'cover-open',
  'offline',
  'no-answer',
  'connection-lost',
  'cannot-connect',
  'busy',
  'not-delivered',
  'fate-unknown',
] as const;
/**
 * Why a slip did not come out; `busy`: the printer took no connection, because it prints for another or is
 * starting; `not-delivered`: the visitor says that none came; `fate-unknown`: the kiosk stopped while it was printing.
 */
export type PrinterFault = (typeof PRINTER_FAULTS)[number];

/**
 * How a slip is known to be out. `proved`: the printer reported success after the cut. `accepted`: it took all bytes and
 * reports nothing. `asked`: the visitor was asked, and has it.
 */
export const PRINT_PROOFS = ['proved', 'accepted', 'asked'] as const;
export type PrintProof = (typeof PRINT_PROOFS)[number];

/** One slip asked of one printer. */
export interface PrintJob {
  readonly id: PrintJobId;
  readonly visitId: VisitId;
  readonly number: string;
  readonly kioskId: DeviceId;
  readonly askedAt: Instant;
  readonly state: 'asked' | 'printed' | 'failed';
  readonly settledAt: Instant | null;
  /** Of a printed slip only. */
  readonly proof: PrintProof | null;
  readonly fault: PrinterFault | null;
  readonly resolution: PrintResolution | null;
  /** A copy of the slip, and marked as such on paper. */
  readonly copy: boolean;
}

/** A slip that was requested and not reported on yet. */
export function newPrintJob(
  asked: Pick<PrintJob, 'id' | 'visitId' | 'number' | 'kioskId' | 'askedAt' | 'copy'>,
): PrintJob {
  const open = { settledAt: null, proof: null, fault: null, resolution: null };
  return { ...asked, state: 'asked', ...open };
}

export const PRINT_RESOLUTIONS = ['noted', 'given-back', 'left', 'helped', 'reprinted'] as const;
/**
 * What became of a number. The visitor chose `noted` or `given-back`; `left`: no choice was made before the visitor walked
 * away; `helped`: staff have seen to it; `reprinted`: a copy of the slip that failed is in the visitor's hand.
 */
export type PrintResolution = (typeof PRINT_RESOLUTIONS)[number];

export type PrintReport =
  | { readonly state: 'printed'; readonly proof: PrintProof }
  | { readonly state: 'failed'; readonly fault: PrinterFault };

/**
 * The job after the kiosk's report, or null when what is known stays: a slip is reported once, and only one that the
 * printer merely accepted may get the visitor's answer later.
 */
export function afterPrintReport(job: PrintJob, report: PrintReport, at: Instant): PrintJob | null {
  if (job.state !== 'asked' && !(job.proof === 'accepted' && isVisitorsWord(report))) return null;
  return { ...job, ...settledBy(report), settledAt: at };
}

/** What a report makes of a job. */
export function settledBy(report: PrintReport): Pick<PrintJob, 'state' | 'proof' | 'fault'> {
  return report.state === 'printed'
    ? { state: 'printed', proof: report.proof, fault: null }
    : { state: 'failed', proof: null, fault: report.fault };
}

/** Whether the slip is known to be in the visitor's hand, and not merely reported as on its way. */
export function isInHand({ proof }: Pick<PrintJob, 'proof'>): boolean {
  return proof === 'proved' || proof === 'asked';
}

function isVisitorsWord(report: PrintReport): boolean {
  return report.state === 'printed' ? report.proof === 'asked' : report.fault === 'not-delivered';
}

/**
 * The job after a choice or help, or null when what came before stays: a visitor who was thought to have left may still
 * choose, and a number can be given back even after help. A slip that did not fail can only be given back.
 */
export function afterResolution(job: PrintJob, resolution: PrintResolution): PrintJob | null {
  if (job.state !== 'failed' && resolution !== 'given-back') return null;
  return FOLLOWS[job.resolution ?? 'none'].includes(resolution) ? { ...job, resolution } : null;
}

const FOLLOWS: { readonly [R in PrintResolution | 'none']: readonly PrintResolution[] } = {
  'none': PRINT_RESOLUTIONS,
  'left': ['noted', 'given-back', 'helped', 'reprinted'],
  'noted': ['given-back', 'helped', 'reprinted'],
  'helped': ['given-back', 'reprinted'],
  'reprinted': ['given-back'],
  'given-back': [],
};

/** How long a visitor whose slip came out may give the number back at the kiosk, where they still stand. */
export const GIVE_BACK_MS = 10 * 60_000;

/** Whether the visitor may give the number back at the kiosk; without paper at any time. */
export function mayBeGivenBack({ state, askedAt }: PrintJob, at: Instant): boolean {
  return state === 'failed' || at - askedAt < GIVE_BACK_MS;
}
