import type { WaitingVisit } from './calling-rule.ts';
import type { Instant } from './ids.ts';
import { Lane } from './lane.ts';
import { countAhead } from './people-ahead.ts';
import type { QueueRule } from './site.ts';
import type { PriorityClass } from './visit.ts';

/** The waiting visits of one queue: a lane for each class, and the special ones apart. */
export class QueueLine {
  readonly #lanes: Readonly<Record<PriorityClass, Lane>> = {
    priority: new Lane(),
    normal: new Lane(),
  };
  /** Those whose place depends on the clock or on the caller; few, so they are looked at one by one. */
  readonly #special = new Set<WaitingVisit>();
  #specialWithPriority = 0;

  get waiting(): number {
    return this.#lanes.priority.length + this.#lanes.normal.length + this.#special.size;
  }

  get priority(): number {
    return this.#lanes.priority.length + this.#specialWithPriority;
  }

  add(visit: WaitingVisit): void {
    if (!isSpecial(visit)) return this.#lanes[visit.priority].add(visit);
    this.#special.add(visit);
    if (visit.priority === 'priority') this.#specialWithPriority += 1;
  }

  /** The very visit that was added. */
  remove(visit: WaitingVisit): void {
    if (!isSpecial(visit)) return this.#lanes[visit.priority].remove(visit);
    this.#special.delete(visit);
    if (visit.priority === 'priority') this.#specialWithPriority -= 1;
  }

  /** Nobody behind the head of a lane can be called before it. */
  *heads(): Iterable<WaitingVisit> {
    const { priority, normal } = this.#lanes;
    if (priority.first !== undefined) yield priority.first;
    if (normal.first !== undefined) yield normal.first;
    yield* this.#special;
  }

  peopleAhead(visit: WaitingVisit, at: Instant, rule: QueueRule): number {
    const special = Array.from(this.#special).filter(
      ({ id, notBefore }) => id !== visit.id && (notBefore === null || notBefore <= at),
    );
    return countAhead({ lanes: this.#lanes, special }, visit, at, rule);
  }
}

function isSpecial({ bookedFor, notBefore, reservedFor }: WaitingVisit): boolean {
  return bookedFor !== null || notBefore !== null || reservedFor !== null;
}
