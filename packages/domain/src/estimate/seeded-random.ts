/** Random numbers that are the same for the same seed. */
export interface SeededRandom {
  /** 0 (inclusive) to 1 (exclusive). */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both inclusive. */
  readonly whole: (least: number, most: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Exponentially distributed, as the time between two arrivals is. */
  readonly exponential: (mean: number) => number;
}

/**
 * The draw at this position in the sequence of a seed, 0 (inclusive) to 1 (exclusive): a visit that keeps its position
 * draws the same whatever happens to the others. Mulberry32: small, fast, and good enough where nothing is secret.
 */
export function drawAt(seed: number, place: number): number {
  const state = (seed + Math.imul(place, 0x6d2b79f5)) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/** A seed for each position in the sequence of a seed. */
export function seedAt(seed: number, place: number): number {
  return Math.floor(drawAt(seed, place) * 4_294_967_296);
}

/** Random numbers of a seed, a whole number. */
export function createSeededRandom(seed: number): SeededRandom {
  let place = 0;
  const next = (): number => drawAt(seed, (place += 1));
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: <T>(items: readonly T[]): T => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
    exponential: (mean) => -mean * Math.log(1 - next()),
  };
}
