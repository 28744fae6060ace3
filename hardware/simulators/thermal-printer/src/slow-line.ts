/** Delays bytes like a slow interface, in order. */
export interface SlowLine {
  readonly take: (chunk: Uint8Array) => void;
  /** Calls back when everything received has passed through. */
  readonly finish: (then: () => void) => void;
  readonly stop: () => void;
}

const INTERVAL_MS = 20;

export function createSlowLine(
  bytesPerSecond: () => number | null,
  onBytes: (bytes: Uint8Array) => void,
): SlowLine {
  let pending = Buffer.alloc(0);
  let timer: NodeJS.Timeout | null = null;
  let finishing: (() => void) | null = null;

  function work(): void {
    timer = null;
    const rate = bytesPerSecond();
    const most = rate === null ? pending.length : Math.ceil((rate * INTERVAL_MS) / 1000);
    const bytes = pending.subarray(0, most);
    pending = pending.subarray(most);
    if (bytes.length > 0) onBytes(bytes);
    if (pending.length > 0) timer ??= setTimeout(work, INTERVAL_MS);
    else finishing?.();
  }

  return {
    take(chunk) {
      pending = Buffer.concat([pending, chunk]);
      if (timer === null) work();
    },
    finish(then) {
      finishing = then;
      if (timer === null) then();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      pending = Buffer.alloc(0);
    },
  };
}
