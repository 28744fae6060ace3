import type { WaitingVisit } from '../calling/calling-rule.ts';
import type { Instant, VisitId } from '../ids.ts';
import { createSeededRandom } from './seeded-random.ts';

/** A kind of visit that goes on coming. */
export interface ArrivalRate {
  /** As it would be if it came now. */
  readonly visit: WaitingVisit;
  readonly perHour: number;
}

/** Who comes after `at`, in order and without end: of each kind as many an hour as said, at random moments. */
export function* laterArrivals(
  comers: readonly ArrivalRate[],
  at: Instant,
  seed: number,
): Generator<WaitingVisit, void, undefined> {
  const total = comers.reduce((sum, { perHour }) => sum + perHour, 0);
  if (total <= 0) return;
  const random = createSeededRandom(seed);
  let arrivedAt = at;
  for (let count = 1; ; count += 1) {
    arrivedAt = (arrivedAt + random.exponential(3_600_000 / total)) as Instant;
    const { visit } = pickByRate(comers, random.next() * total);
    yield {
      ...visit,
      id: `later-${count}` as VisitId,
      ticket: { ...visit.ticket, seq: visit.ticket.seq + count },
      arrivedAt,
      waitingSince: arrivedAt,
    };
  }
}

function pickByRate(comers: readonly ArrivalRate[], share: number): ArrivalRate {
  let left = share;
  const found = comers.find(({ perHour }) => (left -= perHour) < 0) ?? comers.at(-1);
  if (found === undefined) throw new RangeError('Nobody comes');
  return found;
}
