import type { Instant, QueueId } from '../ids.ts';
import type { PriorityClass } from '../visit/visit.ts';

/** Arrivals fade exponentially: one of half an hour ago counts about a third. */
const MEMORY_MS = 30 * 60_000;
const HOUR_MS = 3_600_000;

interface Fading {
  readonly weight: number;
  readonly at: Instant;
}

/** How many come lately, by queue and class; one number each, however many came. */
export class RecentArrivals {
  readonly #fading = new Map<string, Fading>();

  /** A visitor came at `cameAt`, as reported at `reportedAt`; what is reported late has faded by then. */
  add(
    queueId: QueueId,
    priority: PriorityClass,
    cameAt: Instant,
    reportedAt: Instant = cameAt,
  ): void {
    const key = keyOf(queueId, priority);
    const before = this.#fading.get(key);
    const weight = weightOf(before, reportedAt) + weightOf({ weight: 1, at: cameAt }, reportedAt);
    this.#fading.set(key, { weight, at: reportedAt });
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
