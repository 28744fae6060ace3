import type { Mirror } from '@motcua/client';
import {
  type Counter,
  type CounterId,
  NEEDS,
  type Party,
  type PersonId,
  type PriorityGroupId,
  type Reservation,
} from '@motcua/domain';
import type { SeededRandom } from '@motcua/testing';
import type { Known } from './commands.ts';

/** What somebody says who takes a number, with a booking or without. */
export function aboutPerson(dice: SeededRandom, known: Known) {
  return {
    priorityGroupId: dice.next() < 0.3 ? groupFor(dice, known) : null,
    needs: NEEDS.filter(() => dice.next() < 0.1),
    party: randomParty(dice),
  };
}

export function groupFor(dice: SeededRandom, { mirror }: Known): PriorityGroupId {
  return one(dice, mirror.settings.priorityGroups, ({ id }) => id, 'none' as PriorityGroupId);
}

export function randomParty(dice: SeededRandom): Party {
  const proxy = dice.next() < 0.1;
  return { people: dice.pick([1, 1, 1, 2, 5]), files: dice.pick([1, 1, 1, 2, 4]), proxy };
}

export function randomReservation(
  dice: SeededRandom,
  counters: readonly Counter[],
  mirror: Mirror,
): Reservation | null {
  const counterId = one(dice, counters, ({ id }) => id, 'none' as CounterId);
  const clerkId = one(dice, [...mirror.people.keys()], (id) => id, 'none' as PersonId);
  return dice.pick<Reservation | null>([
    null,
    null,
    { type: 'counter', counterId },
    { type: 'clerk', clerkId },
  ]);
}

/** The id of one of the items; `none` where there are none, and once in a while all the same. */
export function one<Item, Id>(
  dice: SeededRandom,
  items: readonly Item[],
  idOf: (item: Item) => Id,
  none: Id,
): Id {
  return items.length === 0 || dice.next() < 0.02 ? none : idOf(dice.pick(items));
}
