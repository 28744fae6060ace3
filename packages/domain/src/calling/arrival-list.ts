import { byArrival, type WaitingVisit } from './calling-rule.ts';

/** Visits in order of arrival. The head leaves and later visits join at the end at no cost that grows. */
export class ArrivalList {
  #visits: WaitingVisit[] = [];
  /** Index of the first; those before it have left. */
  #head = 0;

  get length(): number {
    return this.#visits.length - this.#head;
  }

  get first(): WaitingVisit | undefined {
    return this.#visits[this.#head];
  }

  /** The visit at a place, 0 first. */
  at(place: number): WaitingVisit | undefined {
    return this.#visits[this.#head + place];
  }

  /** The first `count`, or all when there are fewer. */
  firstOf(count: number): readonly WaitingVisit[] {
    return this.#visits.slice(this.#head, this.#head + count);
  }

  add(visit: WaitingVisit): void {
    const last = this.#visits.at(-1);
    if (last === undefined || byArrival(last, visit) <= 0) this.#visits.push(visit);
    else this.#visits.splice(this.#head + this.#placeOf(visit), 0, visit);
  }

  /** The very visit that was added. */
  remove(visit: WaitingVisit): void {
    let index = this.#head + this.#placeOf(visit);
    while (index < this.#visits.length && this.#visits[index]?.id !== visit.id) index += 1;
    if (index !== this.#head) this.#visits.splice(index, 1);
    else if (++this.#head * 2 > this.#visits.length) {
      this.#visits = this.#visits.slice(this.#head);
      this.#head = 0;
    }
  }

  /** Length of the part for which `isIn` holds; once it fails for a visit it must fail for all later ones. */
  countWhile(isIn: (visit: WaitingVisit) => boolean): number {
    const { first, length } = this;
    // Mostly it holds for all or for none, so both ends are tested first.
    const last = this.at(length - 1);
    if (first === undefined || last === undefined || isIn(last)) return length;
    if (!isIn(first)) return 0;
    let from = 1;
    let to = length - 1;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const visit = this.at(middle);
      if (visit !== undefined && isIn(visit)) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #placeOf(visit: WaitingVisit): number {
    return this.countWhile((other) => byArrival(other, visit) < 0);
  }
}
