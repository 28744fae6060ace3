import type { CounterId, Instant, VisitId } from '../ids.ts';
import { priorityAt } from './priority.ts';
import type { PriorityClass, Visit } from '../visit/visit.ts';
import type { VisitAction } from '../visit/visit-action.ts';

interface Call {
  /** Null: from before this history began. */
  readonly visitId: VisitId | null;
  readonly at: Instant;
  readonly priority: PriorityClass;
}

/** Enough calls of a counter to decide the turn in every interleaving that can be set (up to 20 to 20). */
const CALLS_KEPT = 40;

const NEVER = 0 as Instant;

/** What happened to a visit, as far as calls are concerned. */
export interface Happened {
  readonly visit: Visit;
  readonly action: VisitAction['type'] | 'undo';
  readonly counterId: CounterId | null;
  readonly at: Instant;
}

/** The classes each counter called today, as far as the calling rule asks. Never edited: `after` gives the next one. */
export class CallHistory {
  readonly #calls: ReadonlyMap<CounterId, readonly Call[]>;

  private constructor(calls: ReadonlyMap<CounterId, readonly Call[]>) {
    this.#calls = calls;
  }

  static readonly empty = new CallHistory(new Map());

  /** As `toRecord` wrote it. */
  static of(record: Readonly<Record<CounterId, readonly PriorityClass[]>>): CallHistory {
    return new CallHistory(
      new Map(
        Object.entries(record).map(([id, classes]) => [
          id as CounterId,
          classes.map((priority) => ({ visitId: null, at: NEVER, priority })),
        ]),
      ),
    );
  }

  toRecord(): Readonly<Record<CounterId, readonly PriorityClass[]>> {
    return Object.fromEntries([...this.#calls.keys()].map((id) => [id, this.at(id)]));
  }

  /** The classes this counter called, newest last. */
  at(counterId: CounterId): readonly PriorityClass[] {
    return (this.#calls.get(counterId) ?? []).map(({ priority }) => priority);
  }

  /** The history with a call more, or one less when it was undone; practice does not count. */
  after({ visit, action, counterId, at }: Happened): CallHistory {
    if (counterId === null || visit.training) return this;
    const calls = this.#calls.get(counterId) ?? [];
    if (action === 'call') {
      const call = { visitId: visit.id, at, priority: priorityAt(visit, at) };
      return this.#with(counterId, [...calls, call].slice(-CALLS_KEPT));
    }
    const since = notAtCounterSince(visit);
    if (action !== 'undo' || since === null) return this;
    // The undone action was not the latest one if the visit began to wait, or was parked, after the call.
    const undone = calls.findLastIndex((call) => call.visitId === visit.id && call.at >= since);
    return undone < 0 ? this : this.#with(counterId, calls.toSpliced(undone, 1));
  }

  #with(counterId: CounterId, calls: readonly Call[]): CallHistory {
    return new CallHistory(new Map(this.#calls).set(counterId, calls));
  }
}

/** Since when the visit has been in its state; null at a counter. */
function notAtCounterSince(visit: Visit): Instant | null {
  if (visit.state === 'waiting') return visit.waitingSince;
  if (visit.state === 'parked') return visit.parkedAt;
  return visit.state === 'closed' ? visit.closedAt : null;
}
