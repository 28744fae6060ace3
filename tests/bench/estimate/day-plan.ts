import type { Counter, CounterId, QueueId } from '@motcua/domain';
import { createSeededRandom, type SeededRandom } from '@motcua/testing';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const clock = (hour: number, minute = 0): number => hour * HOUR_MS + minute * MINUTE_MS;

/** Visits of a usual day and median minutes of service: assumptions, because no commune was measured. */
const QUEUES: Readonly<Record<string, { readonly visits: number; readonly minutes: number }>> = {
  guide: { visits: 17, minutes: 7.5 },
  result: { visits: 20, minutes: 3.5 },
  civil: { visits: 22, minutes: 10 },
  cert: { visits: 37, minutes: 5 },
  social: { visits: 8, minutes: 10 },
  business: { visits: 5, minutes: 10 },
  other: { visits: 6, minutes: 7 },
  land: { visits: 8, minutes: 13 },
  resid: { visits: 10, minutes: 8 },
};

/** The arrival rate from an hour of the day on, relative to the day's mean; two rushes. */
const RUSHES = [
  { from: 7.5, to: 8, weight: 1.2 },
  { from: 8, to: 9.5, weight: 1.6 },
  { from: 9.5, to: 10.5, weight: 1.1 },
  { from: 10.5, to: 11.5, weight: 0.5 },
  { from: 13.5, to: 14, weight: 1.1 },
  { from: 14, to: 15.5, weight: 1.3 },
  { from: 15.5, to: 16.5, weight: 0.6 },
];

export interface Coming {
  readonly at: number;
  readonly queueId: QueueId;
  readonly priority: 'normal' | 'priority';
  /** Leaves after this long without telling the kiosk; null: stays until called. */
  readonly maxWaitMs: number | null;
  readonly comesWhenCalled: boolean;
}

export interface Shift {
  readonly counter: Counter;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly lunchAt: number;
  readonly backAt: number;
  /** How much slower than others this clerk is today. */
  readonly slowness: number;
}

/** A day's true course, unknown to the forecast. Times in ms after midnight. */
export interface DayPlan {
  readonly comings: readonly Coming[];
  readonly shifts: readonly Shift[];
  /** Ms of one service at that time of the day. */
  readonly serve: (queueId: QueueId, at: number) => number;
  readonly random: SeededRandom;
}

export function normal(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

export const between = (random: SeededRandom, least: number, most: number): number =>
  least + random.next() * (most - least);

export function planDay(counters: readonly Counter[], seed: number): DayPlan {
  const random = createSeededRandom(seed);
  const busyness = Math.exp(0.15 * normal(random));
  const slowness = Math.exp(0.1 * normal(random));
  const phase = between(random, 0, 2 * Math.PI);
  return {
    random,
    comings: Object.entries(QUEUES)
      .flatMap(([id, { visits }]) => comingsTo(id as QueueId, visits * busyness, random))
      .toSorted((a, b) => a.at - b.at),
    shifts: counters.flatMap((counter) => shiftsOf(counter, random)),
    serve: (queueId, at) => {
      const median = (QUEUES[queueId]?.minutes ?? 8) * MINUTE_MS * slowness;
      const ofTheHour = 1 + 0.15 * Math.sin(phase + (at / clock(10)) * 2 * Math.PI);
      const longCase = random.next() < 0.03 ? 2.5 : 1;
      return median * ofTheHour * longCase * Math.exp(0.55 * normal(random));
    },
  };
}

/** A Poisson process whose rate follows the rushes, by thinning of candidates at the highest rate. */
function comingsTo(queueId: QueueId, visits: number, random: SeededRandom): readonly Coming[] {
  const weights = RUSHES.reduce((sum, { from, to, weight }) => sum + (to - from) * weight, 0);
  const highest = Math.max(...RUSHES.map(({ weight }) => weight));
  const gap = (HOUR_MS * weights) / visits / highest;
  const comings: Coming[] = [];
  for (let at = clock(7, 30); ;) {
    at += random.exponential(gap);
    if (at >= clock(16, 30)) return comings;
    const rush = RUSHES.find(({ from, to }) => at >= clock(from) && at < clock(to));
    if (random.next() * highest >= (rush?.weight ?? 0)) continue;
    comings.push({
      at,
      queueId,
      priority: random.next() < 0.16 ? 'priority' : 'normal',
      maxWaitMs: random.next() < 0.03 ? random.exponential(20 * MINUTE_MS) : null,
      comesWhenCalled: random.next() >= 0.05,
    });
  }
}

/** The shifts at the counters: some start late, some end early, and on some days a further counter opens in the rush. */
function shiftsOf(counter: Counter, random: SeededRandom): readonly Shift[] {
  const isSecondOfTwo = counter.number === 3;
  const late = isSecondOfTwo && random.next() < 0.2;
  const shift = (of: Counter, from: number, to: number): Shift => ({
    counter: of,
    opensAt: from,
    closesAt: to,
    lunchAt: clock(11, 30) + between(random, 0, 30) * MINUTE_MS,
    backAt: clock(13, 30) + between(random, -5, 8) * MINUTE_MS,
    slowness: Math.exp(0.12 * normal(random)),
  });
  const own = shift(
    counter,
    late
      ? clock(8, 15) + random.next() * HOUR_MS
      : clock(7, 30) + between(random, 0, 6) * MINUTE_MS,
    clock(17, 30),
  );
  if (!isSecondOfTwo || random.next() >= 0.25) return [own];
  const further = { ...counter, id: 'counter-6' as CounterId, number: 6, ordered: false };
  const from = clock(8, 30) + random.next() * HOUR_MS;
  return [own, shift(further, from, from + between(random, 1, 2) * HOUR_MS)];
}
