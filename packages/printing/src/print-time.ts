/** Slower than the slowest of the field (9,600 baud): whoever takes longer prints nothing. */
const SLOWEST_BYTES_PER_SECOND = 800;
/** Until a printer was seen to print. */
const USUAL_BYTES_PER_SECOND = 20_000;
/** So much longer than last time one may take before it is called silent. */
const SLACK = 2.5;
/** How fast a faster print is believed; a slower one is at once. */
const TRUST_IN_FASTER = 0.25;

/** How long a slip takes on this printer, by what was learnt from the slips before. All in ms. */
export interface PrintTime {
  readonly expectedMs: (bytes: number) => number;
  /** Silence before that means nothing. */
  readonly longestMs: (bytes: number) => number;
  /** From the first byte to the word that the job is done. */
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
