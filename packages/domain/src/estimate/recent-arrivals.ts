import type { Instant, QueueId } from '../ids.ts';
import type { PriorityClass } from '../visit/visit.ts';

/** Arrivals are forgotten little by little: one of half an hour ago counts about a third. */
const MEMORY_MS = 30 * 60_000;
const HOUR_MS = 3_600_000;

interface Fading {
  readonly weight: number;
  readonly at: Instant;
}

/** How many come lately, by queue and class; one number each, however many came. */
export class RecentArrivals {
  readonly #fading = new Map<string, Fading>();

  /** Somebody came at `cameAt`, as was told at `toldAt`; what is told late has faded by then. */
  add(queueId: QueueId, priority: PriorityClass, cameAt: Instant, toldAt: Instant = cameAt): void {
    const key = keyOf(queueId, priority);
    const before = this.#fading.get(key);
    const weight = weightOf(before, toldAt) + weightOf({ weight: 1, at: cameAt }, toldAt);
    this.#fading.set(key, { weight, at: toldAt });
  }

  /** Arrivals to expect in an hour that goes on like the last one. */
  perHour(queueId: QueueId, priority: PriorityClass, at: Instant): number {
    return (weightOf(this.#fading.get(keyOf(queueId, priority)), at) * HOUR_MS) / MEMORY_MS;
  }
}

const keyOf = (queueId: QueueId, priority: PriorityClass) => `${priority} ${queueId}`;

function weightOf(fading: Fading | undefined, at: Instant): number {
  if (fading === undefined) return 0;
  return fading.weight * Math.exp(-Math.max(0, at - fading.at) / MEMORY_MS);
}
