import { isCandidate, type Caller, type WaitingVisit } from './calling-rule.ts';
import type { Instant, QueueId, VisitId } from '../ids.ts';
import { waitsSince } from './priority.ts';
import { WaitingQueue } from './waiting-queue.ts';
import type { QueueRule } from '../site/site.ts';
import type { VisitCore } from '../visit/visit.ts';

/**
 * All waiting visits, indexed so that a call costs the same with 100,000 waiting as with 100.
 * A mutable copy of what is stored: every change of a visit is applied here as well.
 */
export class WaitingRoom {
  readonly #visits = new Map<VisitId, WaitingVisit>();
  readonly #lines = new Map<QueueId, WaitingQueue>();
  readonly #training = new Map<QueueId, WaitingQueue>();

  constructor(visits: Iterable<WaitingVisit> = []) {
    for (const visit of visits) this.add(visit);
  }

  get size(): number {
    return this.#visits.size;
  }

  has(visitId: VisitId): boolean {
    return this.#visits.has(visitId);
  }

  /** A visit with the same id is replaced. */
  add(visit: WaitingVisit): void {
    this.remove(visit.id);
    this.#visits.set(visit.id, visit);
    this.#lineOf(visit).add(visit);
  }

  /** Nothing happens when the visit is not here. */
  remove(visitId: VisitId): void {
    const visit = this.#visits.get(visitId);
    if (visit === undefined) return;
    this.#visits.delete(visitId);
    this.#lineOf(visit).remove(visit);
  }

  /** The few who can be next at this counter: `chooseNext` of them is `chooseNext` of all. */
  *candidates(caller: Caller, at: Instant, rule: QueueRule): Iterable<WaitingVisit> {
    const lines = caller.training ? this.#training : this.#lines;
    for (const queueId of new Set(caller.queueIds)) {
      const line = lines.get(queueId);
      if (line !== undefined) {
        for (const visit of line.heads()) if (isCandidate(visit, caller, at, rule)) yield visit;
      }
    }
  }

  /** How many wait, practice left out. */
  load(queueId: QueueId): { readonly waiting: number; readonly priority: number } {
    const line = this.#lines.get(queueId);
    return { waiting: line?.waiting ?? 0, priority: line?.priority ?? 0 };
  }

  /** Those of a queue who can be among its next `count` calls, practice left out. */
  foremost(queueId: QueueId, count: number): readonly WaitingVisit[] {
    return this.#lines.get(queueId)?.foremost(count) ?? [];
  }

  /**
   * How many of those now waiting in the visit's queue would be called before it, if no other visitor came, one counter
   * served the queue and the clock stood still. Reservations are ignored; a visit that may not be called yet
   * is behind all who may. The visit itself need not be here.
   */
  peopleAhead(visit: WaitingVisit, at: Instant, rule: QueueRule): number {
    const lines = visit.training ? this.#training : this.#lines;
    return lines.get(visit.queueId)?.peopleAhead(visit, at, rule) ?? 0;
  }

  /**
   * By when the place of a returning visit counts so that `people` are before it, in the order of the calling rule.
   * Never before its former place: leaving from the end of a line and coming back gains nothing.
   * Never behind the place of a new ticket: when that has fewer people before it, there. With strict priority only those
   * of the same class count, however many others wait: to lose priority for one missed call would put a visitor who walks
   * slowly behind all later arrivals with priority, and a new ticket would be the better place.
   */
  placeBehind(visit: VisitCore, people: number, at: Instant, rule: QueueRule): Instant {
    const lines = visit.training ? this.#training : this.#lines;
    const freed = { bookedFor: null, notBefore: null, reservedFor: null } as const;
    const back: WaitingVisit = { ...visit, ...freed, state: 'waiting', waitingSince: at };
    const soonest = Math.min(waitsSince(visit), at) as Instant;
    return lines.get(visit.queueId)?.placeBehind(back, soonest, people, at, rule) ?? soonest;
  }

  #lineOf({ queueId, training }: WaitingVisit): WaitingQueue {
    const lines = training ? this.#training : this.#lines;
    const known = lines.get(queueId);
    if (known !== undefined) return known;
    const line = new WaitingQueue();
    lines.set(queueId, line);
    return line;
  }
}

/** A waiting room with these visits. */
export function createWaitingRoom(visits: Iterable<WaitingVisit> = []): WaitingRoom {
  return new WaitingRoom(visits);
}
