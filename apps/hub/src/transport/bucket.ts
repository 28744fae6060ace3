/**
 * Lets `perSecond` pass in the long run and ten seconds' worth at once; `nowMs` is a clock that never goes back.
 * Infinity lets everything pass.
 */
export function createBucket(perSecond: number, nowMs: () => number): () => boolean {
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
