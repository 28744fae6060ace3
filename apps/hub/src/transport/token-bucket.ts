const MAX_KEYS = 10_000;

/** A bucket for each key; keys are untrusted, so the least recently used are dropped first. */
export function createTokenBuckets(
  perSecond: number,
  nowMs: () => number,
): (key: string) => boolean {
  const buckets = new Map<string, () => boolean>();
  return (key) => {
    if (perSecond === Infinity) return true;
    const bucket = buckets.get(key) ?? createTokenBucket(perSecond, nowMs);
    buckets.delete(key);
    buckets.set(key, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > MAX_KEYS && oldest !== undefined) buckets.delete(oldest);
    return bucket();
  };
}

/**
 * Lets `perSecond` pass in the long run and ten seconds' worth at once; `nowMs` is a monotonic clock.
 * Infinity lets everything pass.
 */
export function createTokenBucket(perSecond: number, nowMs: () => number): () => boolean {
  if (perSecond === Infinity) return () => true;
  const most = perSecond * 10;
  let left = most;
  let at = nowMs();
  return () => {
    const now = nowMs();
    left = Math.min(most, left + ((now - at) / 1000) * perSecond);
    at = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
