import type { Spread } from '@motcua/protocol/http';

/** Takes durations in ms, in any order; null is not counted. */
export function spreadOf(durations: Iterable<number | null>): Spread {
  const sorted = [...durations].filter((duration) => duration !== null).sort((a, b) => a - b);
  return {
    count: sorted.length,
    median: nearestRank(sorted, 0.5),
    p90: nearestRank(sorted, 0.9),
    longest: sorted.at(-1) ?? null,
  };
}

/**
 * The nearest-rank percentile of ascending values: the smallest value that at least `share` of them do not exceed. It
 * is always a measured value, so every figure in a report can be traced to a visit. Null when empty.
 */
export function nearestRank(sorted: readonly number[], share: number): number | null {
  return sorted[rankOf(sorted.length, share) - 1] ?? null;
}

/** The rank of that percentile among `count` values, 1 for the smallest. */
export function rankOf(count: number, share: number): number {
  // The tolerance keeps 0.9 × 10 at rank 9 where binary fractions would make it 9.000…1.
  return Math.max(Math.ceil(share * count - 1e-9), 1);
}

/** The sum, or null when there is nothing to add. */
export function totalOf(durations: readonly number[]): number | null {
  return durations.length === 0 ? null : durations.reduce((sum, duration) => sum + duration, 0);
}

/** From (inclusive) to (exclusive), ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The overlap of the two, in ms; never negative. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/** The union as disjoint spans in order, so that time covered twice counts once. */
export function union(spans: Iterable<Span>): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (span.to <= span.from) continue;
    if (last === undefined || span.from > last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return merged;
}
