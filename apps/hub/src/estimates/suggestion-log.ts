import {
  cameTrue,
  type CounterId,
  type CounterSuggestion,
  type Instant,
  lateBetween,
  OPENS_AFTER_MS,
  type QueueId,
  type Visit,
} from '@motcua/domain';
import type { Change } from '@motcua/protocol';
import type { PastSuggestion } from '@motcua/protocol/http';

const HOUR_MS = 3_600_000;
/** Opened later, the counter says nothing about what was suggested. */
const FOLLOWED_WITHIN_MS = OPENS_AFTER_MS + 10 * 60_000;
/** Of one day; an hour between two for the same counter leaves a few for each. */
const AT_MOST = 50;

/**
 * The counters that were suggested, and what became of it. Only in memory: it helps the day, and a restart may
 * forget it; what happened stands in the journal.
 */
export class SuggestionLog {
  #entries: readonly PastSuggestion[] = [];

  /** As they stand, the newest first. */
  entries(): readonly PastSuggestion[] {
    return this.#entries;
  }

  /** A counter is suggested; the same one again within the hour is no new suggestion. */
  add(suggestion: CounterSuggestion, at: Instant): void {
    const isKnown = this.#entries.some(
      (entry) => entry.suggestion.counterId === suggestion.counterId && at - entry.at < HOUR_MS,
    );
    if (isKnown) return;
    const entry = { at, suggestion, openedAt: null, result: null };
    this.#entries = [entry, ...this.#entries].slice(0, AT_MOST);
  }

  /** Takes in what was committed: whether the suggested counter was opened, or another that serves its queues. */
  learn(change: Change, queuesOf: (counterId: CounterId) => readonly QueueId[]): void {
    if (change.type === 'day-closed') this.#entries = [];
    if (change.type !== 'counter-changed') return;
    const { counter } = change;
    if (counter.state !== 'open' || counter.training) return;
    const served = new Set(queuesOf(counter.counterId));
    this.#entries = this.#entries.map((entry) =>
      entry.openedAt === null &&
      entry.suggestion.queueIds.every((queueId) => served.has(queueId)) &&
      change.at - entry.at <= FOLLOWED_WITHIN_MS
        ? { ...entry, openedAt: change.at }
        : entry,
    );
  }

  /** Judges the suggestions whose hour is over. */
  judge(visits: Iterable<Visit>, at: Instant, boundMs: number): void {
    this.#entries = this.#entries.map((entry) => {
      const until = (entry.at + HOUR_MS) as Instant;
      if (entry.result !== null || at < until) return entry;
      const lateVisits = lateBetween(visits, entry.at, until, boundMs);
      const right = cameTrue(entry.suggestion, entry.openedAt !== null, lateVisits);
      return { ...entry, result: { lateVisits, right } };
    });
  }
}
