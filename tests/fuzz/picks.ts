import {
  type Counter,
  type CounterId,
  type Instant,
  NEEDS,
  type Party,
  type PersonId,
  type PriorityGroupId,
  type PrintJobId,
  type Reservation,
  type ServiceId,
  type Visit,
  type VisitId,
} from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import type { Mirror } from '@motcua/client';
import type { SeededRandom } from '@motcua/testing';

/** What a sender knows before choosing. */
export interface Known {
  /** All that staff know of the day. */
  readonly mirror: Mirror;
  readonly personId: PersonId | null;
}

/** Mostly the sender's counter, or a free one. */
export function counterFor(random: SeededRandom, { mirror, personId }: Known): CounterId {
  const { counters } = mirror.settings;
  const now = [...mirror.counters.values()].filter(({ state }) => state !== 'closed');
  const own = now.find((each) => 'clerkId' in each && each.clerkId === personId);
  const free = counters.filter(({ id }) => !now.some(({ counterId }) => counterId === id));
  if (own !== undefined && random.next() < 0.95) return own.counterId;
  const likely = free.length > 0 && random.next() < 0.8 ? free : counters;
  return one(random, likely, ({ id }) => id, 'none' as CounterId);
}

/** Mostly a visit at the sender's counter or a waiting one; occasionally a closed one. */
export function visitFor(random: SeededRandom, { mirror, personId }: Known): VisitId {
  const visits = [...mirror.visits.values()];
  const own = visits.filter((visit) => 'clerkId' in visit && visit.clerkId === personId);
  if (own.length > 0 && random.next() < 0.75) return random.pick(own).id;
  const gone = visits.filter((visit) => visit.state === 'closed' && visit.outcome !== 'served');
  if (gone.length > 0 && random.next() < 0.2) return random.pick(gone).id;
  return one(random, visits.slice(-60), ({ id }: Visit) => id, 'none' as VisitId);
}

/** A half hour of the next day and a half, seen from the last arrival. */
export function slotFor(random: SeededRandom, { mirror }: Known): Instant {
  const HALF_HOUR_MS = 30 * 60_000;
  const last = [...mirror.visits.values()].at(-1)?.arrivedAt ?? T0;
  return ((Math.floor(last / HALF_HOUR_MS) + random.whole(1, 72)) * HALF_HOUR_MS) as Instant;
}

export function serviceFor(random: SeededRandom, { mirror }: Known): ServiceId {
  return one(random, mirror.settings.services, ({ id }) => id, 'none' as ServiceId);
}

export function groupFor(random: SeededRandom, { mirror }: Known): PriorityGroupId {
  return one(random, mirror.settings.priorityGroups, ({ id }) => id, 'none' as PriorityGroupId);
}

/** What a visitor may state when taking a number, with a booking or without. */
export function aboutPerson(random: SeededRandom, known: Known) {
  return {
    priorityGroupId: random.next() < 0.3 ? groupFor(random, known) : null,
    needs: NEEDS.filter(() => random.next() < 0.1),
    party: randomParty(random),
  };
}

export function randomParty(random: SeededRandom): Party {
  const proxy = random.next() < 0.1;
  return { people: random.pick([1, 1, 1, 2, 5]), files: random.pick([1, 1, 1, 2, 4]), proxy };
}

export function randomReservation(
  random: SeededRandom,
  counters: readonly Counter[],
  mirror: Mirror,
): Reservation | null {
  const counterId = one(random, counters, ({ id }) => id, 'none' as CounterId);
  const clerkId = one(random, [...mirror.people.keys()], (id) => id, 'none' as PersonId);
  return random.pick<Reservation | null>([
    null,
    null,
    { type: 'counter', counterId },
    { type: 'clerk', clerkId },
  ]);
}

export function printJobFor(random: SeededRandom, { mirror }: Known): PrintJobId {
  return one(
    random,
    [...mirror.printJobs.values()].slice(-12),
    ({ id }) => id,
    'none' as PrintJobId,
  );
}

/** The id of one of the items; `none` where there are none, and occasionally anyway. */
export function one<Item, Id>(
  random: SeededRandom,
  items: readonly Item[],
  idOf: (item: Item) => Id,
  none: Id,
): Id {
  return items.length === 0 || random.next() < 0.02 ? none : idOf(random.pick(items));
}
