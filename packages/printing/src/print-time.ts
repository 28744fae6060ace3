/** Slower than the slowest printers in use (9,600 baud): a slower one has failed. */
const SLOWEST_BYTES_PER_SECOND = 800;
/** Assumed until a printer was seen to print. */
const USUAL_BYTES_PER_SECOND = 20_000;
/** How much longer than the last print one may take before it counts as silent. */
const SLACK = 2.5;
/** How fast the estimate follows a faster print; a slower one counts at once. */
const TRUST_IN_FASTER = 0.25;

/** The expected duration of a slip on this printer, learnt from earlier slips. All in ms. */
export interface PrintTime {
  readonly expectedMs: (bytes: number) => number;
  /** Silence before that is not a fault. */
  readonly longestMs: (bytes: number) => number;
  /** From the first byte to the report of completion. */
  readonly learn: (bytes: number, tookMs: number) => void;
}

/** `mechanicsMs`: warming up, feeding and cutting, at most. */
export function createPrintTime(mechanicsMs: number): PrintTime {
  let learnt: number | null = null;
  const ms = (bytes: number, bytesPerSecond: number) => (bytes / bytesPerSecond) * 1000;
  const boundMs = (bytes: number) => mechanicsMs + ms(bytes, SLOWEST_BYTES_PER_SECOND);
  return {
    expectedMs: (bytes) => ms(bytes, learnt ?? USUAL_BYTES_PER_SECOND),
    longestMs: (bytes) =>
      learnt === null
        ? boundMs(bytes)
        : Math.min(boundMs(bytes), mechanicsMs + SLACK * ms(bytes, learnt)),
    learn(bytes, tookMs) {
      const seen = (bytes / Math.max(1, tookMs)) * 1000;
      learnt = learnt === null || seen < learnt ? seen : learnt + (seen - learnt) * TRUST_IN_FASTER;
    },
  };
}
