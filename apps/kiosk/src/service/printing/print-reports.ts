import type { HubLink, CommandInput } from '@motcua/client';
import type {
  CommandId,
  PrintJobId,
  PrintReport,
  PrintResolution,
  RefusalCode,
} from '@motcua/domain';
import type { KioskLog } from '../kiosk-log.ts';

/** Reports about slips, kept and repeated until the hub has accepted them. */
export interface PrintReports {
  readonly report: (printJobId: PrintJobId, report: PrintReport) => void;
  readonly resolve: (printJobId: PrintJobId, resolution: PrintResolution) => void;
  readonly hasReported: (printJobId: PrintJobId) => boolean;
  /** Reports the hub does not have yet. */
  readonly pending: () => number;
  /** Resolves when the hub has them all, or after that time. */
  readonly flush: (timeoutMs: number) => Promise<void>;
  readonly close: () => void;
}

export interface PrintReportsOptions {
  readonly hub: HubLink;
  readonly newId: () => string;
  readonly log: KioskLog;
  readonly repeatMs?: number;
}

interface Kept {
  readonly input: CommandInput;
  readonly commandId: CommandId;
}

/** In order: the hub must know that a slip failed before it receives the visitor's choice. */
export function createPrintReports({
  hub,
  newId,
  log,
  repeatMs = 2_000,
}: PrintReportsOptions): PrintReports {
  const kept: Kept[] = [];
  const reported = new Set<PrintJobId>();
  let sending: Promise<void> | null = null;
  let closed = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  function send(): void {
    if (sending !== null || closed) return;
    clearTimeout(again);
    sending = sendAll();
  }

  async function sendAll(): Promise<void> {
    try {
      for (let next = kept[0]; next !== undefined && !closed; next = kept[0]) {
        const result = await hub.execute(next.input, next.commandId);
        if (!result.ok && isWorthRepeating(result.refusal.code)) {
          again = setTimeout(send, repeatMs);
          return;
        }
        kept.shift();
        if (!result.ok) log.warn({ input: next.input, refusal: result.refusal }, 'report refused');
      }
    } finally {
      // In the same turn in which the queue became empty, so that a later report starts a new run.
      sending = null;
    }
  }

  function keep(input: CommandInput): void {
    kept.push({ input, commandId: newId() as CommandId });
    send();
  }

  return {
    report(printJobId, report) {
      reported.add(printJobId);
      keep({ type: 'report-print', printJobId, report });
    },
    resolve: (printJobId, resolution) => keep({ type: 'resolve-print', printJobId, resolution }),
    hasReported: (printJobId) => reported.has(printJobId),
    pending: () => kept.length,
    async flush(timeoutMs) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs);
      });
      await Promise.race([sending, late]);
      clearTimeout(timer);
    },
    close() {
      closed = true;
      clearTimeout(again);
    },
  };
}

function isWorthRepeating(code: RefusalCode): boolean {
  return code === 'hub-unavailable' || code === 'too-many-requests' || code === 'sign-in-first';
}
