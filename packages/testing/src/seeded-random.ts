/** Dice that fall the same way for the same seed. */
export interface SeededRandom {
  /** 0 (inclusive) to 1 (exclusive). */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both inclusive. */
  readonly whole: (least: number, most: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Exponentially distributed, as the time between two arrivals is. */
  readonly exponential: (mean: number) => number;
}

/** Mulberry32: small, fast and good enough for choosing what a test or a demonstration does next. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
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
