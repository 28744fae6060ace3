import {
  chooseNext,
  createWaitingRoom,
  estimateWaits,
  priorityAt,
  type Caller,
  type ArrivalRate,
  type CounterNow,
  type Instant,
  type LocalDate,
  type PersonId,
  type PromiseRecord,
  type QueueId,
  type RecentArrivals,
  type ServingTimes,
  type Settings,
  toRange,
  type VisitId,
  type WaitingRange,
  type WaitingVisit,
} from '@motcua/domain';
import { aWaitingVisit } from '@motcua/domain/builders';
import { EventQueue } from './event-queue.ts';
import {
  between,
  clock,
  type Coming,
  type DayPlan,
  normal,
  planDay,
  type Shift,
} from './day-plan.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 10, 22, 17);
/** At noon clerks continue for a while with the remaining visitors. */
const NOON = { from: clock(11, 50), to: clock(13, 30) };

/** What the centre has learnt, day after day. */
export interface Memory {
  readonly serving: ServingTimes;
  readonly arrivals: RecentArrivals;
  readonly record: PromiseRecord;
}

/** A ticket of the day: its estimate, and its outcome. */
export interface TicketOutcome {
  readonly queueId: QueueId;
  readonly range: WaitingRange | null;
  readonly shown: boolean;
  /** Until the first call; null: never called. */
  waitedMinutes: number | null;
  /** Until the visitor left; null: stayed. */
  leftAfterMinutes: number | null;
}

interface SimulatedCounter {
  readonly shift: Shift;
  caller: Caller;
  doing: CounterNow['doing'] | { readonly type: 'away' };
  finishedAt: number | null;
  hadLunch: boolean;
}

/** Simulates a day with everything that a forecast does not know, and lets the centre estimate at every ticket. */
export class SimulatedDay {
  readonly settings: Settings;
  readonly memory: Memory;
  readonly day: number;
  readonly outcomes: TicketOutcome[] = [];
  readonly #plan: DayPlan;
  readonly #events = new EventQueue();
  readonly #room = createWaitingRoom();
  readonly #waiting = new Map<
    VisitId,
    { visit: WaitingVisit; coming: Coming; outcome: TicketOutcome }
  >();
  readonly #counterStates: readonly SimulatedCounter[];
  readonly #midnight: number;
  #seq = 0;

