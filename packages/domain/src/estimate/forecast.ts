import {
  isCandidate,
  opensLater,
  type Caller,
  type WaitingVisit,
} from '../calling/calling-rule.ts';
import type { PauseReason } from '../site/counter.ts';
import type { Instant, QueueId, VisitId } from '../ids.ts';
import { drawLogNormal, drawRest, normalQuantile, type LogNormal } from './log-normal.ts';
import { laterArrivals, type ArrivalRate } from './later-arrivals.ts';
import { simulate, type CallingCounter, type Closing, type SimulatedCourse } from './simulate.ts';
import { drawAt, seedAt } from './seeded-random.ts';
import type { Pace, ServingTime } from './serving-times.ts';
import type { QueueRule } from '../site/site.ts';
import { createWaitingRoom, type WaitingRoom } from '../calling/waiting-room.ts';

/** A counter with a clerk, and what it does now. */
export interface CounterNow {
  readonly caller: Caller;
  readonly doing:
    | { readonly type: 'free' }
    | { readonly type: 'calling' | 'serving'; readonly queueId: QueueId; readonly since: Instant }
    | { readonly type: 'paused'; readonly reason: PauseReason }
    /** Closed, as if it were to call from then on. */
    | { readonly type: 'opens'; readonly at: Instant };
}

/** A visit in one possible future; `calledAt` null: not called by the end of it. */
export interface ForecastVisit {
  readonly visit: WaitingVisit;
  readonly calledAt: Instant | null;
}

/** The centre at a moment, as far as it decides who is called when. */
export interface ForecastInput {
  readonly at: Instant;
  readonly rule: QueueRule;
  readonly waiting: Iterable<WaitingVisit>;
  /** Those that are open or paused. */
  readonly counters: readonly CounterNow[];
  readonly closings: readonly Closing[];
  readonly pace: Pace;
  /** Arrivals to come: some of them are called before those who wait. */
  readonly arrivalRates: readonly ArrivalRate[];
}

/** A forecast beyond four hours is of no use. */
const HORIZON_MS = 4 * 3_600_000;
/** The mean remaining time of a pause, however long it has lasted. */
const PAUSE_MINUTES: Readonly<Record<PauseReason, number>> = {
  'short-break': 8,
  'lunch': 45,
  'meeting': 40,
  'paperwork': 12,
  'technical': 20,
};

/** Positions in the random sequence of a run. Tickets have four each from the first on; these are far behind them. */
const OF_COUNTERS = 0x40000000;
const OF_QUEUES = 0x50000000;
const OF_SITE = 0x60000000;
const OF_ARRIVALS = 0x70000000;

/** Possible futures of a centre, one after the other, the same for the same seed. */
export class Forecast {
  readonly #input: ForecastInput;
  readonly #asked: ReadonlyMap<VisitId, WaitingVisit>;
  /** Hypothetical visits among those asked for: a call to them takes no time and changes nothing. */
  readonly #hypothetical: readonly WaitingVisit[];
  readonly #room: WaitingRoom;
  readonly #waiting: readonly WaitingVisit[];
  readonly #queues: readonly QueueId[];
  readonly #wakeUps: readonly Instant[];
  readonly #seed: number;
  /** Read once: the same in all futures. */
  readonly #pace: Omit<Pace, 'of'>;
  readonly #servingTimes = new Map<QueueId, ServingTime>();
  #runs = 0;
  #calls = 0;

