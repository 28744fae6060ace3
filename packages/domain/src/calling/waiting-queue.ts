import type { WaitingVisit } from './calling-rule.ts';
import type { Instant } from '../ids.ts';
import { ArrivalList } from './arrival-list.ts';
import { countAhead, type ArrivalLists } from './people-ahead.ts';
import { isEarly, waitsSince } from './priority.ts';
import type { QueueRule } from '../site/site.ts';
import { isShort, type PriorityClass } from '../visit/visit.ts';

/** The waiting visits of one queue: lists for each class, short services beside the others, and the special ones apart. */
export class WaitingQueue {
  readonly #lists: ArrivalLists = {
    priority: { quick: new ArrivalList(), other: new ArrivalList() },
    normal: { quick: new ArrivalList(), other: new ArrivalList() },
  };
  /** Those whose place depends on the clock or on the caller; few, so they are tested one by one. */
  readonly #special = new Set<WaitingVisit>();
  #specialWithPriority = 0;

  get waiting(): number {
    return lengthOf(this.#lists.priority) + lengthOf(this.#lists.normal) + this.#special.size;
  }

  get priority(): number {
    return lengthOf(this.#lists.priority) + this.#specialWithPriority;
  }

  add(visit: WaitingVisit): void {
    if (!isSpecial(visit)) return this.#listOf(visit).add(visit);
    this.#special.add(visit);
    if (visit.priority === 'priority') this.#specialWithPriority += 1;
  }

  /** The very visit that was added. */
  remove(visit: WaitingVisit): void {
    if (!isSpecial(visit)) return this.#listOf(visit).remove(visit);
    this.#special.delete(visit);
    if (visit.priority === 'priority') this.#specialWithPriority -= 1;
  }

  /** No visit behind the head of a list can be called before it, by any rule: a property holds it against `chooseNext`. */
  *heads(): Iterable<WaitingVisit> {
    for (const { quick, other } of [this.#lists.priority, this.#lists.normal]) {
      if (quick.first !== undefined) yield quick.first;
      if (other.first !== undefined) yield other.first;
    }
    yield* this.#special;
  }

  /** The first `count` of each list, and all who stand apart. */
  foremost(count: number): readonly WaitingVisit[] {
    return [this.#lists.priority, this.#lists.normal]
      .flatMap(({ quick, other }) => [quick, other])
      .flatMap((list) => list.firstOf(count))
      .concat(Array.from(this.#special));
  }

  peopleAhead(visit: WaitingVisit, at: Instant, rule: QueueRule): number {
    const special = Array.from(this.#special).filter(
      ({ id, notBefore }) => id !== visit.id && (notBefore === null || notBefore <= at),
    );
    return countAhead({ lists: this.#lists, special }, visit, at, rule);
  }

  /** See `WaitingRoom.placeBehind`. */
  placeBehind(
    back: WaitingVisit,
    soonest: Instant,
    people: number,
    at: Instant,
    rule: QueueRule,
  ): Instant {
    const others = this.foremost(people)
      .filter((visit) => (visit.notBefore === null || visit.notBefore <= at) && !isEarly(visit, at))
      // One millisecond later, so that an equal place of a later arrival still goes first.
      .map((visit) => (waitsSince(visit) + 1) as Instant)
      .filter((place) => place > soonest && place < at)
      .sort((a, b) => a - b);
    const isBehind = (placedAt: Instant) =>
      this.peopleAhead({ ...back, placedAt }, at, rule) >= people;
    return [soonest, ...others].find(isBehind) ?? at;
  }

  #listOf(visit: WaitingVisit): ArrivalList {
    return this.#lists[visit.priority][isShort(visit) ? 'quick' : 'other'];
  }
}

function lengthOf({ quick, other }: ArrivalLists[PriorityClass]): number {
  return quick.length + other.length;
}

function isSpecial({ bookedFor, notBefore, reservedFor }: WaitingVisit): boolean {
  return bookedFor !== null || notBefore !== null || reservedFor !== null;
}