  constructor(settings: Settings, memory: Memory, day: number, seed: number) {
    this.settings = settings;
    this.memory = memory;
    this.day = day;
    this.#plan = planDay(settings.counters, seed);
    this.#midnight = FIRST_DAY + day * DAY_MS;
    this.#counterStates = this.#plan.shifts.map((shift) => ({
      shift,
      caller: {
        counterId: shift.counter.id,
        clerkId: `clerk-${shift.counter.number}` as PersonId,
        queueIds: shift.counter.queueIds,
        ordered: shift.counter.ordered,
        quick: shift.counter.quick,
        training: false,
        recentCalls: [],
      },
      doing: { type: 'away' },
      finishedAt: null,
      hadLunch: false,
    }));
  }

  run(): readonly TicketOutcome[] {
    for (const coming of this.#plan.comings)
      this.#events.plan(coming.at, () => this.#arrive(coming));
    for (const counterState of this.#counterStates)
      this.#events.plan(counterState.shift.opensAt, () => this.#free(counterState));
    this.#events.run();
    this.memory.record.standing(this.#instant(DAY_MS));
    return this.outcomes;
  }

  #instant(ms: number): Instant {
    return (this.#midnight + ms) as Instant;
  }

  #visit(queueId: QueueId, priority: Coming['priority'], at: Instant): WaitingVisit {
    const seq = this.#seq + 1;
    return aWaitingVisit({
      id: `visit-${this.day}-${queueId}-${priority}-${seq}` as VisitId,
      day: new Date(this.#midnight + DAY_MS / 2).toISOString().slice(0, 10) as LocalDate,
      ticket: { number: `H${seq}`, seq, language: 'vi' },
      queueId,
      priority,
      arrivedAt: at,
      waitingSince: at,
    });
  }

  #arrive(coming: Coming): void {
    const at = this.#instant(this.#events.now);
    const { record, arrivals } = this.memory;
    const visit = this.#visit(coming.queueId, coming.priority, at);
    const outlook = this.#outlook(visit, at);
    const range = outlook === null ? null : toRange(outlook, record.calibration);
    const outcome: TicketOutcome = {
      queueId: coming.queueId,
      range,
      shown: range !== null && record.mayShow(at),
      waitedMinutes: null,
      leftAfterMinutes: null,
    };
    if (outlook !== null && range !== null) record.promise(visit.id, at, outlook, range);
    this.outcomes.push(outcome);
    this.#seq += 1;
    arrivals.add(coming.queueId, coming.priority, at);
    this.#room.add(visit);
    this.#waiting.set(visit.id, { visit, coming, outcome });
    if (coming.maxWaitMs !== null)
      this.#events.plan(this.#events.now + coming.maxWaitMs, () => this.#leave(visit.id));
    for (const counterState of this.#counterStates)
      if (counterState.doing.type === 'free')
        this.#soon(counterState, between(this.#plan.random, 5, 40));
  }

  #outlook(visit: WaitingVisit, at: Instant) {
    const { serving, arrivals } = this.memory;
    const arrivalRates = this.settings.queues.flatMap(({ id }) =>
      (['normal', 'priority'] as const).map((priority): ArrivalRate => ({
        visit: this.#visit(id, priority, at),
        perHour: arrivals.perHour(id, priority, at),
      })),
    );
    const counters = this.#counterStates.flatMap(({ caller, doing }) =>
      doing.type === 'away' ? [] : [{ caller, doing }],
    );
    const input = {
      at,
      rule: this.settings.site.rule,
      waiting: Array.from(this.#waiting.values(), (one) => one.visit),
      counters,
      closings: [{ from: this.#instant(NOON.from), to: this.#instant(NOON.to) }],
      pace: serving,
      arrivalRates,
    };
    return estimateWaits(input, [visit], visit.ticket.seq).get(visit.id) ?? null;
  }

  #leave(id: VisitId): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    const at = this.#instant(this.#events.now);
    waiting.outcome.leftAfterMinutes = (at - waiting.visit.arrivedAt) / MINUTE_MS;
    this.memory.record.left(id, at);
    this.#waiting.delete(id);
    this.#room.remove(id);
  }

  /** The clerk goes to lunch, goes home, takes a break, or calls the next. */
  #free(counterState: SimulatedCounter): void {
    const { shift } = counterState;
    const { now } = this.#events;
    const { random } = this.#plan;
    counterState.doing = { type: 'free' };
    if (now >= shift.closesAt) counterState.doing = { type: 'away' };
    else if (!counterState.hadLunch && now >= shift.lunchAt) {
      counterState.hadLunch = true;
      this.#pause(counterState, 'lunch', shift.backAt - now);
    } else if (random.next() < 0.04) {
      this.#pause(counterState, 'short-break', 7 * MINUTE_MS * Math.exp(0.5 * normal(random)));
    } else if (random.next() < 0.005) {
      this.#pause(counterState, 'technical', between(random, 5, 30) * MINUTE_MS);
    } else this.#soon(counterState, between(random, 8, 35));
  }

  #pause(
    counterState: SimulatedCounter,
    reason: 'lunch' | 'short-break' | 'technical',
    ms: number,
  ): void {
    counterState.doing = { type: 'paused', reason };
    counterState.finishedAt = null;
    this.#events.plan(this.#events.now + ms, () => {
      counterState.doing = { type: 'free' };
      this.#soon(counterState, 0);
    });
  }

  #soon(counterState: SimulatedCounter, seconds: number): void {
    this.#events.plan(this.#events.now + seconds * 1_000, () => this.#callNext(counterState));
  }

  #callNext(counterState: SimulatedCounter): void {
    if (counterState.doing.type !== 'free') return;
    const { now } = this.#events;
    const { random } = this.#plan;
    const at = this.#instant(now);
    const { caller } = counterState;
    const room = this.#room.candidates(caller, at, this.settings.site.rule);
    const visit = chooseNext(room, caller, at, this.settings.site.rule)?.visit;
    const waiting = visit && this.#waiting.get(visit.id);
    if (waiting === undefined) {
      counterState.finishedAt = null;
      if (now > counterState.shift.lunchAt && !counterState.hadLunch) this.#free(counterState);
      return;
    }
    const { id, queueId } = waiting.visit;
    this.#room.remove(id);
    this.#waiting.delete(id);
    this.memory.record.called(id, at);
    waiting.outcome.waitedMinutes = (at - waiting.visit.arrivedAt) / MINUTE_MS;
    const called = [...caller.recentCalls, priorityAt(waiting.visit, at)].slice(-8);
    counterState.caller = { ...caller, recentCalls: called };
    counterState.doing = { type: 'calling', queueId, since: at };
    if (waiting.coming.comesWhenCalled)
      this.#events.plan(now + between(random, 20, 80) * 1_000, () =>
        this.#serve(counterState, queueId),
      );
    else {
      const ms = between(random, 90, 200) * 1_000;
      this.memory.serving.addNoShow(ms);
      this.#events.plan(now + ms, () => this.#free(counterState));
    }
  }

  #serve(counterState: SimulatedCounter, queueId: QueueId): void {
    const { now } = this.#events;
    const { serving } = this.memory;
    if (counterState.finishedAt !== null) serving.addChangeover(now - counterState.finishedAt);
    counterState.doing = { type: 'serving', queueId, since: this.#instant(now) };
    const ms = this.#plan.serve(queueId, now) * counterState.shift.slowness;
    this.#events.plan(now + ms, () => {
      serving.addService(queueId, ms);
      counterState.finishedAt = now + ms;
      this.#free(counterState);
    });
  }
}
