import type { HubLink } from '@motcua/client';
import type { PrinterStatus } from '@motcua/printing';

/** Knows how the printer is, and tells the hub when that changes. */
export interface PrinterWatch {
  readonly status: () => PrinterStatus | 'unknown';
  /** What was seen while printing. */
  readonly learn: (status: PrinterStatus) => void;
  readonly close: () => void;
}

export interface PrinterWatchOptions {
  readonly askPrinter: () => Promise<PrinterStatus>;
  readonly hub: HubLink;
  /** A printer is not asked while it prints. */
  readonly isBusy: () => boolean;
  readonly onChange: () => void;
  readonly everyMs?: number;
}

export function createPrinterWatch(options: PrinterWatchOptions): PrinterWatch {
  const { hub, everyMs = 10_000 } = options;
  let status: PrinterStatus | 'unknown' = 'unknown';
  /** What the hub knows; forgotten when the connection was lost, because the hub may have restarted. */
  let told: PrinterStatus | null = null;
  let asking = false;
  let closed = false;

  async function look(): Promise<void> {
    if (asking || closed || options.isBusy()) return;
    asking = true;
    const seen = await options.askPrinter();
    asking = false;
    // A print that began meanwhile knows better.
    if (!options.isBusy()) learn(seen);
  }

  function learn(seen: PrinterStatus): void {
    if (closed) return;
    const changed = seen !== status;
    status = seen;
    if (changed) options.onChange();
    tell();
  }

  function tell(): void {
    if (status === 'unknown' || status === told || hub.getState().connection !== 'live') return;
    const telling = status;
    told = telling;
    const wish = {
      type: 'report-condition',
      condition: { printer: telling, sound: null },
    } as const;
    void hub.execute(wish).then((result) => {
      if (!result.ok && told === telling) told = null;
    });
  }

  const unsubscribe = hub.subscribe(() => {
    if (hub.getState().connection === 'live') tell();
    else told = null;
  });
  const timer = setInterval(() => void look(), everyMs);
  void look();

  return {
    status: () => status,
    learn,
    close() {
      closed = true;
      clearInterval(timer);
      unsubscribe();
    },
  };
}
