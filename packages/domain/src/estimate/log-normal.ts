/** Log-normal: never negative, mostly short, now and then long, as serving times are. */
export interface LogNormal {
  /** Half of all are shorter. */
  readonly medianMs: number;
  /** Standard deviation of the logarithm; 0: all are alike. */
  readonly spread: number;
}

/** The quantile of a share (0 to 1), ms. */
export function drawLogNormal({ medianMs, spread }: LogNormal, share: number): number {
  return medianMs * Math.exp(spread * normalQuantile(share));
}

/** How much longer it takes, ms, when it has taken `elapsedMs` already; never negative. */
export function drawRest(of: LogNormal, elapsedMs: number, share: number): number {
  if (elapsedMs <= 0) return drawLogNormal(of, share);
  if (of.spread === 0) return Math.max(0, of.medianMs - elapsedMs);
  const passed = normalShare(Math.log(elapsedMs / of.medianMs) / of.spread);
  return Math.max(0, drawLogNormal(of, passed + share * (1 - passed)) - elapsedMs);
}

/** Beyond these the approximations below end; one in a hundred thousand. */
const RAREST = 1e-5;

/** How many standard deviations a share of a normal distribution lies under (Hastings; error under 0.0005). */
export function normalQuantile(share: number): number {
  const tail = Math.max(RAREST, Math.min(share, 1 - share));
  const t = Math.sqrt(-2 * Math.log(tail));
  const z =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return share < 0.5 ? -z : z;
}

/** The share of a normal distribution under `z` standard deviations (Zelen and Severo; error under 0.00002). */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.33267 * Math.abs(z));
  const tail =
    Math.exp((-z * z) / 2) * 0.3989423 * t * (0.4361836 + t * (-0.1201676 + t * 0.937298));
  return z < 0 ? tail : 1 - tail;
}
