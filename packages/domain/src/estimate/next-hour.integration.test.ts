import { describe, expect, it } from 'vitest';
import { place, aCaller } from '../../test/waiting-visits.ts';
import { aWaitingVisit, CERT, CIVIL, minutesAfterT0, T0 } from '../builders.ts';
import type { Caller, WaitingVisit } from '../calling/calling-rule.ts';
import { createWaitingRoom } from '../calling/waiting-room.ts';
import type { CounterId, Instant, PersonId, QueueId, VisitId } from '../ids.ts';
import type { CounterNow, ForecastVisit } from './forecast.ts';
import { drawLogNormal } from './log-normal.ts';
import { cameTrue, effectOf, nextHour, OPENS_AFTER_MS } from './next-hour.ts';
import { RecentArrivals } from './recent-arrivals.ts';
import { createSeededRandom, drawAt, seedAt } from './seeded-random.ts';
import { ServingTimes } from './serving-times.ts';
import { simulate } from './simulate.ts';

const MINUTE_MS = 60_000;
const BOUND_MINUTES = 30;
const RULE = {
  mode: { type: 'interleaved', priority: 1, normal: 2 },
  maxWaitMinutes: BOUND_MINUTES,
} as const;
const DAYS = 400;
/** Minutes after opening. */
const CLOSES = 240;
const CHANGEOVER_MS = 60_000;
/** A rush was seen when a counter was suggested before it, or within so many minutes. */
const SOON_MINUTES = 30;

function counter(n: number, queueIds: readonly QueueId[] = [CIVIL, CERT]): Caller {
  return aCaller({
    counterId: `counter-${n}` as CounterId,
    clerkId: `clerk-${n}` as PersonId,
    queueIds,
  });
}
const OPEN = [counter(1), counter(2)];
const SPARE = counter(3);

/** A morning as it is lived: who comes when and how long each takes is drawn once, and not known to the forecast. */
class Morning {
  readonly visits: readonly WaitingVisit[];
  readonly #seed: number;
  readonly #medians: ReadonlyMap<QueueId, number>;

