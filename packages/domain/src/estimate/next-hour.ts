import type { Caller } from '../calling/calling-rule.ts';
import { waitsSince } from '../calling/priority.ts';
import type { CounterId, Instant, QueueId } from '../ids.ts';
import type { Visit } from '../visit/visit.ts';
import { type CounterNow, Forecast, type ForecastInput, type ForecastVisit } from './forecast.ts';

/** How a queue is expected to stand so many minutes from now: means of the possible futures. */
export interface QueueAhead {
  readonly queueId: QueueId;
  readonly points: readonly {
    readonly afterMinutes: number;
    readonly waiting: number;
    /** How long the one has waited by then who has waited longest; 0: none waits. */
    readonly longestMinutes: number;
  }[];
}

/** What is expected of the next hour: with the room as it is, and with one counter more. */
export interface CounterEffect {
  /** Visits that come to wait longer than the centre's bound, and those beyond it that are still not called. */
  readonly late: { readonly without: number; readonly with: number };
  readonly longestMinutes: { readonly without: number; readonly with: number };
}

/** Opening this counter now is expected to spare so many people a wait beyond the bound. */
export interface CounterSuggestion extends CounterEffect {
  readonly counterId: CounterId;
  readonly queueIds: readonly QueueId[];
}

export interface NextHour {
  readonly at: Instant;
  readonly queues: readonly QueueAhead[];
  /** Null: no further counter would clearly help, or none is left. */
  readonly suggestion: CounterSuggestion | null;
}

export interface NextHourInput extends ForecastInput {
  /** Closed counters, which would call if a clerk sat down there. Of those that pause an alarm tells. */
  readonly spare: readonly Caller[];
  /** Nothing is suggested shortly before. */
  readonly closesAt: Instant;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const AHEAD_MINUTES = [15, 30, 45, 60] as const;
/** Until a clerk has been found and sits there. */
export const OPENS_AFTER_MS = 5 * MINUTE_MS;
/** Means of so many futures hardly move any more; a run costs about as much as the waiting estimates. */
const RUNS = 60;
/** A clerk is not fetched for one visitor. */
const MIN_SAVED = 2;
/** So many of the futures must be better with the counter. On simulated days more than four of five came true. */
const CLEAR_SHARE = 0.85;
/** A counter that opens half an hour before closing changes little. */
const MIN_LEFT_MS = 30 * MINUTE_MS;

/**
 * The next hour, and the counter to open, in slices: the caller may do other work between two of them. The same for
 * the same seed. Counters that serve the same queues in the same way are tried once.
 */
export function* nextHourInSlices(
  input: NextHourInput,
  seed: number,
): Generator<void, NextHour, undefined> {
  const { at, rule } = input;
  const until = (at + HOUR_MS) as Instant;
  const boundMs = rule.maxWaitMinutes * MINUTE_MS;
  const queues = queuesOf(input);
  const base = new Forecast(input, [], seed);
  const options = input.closesAt - at < MIN_LEFT_MS ? [] : distinct(input.spare).map(trialOf);
  const sums = new Map(queues.map((id) => [id, AHEAD_MINUTES.map(() => ({ waiting: 0, ms: 0 }))]));
  let late = 0;
  let longestMs = 0;

  for (let run = 0; run < RUNS; run += 1) {
    const course = base.course(until);
    const without = effectOf(course, at, until, boundMs);
    late += without.late;
    longestMs += without.longestMs;
    addPoints(sums, course, at);
    yield;
    for (const option of options) {
      // Without a late visit there is nothing to spare: the same future with more counters has none either.
      if (without.late === 0) option.forecast.skip();
      const { late: lateWith, longestMs: longestWith } =
        without.late === 0 ? without : effectOf(option.forecast.course(until), at, until, boundMs);
      option.late += lateWith;
      option.longestMs += longestWith;
      if (lateWith < without.late) option.better += 1;
      if (without.late > 0) yield;
    }
  }

  const suggestions = options
    .filter(
      (option) => (late - option.late) / RUNS >= MIN_SAVED && option.better / RUNS >= CLEAR_SHARE,
    )
    .toSorted((a, b) => a.late - b.late || a.longestMs - b.longestMs);
  const [best] = suggestions;
  const minutes = (ms: number) => ms / RUNS / MINUTE_MS;
  return {
    at,
    queues: queues.map((queueId) => ({
      queueId,
      points: (sums.get(queueId) ?? []).map(({ waiting, ms }, index) => ({
        afterMinutes: AHEAD_MINUTES[index] ?? 0,
        waiting: waiting / RUNS,
        longestMinutes: minutes(ms),
      })),
    })),
    suggestion:
      best === undefined
        ? null
        : {
            counterId: best.caller.counterId,
            queueIds: best.caller.queueIds,
            late: { without: late / RUNS, with: best.late / RUNS },
            longestMinutes: { without: minutes(longestMs), with: minutes(best.longestMs) },
          },
  };

  function trialOf(caller: Caller) {
    const counter: CounterNow = {
      caller,
      doing: { type: 'opens', at: (at + OPENS_AFTER_MS) as Instant },
    };
    const forecast = new Forecast({ ...input, counters: [...input.counters, counter] }, [], seed);
    return { caller, forecast, late: 0, longestMs: 0, better: 0 };
  }
}

/** The same at once. */
export function nextHour(input: NextHourInput, seed: number): NextHour {
  const slices = nextHourInSlices(input, seed);
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
  }
}

