import { byAge, byArrival, type WaitingVisit } from './calling-rule.ts';
import type { Instant } from '../ids.ts';
import type { ArrivalList } from './arrival-list.ts';
import { hasWaitedTooLong, isEarly, priorityAt, turnAfter, type Run } from './priority.ts';
import type { PriorityMode, QueueRule } from '../site/site.ts';
import type { PriorityClass } from '../visit/visit.ts';

export type ArrivalLists = Readonly<
  Record<PriorityClass, Readonly<Record<'quick' | 'other', ArrivalList>>>
>;

/** Those who may be called now: the lists of both classes, and the special visits one by one. */
export interface WaitingQueueView {
  readonly lists: ArrivalLists;
  readonly special: readonly WaitingVisit[];
}

/**
 * How many `chooseNext` would take before `visit`, in closed form: a few binary searches and a few steps for each
 * special visit, however many wait. The rule is stated a second time for that; a property in `waiting-room.test.ts` calls
 * one visitor after another by `chooseNext` and compares the count.
 */
export function countAhead(
  line: WaitingQueueView,
  visit: WaitingVisit,
  at: Instant,
  rule: QueueRule,
): number {
  const { mode } = rule;
  const cameBefore: Test = (other) => byArrival(other, visit) < 0;
  const due = { ...line, special: line.special.filter((other) => !isEarly(other, at)) };
  const tooLong: Test = (other) => hasWaitedTooLong(other, at, rule);
  const count = (of: PriorityClass, test: Test) => countOf(due, of, at, test);
  const countAll = (test: Test) => count('priority', test) + count('normal', test);

  if (visit.notBefore !== null && visit.notBefore > at)
    return countAll(any) + earlyOf(line, at).length;
  if (isEarly(visit, at)) return countAll(any) + earlyOf(line, at).filter(cameBefore).length;
  if (tooLong(visit)) return countAll(cameBefore);
  if (mode.type === 'ageing') {
    const inOrder = byAge(at, mode.bonusMinutes);
    return countAll((other) => tooLong(other) || inOrder(other, visit) < 0);
  }

  const own = priorityAt(visit, at);
  const ownAhead = count(own, (other) => tooLong(other) || cameBefore(other));
  const rank = ownAhead - count(own, tooLong);
  const others = count(otherThan(own), any);
  const othersTooLong = count(otherThan(own), tooLong);
  const othersBefore =
    mode.type === 'strict'
      ? own === 'priority'
        ? 0
        : others
      : takenBefore(rank, own, lastRunOf(due, tooLong, at), mode);
  return ownAhead + othersTooLong + Math.min(others - othersTooLong, othersBefore);
}

/** Holds for the first visits of a list and then for none, or for none at all. */
type Test = (visit: WaitingVisit) => boolean;
const any: Test = () => true;

function otherThan(of: PriorityClass): PriorityClass {
  return of === 'priority' ? 'normal' : 'priority';
}

function earlyOf(line: WaitingQueueView, at: Instant): readonly WaitingVisit[] {
  return line.special.filter((other) => isEarly(other, at));
}

function countOf(line: WaitingQueueView, of: PriorityClass, at: Instant, test: Test): number {
  const special = line.special.filter((visit) => priorityAt(visit, at) === of && test(visit));
  const { quick, other } = line.lists[of];
  return quick.countWhile(test) + other.countWhile(test) + special.length;
}

/** How many of the other class have their turn before the one of class `own` with `rank` of its class ahead. */
function takenBefore(
  rank: number,
  own: PriorityClass,
  last: Run | null,
  mode: Extract<PriorityMode, { type: 'interleaved' }>,
): number {
  const turn = turnAfter(last, mode);
  const perRound = mode[otherThan(own)];
  if (turn.of !== own) return turn.left + Math.floor(rank / mode[own]) * perRound;
  return rank < turn.left ? 0 : (Math.floor((rank - turn.left) / mode[own]) + 1) * perRound;
}

/** The run of calls that ends when all who waited too long were called. */
function lastRunOf(line: WaitingQueueView, tooLong: Test, at: Instant): Run | null {
  const lastOf = (of: PriorityClass) => {
    const { quick, other } = line.lists[of];
    const ends = line.special.filter((visit) => priorityAt(visit, at) === of && tooLong(visit));
    const inLists = [quick, other].flatMap((list) => list.at(list.countWhile(tooLong) - 1) ?? []);
    return ends.concat(inLists).sort(byArrival).at(-1);
  };
  const priority = lastOf('priority');
  const normal = lastOf('normal');
  if (priority === undefined && normal === undefined) return null;

  const of = laterIsPriority(priority, normal) ? 'priority' : 'normal';
  const before = of === 'priority' ? normal : priority;
  const length = countOf(line, of, at, tooLong);
  if (before === undefined) return { of, length };
  return { of, length: length - countOf(line, of, at, (visit) => byArrival(visit, before) < 0) };
}

function laterIsPriority(priority: WaitingVisit | undefined, normal: WaitingVisit | undefined) {
  if (priority === undefined || normal === undefined) return priority !== undefined;
  return byArrival(priority, normal) > 0;
}
