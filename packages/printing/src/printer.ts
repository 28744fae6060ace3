import type { PrinterFault } from '@motcua/domain';

/** One bit a dot, rows padded to whole bytes, most significant bit left; 1 is black. */
export interface Bitmap {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
}

export type PrinterStatus = 'ready' | 'near-end' | PrinterFault;

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
  /** A slip is likely to come: connects and asks ahead, so that printing need not. Never throws. */
  readonly prepare?: () => void;
  /**
   * Prints and cuts, and resolves only when the printer said that the job is done.
   * Throws PrinterError with the fault; after `connection-lost` or `no-answer` the slip may or may not be out.
   */
  readonly print: (slip: Bitmap) => Promise<PrinterStatus>;
}
