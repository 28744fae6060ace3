import {
  chooseNext,
  isCandidate,
  type Caller,
  type WaitingVisit,
} from '../calling/calling-rule.ts';
import type { CounterId, Instant } from '../ids.ts';
import { priorityAt } from '../calling/priority.ts';
import type { QueueRule } from '../site/site.ts';
import type { PriorityClass } from '../visit/visit.ts';
import type { WaitingRoom } from '../calling/waiting-room.ts';

/** A counter that will call, and when it is free to. */
export interface CallingCounter {
  readonly caller: Caller;
  readonly freeAt: Instant;
}

/** A time without calls, such as the closing at noon. */
export interface Closing {
  readonly from: Instant;
  readonly to: Instant;
}

/** What is known or assumed about the time to come. */
export interface SimulatedCourse {
  /** The waiting visits at the beginning; the simulation removes those it calls and adds arrivals. */
  readonly room: WaitingRoom;
  readonly rule: QueueRule;
  readonly counters: readonly CallingCounter[];
  readonly closings: readonly Closing[];
  /** Later arrivals, in order; read one by one. */
  readonly arrivals: Iterator<WaitingVisit>;
  /** Moments at which a visit may be called that might not before. */
  readonly wakeUps: readonly Instant[];
  readonly until: Instant;
  /** A visit is called by a counter: how long that is taken, ms; `hypothetical`: as if the visit had not been there. */
  readonly call: (
    visit: WaitingVisit,
    at: Instant,
    by: CounterId,
  ) => number | 'hypothetical' | 'enough';
}

/** A counter of the simulation: `since` orders those that are free at once, longest free first. */
interface Place {
  caller: Caller;
  freeAt: Instant;
  since: Instant;
  idle: boolean;
}

const NEVER = Infinity as Instant;

/**
 * Simulates who is called when, by the real calling rule, until `until` or until a call returns `enough`.
 * Cost: one `chooseNext` of the candidates, and a pass over the counters, for every call and every arrival.
 */
export function simulate(course: SimulatedCourse): void {
  const { room, arrivals, wakeUps, until } = course;
  const places = course.counters.map(({ caller, freeAt }): Place => ({
    caller,
    freeAt,
    since: freeAt,
    idle: false,
  }));
  const remembered = callsToRemember(course.rule);
  let arrival = arrivals.next();
  let woken = 0;

  for (;;) {
    const place = nextOf(places);
    const arrivesAt = arrival.done === true ? NEVER : arrival.value.arrivedAt;
    const wakesAt = wakeUps[woken] ?? NEVER;
    const outside = arrivesAt < wakesAt ? arrivesAt : wakesAt;
    if (place !== null && place.freeAt <= outside) {
      if (place.freeAt > until) return;
      const opensAt = afterClosings(place.freeAt, course.closings);
      if (opensAt > place.freeAt) place.freeAt = opensAt;
      else if (callNext(place, course, remembered) === 'enough') return;
      continue;
    }
    if (outside > until) return;
    if (arrival.done !== true && arrivesAt <= wakesAt) {
      const { value } = arrival;
      room.add(value);
      wake(places, outside, ({ caller }) => isCandidate(value, caller, outside, course.rule));
      arrival = arrivals.next();
    } else {
      woken += 1;
      wake(places, outside, () => true);
    }
  }
}

function callNext(place: Place, course: SimulatedCourse, remembered: number): 'enough' | null {
  const { room, rule, call } = course;
  const { freeAt: at } = place;
  for (;;) {
    const { caller } = place;
    const next = chooseNext(room.candidates(caller, at, rule), caller, at, rule);
    if (next === null) {
      place.idle = true;
      return null;
    }
    room.remove(next.visit.id);
    const taken = call(next.visit, at, caller.counterId);
    if (taken === 'enough') return taken;
    if (taken === 'hypothetical') continue;
    if (remembered > 0) place.caller = after(caller, priorityAt(next.visit, at), remembered);
    place.freeAt = (at + taken) as Instant;
    place.since = place.freeAt;
    return null;
  }
}

function after(caller: Caller, called: PriorityClass, remembered: number): Caller {
  return { ...caller, recentCalls: [...caller.recentCalls, called].slice(-remembered) };
}

/** A turn is over after this many calls of a class, so earlier ones change nothing. */
function callsToRemember({ mode }: QueueRule): number {
  return mode.type === 'interleaved' ? Math.max(mode.priority, mode.normal) : 0;
}

function nextOf(places: readonly Place[]): Place | null {
  let next: Place | null = null;
  for (const place of places) {
    if (place.idle) continue;
    if (next === null || isBefore(place, next)) next = place;
  }
  return next;
}

function isBefore(a: Place, b: Place): boolean {
  return a.freeAt < b.freeAt || (a.freeAt === b.freeAt && a.since < b.since);
}

function wake(places: readonly Place[], at: Instant, isMeant: (place: Place) => boolean): void {
  for (const place of places) {
    if (!place.idle || !isMeant(place)) continue;
    place.idle = false;
    place.freeAt = at;
  }
}

function afterClosings(at: Instant, closings: readonly Closing[]): Instant {
  for (const { from, to } of closings) if (from <= at && at < to) return to;
  return at;
}