/**
 * Whether a suggestion was right, an hour later, as far as one can see: with the counter opened, fewer waited too long
 * than was expected without it; without it, at least so many did as make a suggestion.
 */
export function cameTrue({ late }: CounterEffect, opened: boolean, lateVisits: number): boolean {
  return opened ? lateVisits < late.without : lateVisits >= MIN_SAVED;
}

/**
 * Late visits and the longest wait of a course from `from` to `until`. A visit that was late before counts only when
 * it is not called in that time either: nothing else about it can be changed any more.
 */
export function effectOf(
  course: readonly ForecastVisit[],
  from: Instant,
  until: Instant,
  boundMs: number,
): { readonly late: number; readonly longestMs: number } {
  let late = 0;
  let longestMs = 0;
  for (const { visit, calledAt } of course) {
    // A wait after a first call is measured in another way, and is left out afterwards as well.
    if (visit.firstCalledAt !== undefined) continue;
    const since = waitsSince(visit);
    if (isLate(since, calledAt, from, until, boundMs)) late += 1;
    longestMs = Math.max(longestMs, (calledAt ?? until) - since);
  }
  return { late, longestMs };
}

function isLate(
  since: Instant,
  calledAt: Instant | null,
  from: Instant,
  until: Instant,
  boundMs: number,
): boolean {
  if (from - since > boundMs) return calledAt === null;
  return (calledAt ?? until) - since > boundMs;
}

function addPoints(
  sums: ReadonlyMap<QueueId, readonly { waiting: number; ms: number }[]>,
  course: readonly ForecastVisit[],
  at: Instant,
): void {
  for (const [index, minutes] of AHEAD_MINUTES.entries()) {
    const then = at + minutes * MINUTE_MS;
    const longest = new Map<QueueId, number>();
    for (const { visit, calledAt } of course) {
      const sum = sums.get(visit.queueId)?.[index];
      if (sum === undefined || visit.arrivedAt > then || (calledAt !== null && calledAt <= then))
        continue;
      sum.waiting += 1;
      const waitedMs = Math.max(0, then - waitsSince(visit));
      longest.set(visit.queueId, Math.max(longest.get(visit.queueId) ?? 0, waitedMs));
    }
    for (const [queueId, ms] of longest) {
      const sum = sums.get(queueId)?.[index];
      if (sum !== undefined) sum.ms += ms;
    }
  }
}

function queuesOf({ waiting, arrivalRates, counters }: NextHourInput): readonly QueueId[] {
  return [
    ...new Set([
      ...counters.flatMap(({ caller }) => caller.queueIds),
      ...arrivalRates.map(({ visit }) => visit.queueId),
      ...Array.from(waiting, ({ queueId }) => queueId),
    ]),
  ];
}

function distinct(spare: readonly Caller[]): readonly Caller[] {
  const seen = new Map<string, Caller>();
  for (const caller of spare) {
    const kind = `${caller.quick} ${caller.ordered} ${caller.queueIds.toSorted().join(' ')}`;
    if (caller.queueIds.length > 0 && !seen.has(kind)) seen.set(kind, caller);
  }
  return [...seen.values()];
}

/** Of the visits that waited for their first call at `from` or came until then: how many waited beyond the bound. */
export function lateBetween(
  visits: Iterable<Visit>,
  from: Instant,
  until: Instant,
  boundMs: number,
): number {
  let late = 0;
  for (const visit of visits) {
    const ended = visit.firstCalledAt ?? (visit.state === 'closed' ? visit.closedAt : until);
    if (visit.training || visit.arrivedAt > until || ended < from) continue;
    if (isLate(waitsSince(visit), ended < until ? ended : null, from, until, boundMs)) late += 1;
  }
  return late;
}