  /** `asked` wait already, or are hypothetical; those whom no open counter serves get no answer. */
  constructor(input: ForecastInput, asked: readonly WaitingVisit[], seed: number) {
    const { at, counters } = input;
    const waiting = Array.from(input.waiting);
    this.#waiting = waiting;
    this.#queues = [
      ...new Set([
        ...input.arrivalRates.map(({ visit }) => visit.queueId),
        ...waiting.map(({ queueId }) => queueId),
      ]),
    ];
    const present = counters.filter(
      ({ doing }) => doing.type !== 'paused' && doing.type !== 'opens',
    );
    const served = asked.filter((visit) =>
      present.some(({ caller }) => isCandidate(visit, caller, at, input.rule)),
    );
    this.#input = input;
    this.#seed = seed;
    const { changeoverMs, noShowMs, noShowShare, drift } = input.pace;
    this.#pace = { changeoverMs, noShowMs, noShowShare, drift };
    this.#asked = new Map(served.map((visit) => [visit.id, visit]));
    this.#room = createWaitingRoom(waiting);
    this.#hypothetical = served.filter(({ id }) => !this.#room.has(id));
    this.#wakeUps = waiting
      .flatMap((visit) => opensLater(visit, input.rule))
      .filter((opensAt) => opensAt > at)
      .toSorted((a, b) => a - b);
  }

  /** Calls simulated so far. */
  get calls(): number {
    return this.#calls;
  }

  /** Milliseconds until each is called in one possible future; a visit not called within four hours is left out. */
  run(): ReadonlyMap<VisitId, number> {
    const { at } = this.#input;
    const seed = seedAt(this.#seed, (this.#runs += 1));
    const taken = this.#takenIn(seed);
    const calledAfter = new Map<VisitId, number>();
    const calledFromRoom: WaitingVisit[] = [];
    const came: WaitingVisit[] = [];
    const hypothetical = new Set(this.#hypothetical);
    for (const visit of hypothetical) this.#room.add(visit);

    if (this.#asked.size > 0)
      this.#simulate(seed, taken, came, {
        until: (at + HORIZON_MS) as Instant,
        call: (visit, calledAt) => {
          if (this.#asked.has(visit.id)) calledAfter.set(visit.id, calledAt - at);
          const isHypothetical = hypothetical.has(visit);
          if (!isHypothetical) calledFromRoom.push(visit);
          if (calledAfter.size === this.#asked.size) return 'enough';
          return isHypothetical ? 'hypothetical' : taken.by(visit.queueId, visit.ticket.seq * 4);
        },
      });
    for (const visit of calledFromRoom) this.#room.add(visit);
    for (const visit of came.concat(this.#hypothetical)) this.#room.remove(visit.id);
    return calledAfter;
  }

  /**
   * All who wait or come until then in one possible future. The same run with another counter is the same future but
   * for that counter: people come at the same moments and take as long.
   */
  course(until: Instant): readonly ForecastVisit[] {
    const seed = seedAt(this.#seed, (this.#runs += 1));
    const taken = this.#takenIn(seed, this.#queues);
    const called = new Map<WaitingVisit, Instant>();
    const came: WaitingVisit[] = [];
    this.#simulate(seed, taken, came, {
      until,
      call: (visit, calledAt) => {
        called.set(visit, calledAt);
        return taken.by(visit.queueId, visit.ticket.seq * 4);
      },
    });
    for (const visit of this.#waiting) if (called.has(visit)) this.#room.add(visit);
    for (const { id } of came) this.#room.remove(id);
    return [...this.#waiting, ...came]
      .filter(({ arrivedAt }) => arrivedAt <= until)
      .map((visit) => ({ visit, calledAt: called.get(visit) ?? null }));
  }

  /** One possible future of the room; those who come are added to `came`. */
  #simulate(
    seed: number,
    taken: Taken,
    came: WaitingVisit[],
    { until, call }: Pick<SimulatedCourse, 'until' | 'call'>,
  ): void {
    const { at, rule, closings, arrivalRates } = this.#input;
    simulate({
      ...{ room: this.#room, rule, closings, wakeUps: this.#wakeUps, until },
      counters: this.#countersIn(seed, taken),
      arrivals: noting(came, laterArrivals(arrivalRates, at, seedAt(seed, OF_ARRIVALS))),
      call: (visit, calledAt, by) => {
        this.#calls += 1;
        return call(visit, calledAt, by);
      },
    });
  }

  /** Leaves the next future out, so that two forecasts stay in step. */
  skip(): void {
    this.#runs += 1;
  }

  #countersIn(seed: number, taken: Taken): readonly CallingCounter[] {
    const { at, counters } = this.#input;
    return counters.map(({ caller, doing }, index) => {
      const place = OF_COUNTERS + index * 4;
      const freeAt = (ms: number) => ({ caller, freeAt: (at + Math.max(0, ms)) as Instant });
      switch (doing.type) {
        case 'free':
          return freeAt(0);
        case 'calling':
          return freeAt(taken.by(doing.queueId, place) - (at - doing.since));
        case 'serving':
          return freeAt(taken.rest(doing.queueId, at - doing.since, place));
        case 'opens':
          return freeAt(doing.at - at);
        case 'paused':
          return freeAt(-Math.log(1 - drawAt(seed, place)) * PAUSE_MINUTES[doing.reason] * 60_000);
      }
    });
  }

  /** How long counters are taken in one possible future, in which the day and each queue go a little faster or slower. */
  #takenIn(seed: number, firstDrawn: readonly QueueId[] = []): Taken {
    const { changeoverMs, noShowMs, noShowShare, drift } = this.#pace;
    const site = normalQuantile(drawAt(seed, OF_SITE)) * drift;
    const times = new Map<QueueId, LogNormal>();
    const of = (queueId: QueueId): LogNormal => {
      const drawn = times.get(queueId);
      if (drawn !== undefined) return drawn;
      const { medianMs, spread, uncertainty } = this.#servingTimeOf(queueId);
      const queue = normalQuantile(drawAt(seed, OF_QUEUES + times.size)) * uncertainty;
      const time = { medianMs: medianMs * Math.exp(site + queue), spread };
      times.set(queueId, time);
      return time;
    };
    for (const queueId of firstDrawn) of(queueId);
    return {
      by: (queueId, place) =>
        drawAt(seed, place) < noShowShare
          ? noShowMs
          : changeoverMs + drawLogNormal(of(queueId), drawAt(seed, place + 1)),
      rest: (queueId, elapsedMs, place) =>
        drawRest(of(queueId), elapsedMs, drawAt(seed, place + 1)),
    };
  }

  #servingTimeOf(queueId: QueueId): ServingTime {
    const known = this.#servingTimes.get(queueId);
    if (known !== undefined) return known;
    const time = this.#input.pace.of(queueId);
    this.#servingTimes.set(queueId, time);
    return time;
  }
}

/** How long a visit takes a counter, in ms; `place`: which numbers of the random sequence are drawn for it, so that the same visit takes as long wherever it is called. */
interface Taken {
  by(queueId: QueueId, place: number): number;
  rest(queueId: QueueId, elapsedMs: number, place: number): number;
}

/** Passes the visits on, and adds each to `came`. */
function* noting(came: WaitingVisit[], visits: Iterator<WaitingVisit>): Generator<WaitingVisit> {
  for (let next = visits.next(); next.done !== true; next = visits.next()) {
    came.push(next.value);
    yield next.value;
  }
}
