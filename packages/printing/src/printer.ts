import type { PrinterFault, PrinterState, PrintProof } from '@motcua/domain';

/** One bit a dot, rows padded to whole bytes, most significant bit left; 1 is black. */
export interface Bitmap {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
}

export type PrinterStatus = PrinterState;

/** The most that a printer itself can show of a slip. */
export type PrinterProof = Exclude<PrintProof, 'asked'>;

export interface PrintOutcome {
  readonly status: PrinterStatus;
  readonly proof: PrinterProof;
}

/** Thrown by drivers only. The kiosk turns it into words for the visitor and an alert for the staff. */
export class PrinterError extends Error {
  override readonly name = 'PrinterError';
  readonly fault: PrinterFault;

  constructor(fault: PrinterFault, options?: ErrorOptions) {
    super(`Printer fault: ${fault}`, options);
    this.fault = fault;
  }
}

/** What a driver must do. To add a printer, implement this and add one line to the registry. */
export interface Printer {
  /** Asks the printer; never throws. */
  readonly status: () => Promise<PrinterStatus>;
  /** What it can show, as far as it was heard; null: not learnt yet. */
  readonly proof: () => PrinterProof | null;
  /** The longest that a slip of so many bytes may take, ms, before its printer has failed. */
  readonly longestMs: (bytes: number) => number;
  /** A slip is likely to come: connects and asks ahead, so that printing need not. Never throws. */
  readonly prepare?: () => void;
  /**
   * Prints and cuts. Resolves when the printer said that the job is done, or has taken it all and can say nothing.
   * Throws PrinterError with the fault; after `connection-lost` or `no-answer` the slip may or may not be out.
   */
  readonly print: (slip: Bitmap) => Promise<PrintOutcome>;
}
