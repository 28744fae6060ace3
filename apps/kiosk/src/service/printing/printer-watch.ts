import type { HubLink } from '@motcua/client';
import type { DeviceCondition } from '@motcua/domain';
import type { PrinterProof, PrinterStatus } from '@motcua/printing';

/** Polls the printer's status and reports changes to the hub. */
export interface PrinterWatch {
  readonly status: () => PrinterStatus | 'unknown';
  readonly proof: () => PrinterProof | null;
  /** Takes the status seen while printing. */
  readonly learn: (status: PrinterStatus) => void;
  readonly close: () => void;
}

export interface PrinterWatchOptions {
  readonly askPrinter: () => Promise<PrinterStatus>;
  /** The best proof of printing it can give, as found by querying it; null: not known yet. */
  readonly proof: () => PrinterProof | null;
  readonly hub: HubLink;
  /** A printer is not queried while it prints. */
  readonly isBusy: () => boolean;
  readonly onChange: () => void;
  readonly everyMs?: number;
}

export function createPrinterWatch(options: PrinterWatchOptions): PrinterWatch {
  const { hub, everyMs = 10_000 } = options;
  let status: PrinterStatus | 'unknown' = 'unknown';
  let proof: PrinterProof | null = null;
  /** What was reported to the hub; cleared when the connection is lost, because the hub may have restarted. */
  let reported: string | null = null;
  let asking = false;
  let closed = false;

  async function check(): Promise<void> {
    if (asking || closed || options.isBusy()) return;
    asking = true;
    const seen = await options.askPrinter();
    asking = false;
    // A print that began meanwhile has newer information.
    if (!options.isBusy()) learn(seen);
  }

  function learn(seen: PrinterStatus): void {
    if (closed) return;
    const shown = options.proof();
    const changed = seen !== status || shown !== proof;
    status = seen;
    proof = shown;
    if (changed) options.onChange();
    report();
  }

  function report(): void {
    const current = `${status} ${proof ?? ''}`;
    if (status === 'unknown' || current === reported || hub.getState().connection !== 'live')
      return;
    reported = current;
    const condition: DeviceCondition = {
      printer: status,
      ...(proof === null ? {} : { printProof: proof }),
      sound: null,
    };
    const input = { type: 'report-condition', condition } as const;
    void hub.execute(input).then((result) => {
      if (!result.ok && reported === current) reported = null;
    });
  }

  const unsubscribe = hub.subscribe(() => {
    if (hub.getState().connection === 'live') report();
    else reported = null;
  });
  const timer = setInterval(() => void check(), everyMs);
  void check();

  return {
    status: () => status,
    proof: () => proof,
    learn,
    close() {
      closed = true;
      clearInterval(timer);
      unsubscribe();
    },
  };
}
