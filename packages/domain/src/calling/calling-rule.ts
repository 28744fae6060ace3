import {
  type Counter,
  type CounterState,
  queuesServed,
  type QuickCounter,
} from '../site/counter.ts';
import type { CounterId, Instant, PersonId, QueueId } from '../ids.ts';
import type { Person } from '../people/people-and-devices.ts';
import {
  hasWaitedTooLong,
  isEarly,
  priorityAt,
  turnAfter,
  waitsSince,
  type Run,
} from './priority.ts';
import { assertNever } from '../result.ts';
import type { QueueRule } from '../site/site.ts';
import { isShort, type PriorityClass, type VisitIn } from '../visit/visit.ts';

export type WaitingVisit = VisitIn<'waiting'>;
type OpenCounter = Extract<CounterState, { state: 'open' }>;

/** The counter that asks, and the clerk who sits there. */
export interface Caller {
  readonly counterId: CounterId;
  readonly clerkId: PersonId;
  readonly queueIds: readonly QueueId[];
  /** Whether the order of `queueIds` breaks ties. */
  readonly ordered: boolean;
  /** Classes of this counter's latest calls today, newest last; an interleaved rule reads its longest turn of them. */
  readonly recentCalls: readonly PriorityClass[];
  /** Whether short services go first here, or are the only ones. */
  readonly quick: QuickCounter;
  /** Practice calls only tickets for practice. */
  readonly training: boolean;
}

/** The counter as the calling rule sees it, with the skills of the clerk who sits there. */
export function toCaller(
  counter: Counter,
  { clerkId, training }: Pick<OpenCounter, 'clerkId' | 'training'>,
  clerk: Pick<Person, 'skills'> | null,
  recentCalls: readonly PriorityClass[],
): Caller {
  const { id, ordered, quick } = counter;
  const queueIds = queuesServed(counter, clerk);
  return { counterId: id, clerkId, queueIds, ordered, quick, training, recentCalls };
}

/** Why a visit is next. */
export type CallingReason =
  | 'waited-too-long'
  | 'priority-turn'
  | 'normal-turn'
  | 'booking-due'
  | 'booking-early'
  | 'oldest';

export interface Chosen {
  readonly visit: WaitingVisit;
  readonly because: CallingReason;
}

/**
 * The next visit at the caller's counter, and why; null: no candidate waits.
 * The order of `waiting` does not matter. `WaitingRoom` gives the same answer without reading every visit: it offers
 * the few that can be first (`WaitingQueue.heads`) and counts those ahead in closed form (`countAhead`). A property of each
 * in `waiting-room.test.ts` compares it with this function.
 */
export function chooseNext(
  waiting: Iterable<WaitingVisit>,
  caller: Caller,
  at: Instant,
  rule: QueueRule,
): Chosen | null {
  const candidates = Array.from(waiting).filter((visit) => isCandidate(visit, caller, at, rule));
  const due = candidates.filter((visit) => !isEarly(visit, at));
  const quick = caller.quick === 'first' ? due.filter(isShort) : [];

  return (
    choose(
      due.filter((visit) => hasWaitedTooLong(visit, at, rule)),
      byArrival,
      'waited-too-long',
    ) ??
    chooseByMode(quick.length > 0 ? quick : due, caller, at, rule) ??
    choose(candidates, inOrderOf(caller, byArrival), 'booking-early')
  );
}

/** Waiting in a queue of this counter, its time come, and not reserved for another. */
export function isCandidate(
  visit: WaitingVisit,
  caller: Caller,
  at: Instant,
  rule: QueueRule,
): boolean {
  return (
    caller.training === visit.training &&
    caller.queueIds.includes(visit.queueId) &&
    (caller.quick !== 'only' || isShort(visit)) &&
    (visit.notBefore === null || visit.notBefore <= at) &&
    !isKeptFromCaller(visit, caller, at, rule)
  );
}