  constructor(seed: number) {
    this.#seed = seed;
    const random = createSeededRandom(seed);
    // The clerks of a day are faster or slower, and so is each kind of matter.
    const pace = 0.85 + random.next() * 0.3;
    this.#medians = new Map([
      [CIVIL, 7 * pace],
      [CERT, 5 * pace],
    ]);
    const perHour = 8 + random.next() * 6;
    const rushAt = random.next() * CLOSES;
    const rush = 1 + random.next() * 2;
    const visits: WaitingVisit[] = [];
    for (let minute = 0; ;) {
      const isRush = minute > rushAt && minute < rushAt + 60;
      minute += random.exponential(60 / (perHour * (isRush ? rush : 1)));
      if (minute > CLOSES) break;
      const seq = visits.length + 1;
      const arrivedAt = minutesAfterT0(minute);
      visits.push(
        aWaitingVisit({
          ...place(seq),
          ...{ id: `visit-${seq}` as VisitId, arrivedAt, waitingSince: arrivedAt },
          queueId: random.next() < 0.6 ? CIVIL : CERT,
          priority: random.next() < 0.1 ? 'priority' : 'normal',
        }),
      );
    }
    this.visits = visits;
  }

  /** How long a visit takes its counter, the same wherever and whenever it is called; without the walk. */
  servingMs({ queueId, ticket: { seq } }: WaitingVisit): number {
    const medianMs = (this.#medians.get(queueId) ?? 0) * MINUTE_MS;
    return drawLogNormal({ medianMs, spread: 0.6 }, drawAt(this.#seed, seq));
  }

  /** The morning until then, with a further counter from `opensAt` on. */
  until(until: Instant, opensAt: Instant | null) {
    const calls = new Map<WaitingVisit, { readonly at: Instant; readonly by: CounterId }>();
    simulate({
      room: createWaitingRoom([]),
      rule: RULE,
      counters: [
        ...OPEN.map((caller) => ({ caller, freeAt: T0 })),
        ...(opensAt === null ? [] : [{ caller: SPARE, freeAt: opensAt }]),
      ],
      closings: [],
      arrivals: this.visits[Symbol.iterator](),
      wakeUps: [],
      until,
      call: (visit, at, by) => {
        calls.set(visit, { at, by });
        return CHANGEOVER_MS + this.servingMs(visit);
      },
    });
    return calls;
  }

  /** Late visits in the hour after `at`. */
  lateAfter(at: Instant, opensAt: Instant | null): number {
    const until = (at + 60 * MINUTE_MS) as Instant;
    const calls = this.until(until, opensAt);
    const before = this.until(at, null);
    const course = this.visits
      .filter((visit) => visit.arrivedAt <= until && !before.has(visit))
      .map((visit): ForecastVisit => ({ visit, calledAt: calls.get(visit)?.at ?? null }));
    return effectOf(course, at, until, BOUND_MINUTES * MINUTE_MS).late;
  }
}

/** What the hub would know at that moment of the morning. */
function suggestionAt(morning: Morning, at: Instant, seed: number) {
  const calls = morning.until(at, null);
  const pace = new ServingTimes();
  const arrivals = new RecentArrivals();
  const yesterday = new Morning(seedAt(seed, 1));
  for (const visit of yesterday.visits) pace.addService(visit.queueId, yesterday.servingMs(visit));
  for (const visit of morning.visits) {
    if (visit.arrivedAt > at) break;
    arrivals.add(visit.queueId, visit.priority, visit.arrivedAt);
    const call = calls.get(visit);
    const servingMs = morning.servingMs(visit);
    if (call !== undefined && call.at + CHANGEOVER_MS + servingMs <= at)
      pace.addService(visit.queueId, servingMs);
  }
  const counters = OPEN.map((caller): CounterNow => {
    const last = [...calls].findLast(([, { by }]) => by === caller.counterId);
    if (last === undefined) return { caller, doing: { type: 'free' } };
    const [visit, call] = last;
    const since = (call.at + CHANGEOVER_MS) as Instant;
    return since + morning.servingMs(visit) <= at
      ? { caller, doing: { type: 'free' } }
      : { caller, doing: { type: 'serving', queueId: visit.queueId, since } };
  });
  const kinds = [CIVIL, CERT].flatMap((queueId) =>
    (['normal', 'priority'] as const).map((priority) => ({ queueId, priority })),
  );
  return nextHour(
    {
      ...{ at, rule: RULE, counters, closings: [], pace, spare: [SPARE] },
      waiting: morning.visits.filter((visit) => visit.arrivedAt <= at && !calls.has(visit)),
      arrivalRates: kinds.map((kind) => ({
        visit: aWaitingVisit({ ...place(10_000), ...kind, arrivedAt: at, waitingSince: at }),
        perHour: arrivals.perHour(kind.queueId, kind.priority, at),
      })),
      closesAt: minutesAfterT0(CLOSES),
    },
    seed,
  ).suggestion;
}

describe(`on ${DAYS} mornings whose visitors and pace it does not know`, () => {
  it('suggests a counter that spares people long waits, and rarely misses such a rush', () => {
    let given = 0;
    let helped = 0;
    let trueWithout = 0;
    let trueWith = 0;
    let rushes = 0;
    let seen = 0;
    for (let day = 0; day < DAYS; day += 1) {
      const morning = new Morning(seedAt(20_261_201, day));
      let isSeen = false;
      let rushAt: number | null = null;
      let seenAt = Infinity;
      // The first of a morning: the head acts on it, or has decided not to.
      for (let minute = 15; minute <= CLOSES - 30; minute += 15) {
        const at = minutesAfterT0(minute);
        const opensAt = (at + OPENS_AFTER_MS) as Instant;
        const suggestion = isSeen ? null : suggestionAt(morning, at, day);
        const without = morning.lateAfter(at, null);
        const lateWith = morning.lateAfter(at, opensAt);
        if (without - lateWith >= 4) rushAt ??= minute;
        if (suggestion === null) continue;
        isSeen = true;
        seenAt = minute;
        given += 1;
        if (without - lateWith >= 1) helped += 1;
        if (cameTrue(suggestion, false, without)) trueWithout += 1;
        if (cameTrue(suggestion, true, lateWith)) trueWith += 1;
      }
      if (rushAt === null) continue;
      rushes += 1;
      if (seenAt <= rushAt + SOON_MINUTES) seen += 1;
    }
    console.log(
      `${given} suggestions: ${helped} spared people a wait over ${BOUND_MINUTES} minutes, ` +
        `came true ${trueWithout} without the counter and ${trueWith} with it; ` +
        `${seen} of ${rushes} rushes were seen`,
    );
    expect(given).toBeGreaterThan(200);
    expect(helped / given).toBeGreaterThanOrEqual(0.8);
    expect(trueWithout / given).toBeGreaterThanOrEqual(0.8);
    expect(trueWith / given).toBeGreaterThanOrEqual(0.8);
    expect(seen / rushes).toBeGreaterThanOrEqual(0.8);
  });
});
