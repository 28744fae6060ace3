import type { WaitingVisit } from './calling-rule.ts';
import type { Instant } from '../ids.ts';
import { Lane } from './arrival-list.ts';
import { countAhead, type Lanes } from './people-ahead.ts';
import { isEarly, waitsSince } from './priority.ts';
import type { QueueRule } from '../site/site.ts';
import { isShort, type PriorityClass } from '../visit/visit.ts';

/** The waiting visits of one queue: lanes for each class, short services beside the others, and the special ones apart. */
export class QueueLine {
  readonly #lanes: Lanes = {
    priority: { quick: new Lane(), other: new Lane() },
    normal: { quick: new Lane(), other: new Lane() },
  };
  /** Those whose place depends on the clock or on the caller; few, so they are tested one by one. */
  readonly #special = new Set<WaitingVisit>();
  #specialWithPriority = 0;

  get waiting(): number {
    return lengthOf(this.#lanes.priority) + lengthOf(this.#lanes.normal) + this.#special.size;
  }

  get priority(): number {
    return lengthOf(this.#lanes.priority) + this.#specialWithPriority;
  }

  add(visit: WaitingVisit): void {
    if (!isSpecial(visit)) return this.#laneOf(visit).add(visit);
    this.#special.add(visit);
    if (visit.priority === 'priority') this.#specialWithPriority += 1;
  }

  /** The very visit that was added. */
  remove(visit: WaitingVisit): void {
    if (!isSpecial(visit)) return this.#laneOf(visit).remove(visit);
    this.#special.delete(visit);
    if (visit.priority === 'priority') this.#specialWithPriority -= 1;
  }

  /** No visit behind the head of a lane can be called before it, by any rule: a property holds it against `chooseNext`. */
  *heads(): Iterable<WaitingVisit> {
    for (const { quick, other } of [this.#lanes.priority, this.#lanes.normal]) {
      if (quick.first !== undefined) yield quick.first;
      if (other.first !== undefined) yield other.first;
    }
    yield* this.#special;
  }

  /** The first `count` of each lane, and all who stand apart. */
  foremost(count: number): readonly WaitingVisit[] {
    return [this.#lanes.priority, this.#lanes.normal]
      .flatMap(({ quick, other }) => [quick, other])
      .flatMap((lane) => lane.firstOf(count))
      .concat(Array.from(this.#special));
  }

  peopleAhead(visit: WaitingVisit, at: Instant, rule: QueueRule): number {
    const special = Array.from(this.#special).filter(
      ({ id, notBefore }) => id !== visit.id && (notBefore === null || notBefore <= at),
    );
    return countAhead({ lanes: this.#lanes, special }, visit, at, rule);
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

  #laneOf(visit: WaitingVisit): Lane {
    return this.#lanes[visit.priority][isShort(visit) ? 'quick' : 'other'];
  }
}

function lengthOf({ quick, other }: Lanes[PriorityClass]): number {
  return quick.length + other.length;
}

function isSpecial({ bookedFor, notBefore, reservedFor }: WaitingVisit): boolean {
  return bookedFor !== null || notBefore !== null || reservedFor !== null;
}
