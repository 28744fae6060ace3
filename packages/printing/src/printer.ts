import type { PrinterFault, PrinterState, PrintProof } from '@motcua/domain';

/** One bit a dot, rows padded to whole bytes, most significant bit left; 1 is black. */
export interface Bitmap {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
}

export type PrinterStatus = PrinterState;

/** The best proof of printing that a printer itself can give. */
export type PrinterProof = Exclude<PrintProof, 'asked'>;

export interface PrintOutcome {
  readonly status: PrinterStatus;
  readonly proof: PrinterProof;
}

/** Thrown by drivers only. The kiosk turns it into a message for the visitor and an alert for the staff. */
export class PrinterError extends Error {
  override readonly name = 'PrinterError';
  readonly fault: PrinterFault;

  constructor(fault: PrinterFault, options?: ErrorOptions) {
    super(`Printer fault: ${fault}`, options);
    this.fault = fault;
  }
}

/** The interface of a driver. To add one, implement this and add one line to the registry. */
export interface Printer {
  /** Queries the printer; never throws. */
  readonly status: () => Promise<PrinterStatus>;
  /** The proof it can give; null: not known yet. */
  readonly proof: () => PrinterProof | null;
  /** The longest time in ms for a slip of so many bytes, before its printer has failed. */
  readonly longestMs: (bytes: number) => number;
  /** Called when a slip is likely to come: connects and queries the status in advance. Never throws. */
  readonly prepare?: () => void;
  /**
   * Prints and cuts. Resolves when the printer reported completion, or has taken everything and cannot report it.
   * Throws PrinterError with the fault; after `connection-lost` or `no-answer` the slip may or may not be printed.
   */
  readonly print: (slip: Bitmap) => Promise<PrintOutcome>;
}
