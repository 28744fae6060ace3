/** One line of the table: a measurement, its baseline, and whether the ratio is within the limit. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same kind of work without motcua, measured in the same run. */
  readonly floor: number;
  readonly ratio: number;
  /** The ratio must be at most this, or (tickets a second) at least this. */
  readonly limit: number;
  readonly holds: boolean;
  readonly samples: number;
  /** A description of the measurement. */
  readonly note: string;
}

/** A quantile from 0 to 1 of the sorted samples, nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('No samples');
  return value;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs the two alternately, block by block, so that changes of the machine's speed affect both. */
export async function inTurn(
  blocks: number,
  first: () => Promise<void>,
  second: () => Promise<void>,
): Promise<void> {
  for (let block = 0; block < blocks; block += 1) {
    await (block % 2 === 0 ? first() : second());
    await (block % 2 === 0 ? second() : first());
  }
}

/** Rounded for a table. */
export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));
