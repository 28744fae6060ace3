import { settledBy, type PrintJobId, type PrintReport } from '@motcua/domain';
import { PrinterError, type PrinterStatus, type PrintOutcome, type Slip } from '@motcua/printing';
import type { SlipNews } from '../../bridge.ts';
import type { KioskLog } from '../kiosk-log.ts';

/** Renders and prints slips. `prepare` may be called as soon as one is likely to be needed. */
export interface SlipPrinter {
  readonly prepare: () => void;
  /** Throws PrinterError. */
  readonly print: (slip: Slip) => Promise<PrintOutcome>;
  /** The longest time for one slip before its printer counts as failed. */
  readonly longestMs: () => number;
}

/** Prints one slip after another, because there is one printer. */
export interface PrintQueue {
  /** Printing starts after the caller has answered: the page gets the number first, then the print result. */
  readonly print: (id: PrintJobId, slip: Slip) => void;
  /** Publishes news of a slip without printing it. */
  readonly publish: (news: SlipNews) => void;
  /** For a page that reconnects. */
  readonly latestNews: () => SlipNews | null;
  readonly isPrinting: () => boolean;
  /** The longest time for the newest slip, behind those before it. */
  readonly longestMs: () => number;
  readonly idle: () => Promise<void>;
}

export interface PrintQueueOptions {
  readonly slipPrinter: SlipPrinter;
  readonly onPrinterStatus: (status: PrinterStatus) => void;
  readonly onSlip: (news: SlipNews) => void;
  readonly report: (id: PrintJobId, report: PrintReport, slip: Slip) => void;
  readonly log: KioskLog;
}

export function createPrintQueue({
  slipPrinter,
  onPrinterStatus,
  log,
  ...options
}: PrintQueueOptions) {
  let printing = 0;
  let latest: SlipNews | null = null;
  let printerFree: Promise<void> = Promise.resolve();

  function publish(news: SlipNews): void {
    latest = news;
    options.onSlip(news);
  }

  async function outcome(slip: Slip): Promise<PrintReport> {
    try {
      const { status, proof } = await slipPrinter.print(slip);
      onPrinterStatus(status);
      return { state: 'printed', proof };
    } catch (cause) {
      const { number } = slip;
      if (cause instanceof PrinterError) {
        // Printer faults are expected and not logged as program errors.
        log.warn({ fault: cause.fault, number }, 'slip not printed');
        onPrinterStatus(cause.fault);
        return { state: 'failed', fault: cause.fault };
      }
      log.error({ err: cause, number }, 'slip not printed');
      return { state: 'failed', fault: 'no-answer' };
    }
  }

  function lineUp(id: PrintJobId, slip: Slip): void {
    printerFree = printerFree.then(async () => {
      const report = await outcome(slip);
      printing -= 1;
      publish(toNews(id, report));
      options.report(id, report, slip);
    });
  }

  return {
    print(id, slip) {
      printing += 1;
      setImmediate(() => lineUp(id, slip));
    },
    publish: (news) => void setImmediate(() => publish(news)),
    latestNews: () => latest,
    isPrinting: () => printing > 0,
    longestMs: () => Math.max(1, printing) * slipPrinter.longestMs(),
    idle: () => printerFree,
  } satisfies PrintQueue;
}

/** The news for the page. */
export function toNews(
  id: PrintJobId,
  report: PrintReport,
  resolution: SlipNews['resolution'] = null,
): SlipNews {
  return { id, ...settledBy(report), resolution };
}
