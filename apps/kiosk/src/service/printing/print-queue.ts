import { settledBy, type PrintJobId, type PrintReport } from '@motcua/domain';
import { PrinterError, type PrinterStatus, type PrintOutcome, type Slip } from '@motcua/printing';
import type { SlipNews } from '../../bridge.ts';
import type { KioskLog } from '../kiosk-log.ts';

/** Makes a slip of paper. `prepare` may be called as soon as one is likely to be wanted. */
export interface SlipPrinter {
  readonly prepare: () => void;
  /** Throws PrinterError. */
  readonly print: (slip: Slip) => Promise<PrintOutcome>;
  /** The longest that one slip may take before its printer has failed. */
  readonly longestMs: () => number;
}

/** One slip after another: there is one printer. */
export interface PrintQueue {
  /** After the caller's answer: the page learns the number first, then how its paper fares. */
  readonly print: (id: PrintJobId, slip: Slip) => void;
  /** What is known of a slip without printing it. */
  readonly tell: (news: SlipNews) => void;
  /** News a page that comes back may have missed. */
  readonly latestNews: () => SlipNews | null;
  readonly isPrinting: () => boolean;
  /** How long the newest slip may take at most, behind those before it. */
  readonly longestMs: () => number;
  readonly idle: () => Promise<void>;
}

export interface PrintQueueOptions {
  readonly slipPrinter: SlipPrinter;
  readonly onPrinterStatus: (status: PrinterStatus) => void;
  readonly tell: (news: SlipNews) => void;
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

  function tell(news: SlipNews): void {
    latest = news;
    options.tell(news);
  }

  async function outcome(slip: Slip): Promise<PrintReport> {
    try {
      const { status, proof } = await slipPrinter.print(slip);
      onPrinterStatus(status);
      return { state: 'printed', proof };
    } catch (cause) {
      const { number } = slip;
      if (cause instanceof PrinterError) {
        // What happens to every printer some day is no fault of the program.
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
      tell(toNews(id, report));
      options.report(id, report, slip);
    });
  }

  return {
    print(id, slip) {
      printing += 1;
      setImmediate(() => lineUp(id, slip));
    },
    tell: (news) => void setImmediate(() => tell(news)),
    latestNews: () => latest,
    isPrinting: () => printing > 0,
    longestMs: () => Math.max(1, printing) * slipPrinter.longestMs(),
    idle: () => printerFree,
  } satisfies PrintQueue;
}

/** What a page is told of it. */
export function toNews(
  id: PrintJobId,
  report: PrintReport,
  resolution: SlipNews['resolution'] = null,
): SlipNews {
  return { id, ...settledBy(report), resolution };
}
