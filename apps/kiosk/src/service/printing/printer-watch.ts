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
  let told: string | null = null;
  let asking = false;
  let closed = false;

  async function look(): Promise<void> {
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
    tell();
  }

  function tell(): void {
    const telling = `${status} ${proof ?? ''}`;
    if (status === 'unknown' || telling === told || hub.getState().connection !== 'live') return;
    told = telling;
    const condition: DeviceCondition = {
      printer: status,
      ...(proof === null ? {} : { printProof: proof }),
      sound: null,
    };
    const wish = { type: 'report-condition', condition } as const;
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
    proof: () => proof,
    learn,
    close() {
      closed = true;
      clearInterval(timer);
      unsubscribe();
    },
  };
}
