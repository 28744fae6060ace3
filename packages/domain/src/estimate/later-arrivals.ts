import type { WaitingVisit } from '../calling/calling-rule.ts';
import type { Instant, VisitId } from '../ids.ts';
import { createSeededRandom } from './seeded-random.ts';

/** A kind of visit that keeps arriving. */
export interface ArrivalRate {
  /** As it would be if it came now. */
  readonly visit: WaitingVisit;
  readonly perHour: number;
}

/** Arrivals after `at`, in order and without end: of each kind as many an hour as given, at random moments. */
export function* laterArrivals(
  arrivalRates: readonly ArrivalRate[],
  at: Instant,
  seed: number,
): Generator<WaitingVisit, void, undefined> {
  const total = arrivalRates.reduce((sum, { perHour }) => sum + perHour, 0);
  if (total <= 0) return;
  const random = createSeededRandom(seed);
  let arrivedAt = at;
  for (let count = 1; ; count += 1) {
    arrivedAt = (arrivedAt + random.exponential(3_600_000 / total)) as Instant;
    const { visit } = pickByRate(arrivalRates, random.next() * total);
    yield {
      ...visit,
      id: `later-${count}` as VisitId,
      ticket: { ...visit.ticket, seq: visit.ticket.seq + count },
      arrivedAt,
      waitingSince: arrivedAt,
    };
  }
}

function pickByRate(arrivalRates: readonly ArrivalRate[], share: number): ArrivalRate {
  let left = share;
  const found = arrivalRates.find(({ perHour }) => (left -= perHour) < 0) ?? arrivalRates.at(-1);
  if (found === undefined) throw new RangeError('No arrivals are given');
  return found;
}
