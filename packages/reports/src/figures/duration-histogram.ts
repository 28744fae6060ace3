import type { Durations, Spread } from '@motcua/protocol/http';
import { rankOf } from '../statistics.ts';

/** Buckets between a power of two and the next; below twice as many ms, each has its own bucket. */
const PER_OCTAVE = 64;

/** The most by which a percentile of a histogram differs from the measured value, as a share of it. */
export const MAX_RELATIVE_ERROR = 1 / (2 * PER_OCTAVE);

/** Durations in ms as a histogram; null is not counted, and null is returned when nothing was. */
export function durationsOf(measured: Iterable<number | null>): Durations | null {
  return mergeDurations([...measured].filter((each) => each !== null).map(single));
}

/** All of them as one; null when there are none. The order does not matter. */
export function mergeDurations(all: Iterable<Durations>): Durations | null {
  const counts = new Map<number, number>();
  let [count, sum, max] = [0, 0, 0];
  for (const each of all) {
    count += each.count;
    sum += each.sum;
    max = Math.max(max, each.max);
    for (const [bucket, many] of pairsOf(each))
      counts.set(bucket, (counts.get(bucket) ?? 0) + many);
  }
  if (count === 0) return null;
  return { count, sum, max, buckets: [...counts].sort(([a], [b]) => a - b).flat() };
}

/** Count and longest are exact, median and 90 % within `MAX_RELATIVE_ERROR`. */
export function spreadOfDurations(durations: Durations | null): Spread {
  if (durations === null) return { count: 0, median: null, p90: null, longest: null };
  return {
    count: durations.count,
    median: percentile(durations, 0.5),
    p90: percentile(durations, 0.9),
    longest: durations.max,
  };
}

function single(measured: number): Durations {
  const ms = Math.max(0, Math.round(measured));
  return { count: 1, sum: ms, max: ms, buckets: [bucketOf(ms), 1] };
}

/** The bucket with the value of nearest rank, as its middle. */
function percentile(durations: Durations, share: number): number {
  const { count, max } = durations;
  const rank = rankOf(count, share);
  let seen = 0;
  for (const [bucket, many] of pairsOf(durations)) {
    seen += many;
    if (seen >= rank) return Math.min(middleOf(bucket), max);
  }
  return max;
}

function* pairsOf({ buckets }: Durations): Generator<readonly [number, number]> {
  for (let index = 0; index < buckets.length; index += 2)
    yield [buckets[index] ?? 0, buckets[index + 1] ?? 0];
}

/** Counted by halving, because a logarithm may differ between machines. */
function bucketOf(ms: number): number {
  let octave = 0;
  let rest = ms;
  for (; rest >= 2 * PER_OCTAVE; octave += 1) rest = Math.floor(rest / 2);
  return octave * PER_OCTAVE + rest;
}

function middleOf(bucket: number): number {
  if (bucket < 2 * PER_OCTAVE) return bucket;
  const octave = Math.floor(bucket / PER_OCTAVE) - 1;
  const width = 2 ** octave;
  return (bucket - octave * PER_OCTAVE) * width + width / 2;
}