/** A reservation lapses with the bound on waiting: its counter or clerk may never come back. */
function isKeptFromCaller(
  { reservedFor, waitingSince }: WaitingVisit,
  caller: Caller,
  at: Instant,
  { maxWaitMinutes }: QueueRule,
): boolean {
  if (reservedFor === null || at - waitingSince > maxWaitMinutes * 60_000) return false;
  return reservedFor.type === 'counter'
    ? reservedFor.counterId !== caller.counterId
    : reservedFor.clerkId !== caller.clerkId;
}

/** When more counters may call the visit: its time comes, or its reservation lapses. */
export function opensLater(
  { notBefore, reservedFor, waitingSince }: WaitingVisit,
  { maxWaitMinutes }: QueueRule,
): readonly Instant[] {
  const lapses = (waitingSince + maxWaitMinutes * 60_000 + 1) as Instant;
  return [...(notBefore === null ? [] : [notBefore]), ...(reservedFor === null ? [] : [lapses])];
}

function chooseByMode(
  due: readonly WaitingVisit[],
  caller: Caller,
  at: Instant,
  { mode }: QueueRule,
): Chosen | null {
  const inOrder = inOrderOf(caller, byArrival);
  const priority = due.filter((visit) => priorityAt(visit, at) === 'priority');
  const normal = due.filter((visit) => priorityAt(visit, at) === 'normal');
  if (priority.length === 0) return choose(normal, inOrder, 'oldest');

  switch (mode.type) {
    case 'strict':
      return choose(priority, inOrder, 'priority-turn');
    case 'interleaved': {
      const turn = turnAfter(lastRun(caller.recentCalls), mode);
      return (
        (turn.of === 'normal' ? choose(normal, inOrder, 'normal-turn') : null) ??
        choose(priority, inOrder, 'priority-turn')
      );
    }
    case 'ageing': {
      const next = choose(due, inOrderOf(caller, byAge(at, mode.bonusMinutes)), 'priority-turn');
      const oldest = choose(due, inOrder, 'oldest');
      return next?.visit === oldest?.visit ? oldest : next;
    }
    default:
      return assertNever(mode);
  }
}

function choose(
  visits: readonly WaitingVisit[],
  order: Order,
  because: CallingReason,
): Chosen | null {
  const [first, ...others] = visits;
  if (first === undefined) return null;
  const visit = others.reduce((best, other) => (order(other, best) < 0 ? other : best), first);
  const isBooking = because === 'priority-turn' && visit.bookedFor !== null;
  return { visit, because: isBooking ? 'booking-due' : because };
}

/** Negative: the first goes before the second. */
type Order = (a: WaitingVisit, b: WaitingVisit) => number;

/** The longest wait goes first; the ticket's place in the day decides between equals. */
export const byArrival: Order = (a, b) =>
  waitsSince(a) - waitsSince(b) || a.arrivedAt - b.arrivedAt || a.ticket.seq - b.ticket.seq;

/** As by arrival, but priority counts as `bonusMinutes` older. */
export function byAge(at: Instant, bonusMinutes: number): Order {
  const bonusMs = bonusMinutes * 60_000;
  const bonus = (visit: WaitingVisit) => (priorityAt(visit, at) === 'priority' ? bonusMs : 0);
  return (a, b) => waitsSince(a) - bonus(a) - (waitsSince(b) - bonus(b)) || byArrival(a, b);
}

/**
 * A counter with an order of its own empties its first queue before it turns to the next. The mode decides between
 * the classes before that; ageing knows no classes, only a longer wait, so its bonus counts within a queue: minutes
 * must not undo an order that was set on purpose, and the bound on waiting holds across all queues.
 */
function inOrderOf({ ordered, queueIds }: Caller, order: Order): Order {
  if (!ordered) return order;
  return (a, b) => queueIds.indexOf(a.queueId) - queueIds.indexOf(b.queueId) || order(a, b);
}

function lastRun(calls: readonly PriorityClass[]): Run | null {
  const of = calls.at(-1);
  if (of === undefined) return null;
  return { of, length: calls.length - 1 - calls.findLastIndex((call) => call !== of) };
}
