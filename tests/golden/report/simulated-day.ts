import {
  formatTicketNumber,
  PRINTER_FAULTS,
  type Counter,
  type DayEnd,
  type Instant,
  type NextStep,
  type PersonId,
  type QueueId,
  type Settings,
  type VisitId,
  type VisitIn,
} from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { createSeededRandom, type SeededRandom } from '@motcua/testing';
import { BY_HUB, JournalWriter } from '../../../packages/reports/test/journal-writer.ts';

export interface DayPlan {
  readonly seed: number;
  readonly visits: number;
  /** The number of failed slips and inaudible calls. */
  readonly faults: number;
  readonly settings: Settings;
  readonly dayEnd: DayEnd;
  /** The number of priority groups that occur. */
  readonly groups: number;
}

/** Minutes after 08:00: the morning and the afternoon of the centre, with a rush after each opening. */
const MORNING = { from: -30, to: 205 };
const AFTERNOON = { from: 330, to: 525 };
const CLOSING = 545;

interface Waiting {
  readonly id: VisitId;
  readonly queueId: QueueId;
  /** Minutes: waiting since, and not to be called before. */
  readonly since: number;
  readonly ready: number;
}

/** The journal of a simulated day, always the same for the same plan: visitors come, counters call the oldest visit of their queues. */
export function simulateDay(plan: DayPlan): JournalWriter {
  const { seed, visits, faults, settings } = plan;
  const random = createSeededRandom(seed);
  const journal = new JournalWriter();
  const arrivals = arrivalMinutes(random, visits);
  const free = new Map(settings.counters.map(({ id }) => [id, MORNING.from]));
  const waiting: Waiting[] = [];
  const used = new Map<string, number>();
  openCounters(journal, settings.counters);

  // Counters call once a minute, after the arrivals of that minute.
  for (let minute = MORNING.from; minute < CLOSING; minute += 1) {
    for (; arrivals[0] !== undefined && arrivals[0] <= minute; arrivals.shift()) {
      const queue = random.pick(settings.queues);
      const number = (used.get(queue.id) ?? queue.series.from - 1) + 1;
      used.set(queue.id, number);
      const at = moment(arrivals[0]);
      const ticket = {
        number: formatTicketNumber(queue.series, number),
        seq: number,
        language: 'vi',
      };
      const wishes = wishesOf(random, settings, at);
      const promise = { fromMinutes: 0, toMinutes: 10 + 5 * waiting.length };
      const id = journal.issue(
        at,
        { queueId: queue.id, ticket, ...wishes },
        waiting.length,
        promise,
      );
      journal.printJob({ askedAt: at, number: ticket.number });
      const held = random.next() < 0.06;
      if (held) journal.act(id, { type: 'hold', until: moment(minute + 11) }, moment(minute + 1));
      waiting.push({ id, queueId: queue.id, since: minute, ready: held ? minute + 11 : minute });
    }
    for (const counter of settings.counters) {
      if ((free.get(counter.id) ?? 0) > minute || (minute > 215 && minute < 330)) continue;
      const index = waiting.findIndex(
        ({ queueId, ready }) => ready <= minute && counter.queueIds.includes(queueId),
      );
      const [next] = index < 0 ? [] : waiting.splice(index, 1);
      if (next === undefined) continue;
      const done = serve(journal, random, counter, next.id, minute);
      free.set(counter.id, done);
      const after = journal.visit(next.id);
      if (after.state !== 'waiting') continue;
      waiting.push({ ...next, queueId: after.queueId, ready: done + 2 });
      waiting.sort((one, other) => one.since - other.since);
    }
    if (waiting.length > 2 && random.next() < 0.012)
      giveUp(journal, random, waiting.pop()?.id, minute);
  }
  for (const queue of settings.queues.slice(2, 4)) {
    const number = (used.get(queue.id) ?? 0) + 1;
    const ticket = { number: formatTicketNumber(queue.series, number), seq: 999, language: 'vi' };
    journal.issue(moment(CLOSING - 6 + number / 100), { queueId: queue.id, ticket });
  }
  practise(journal, settings.counters);
  addFaults(journal, random, faults, settings);
  journal.closeDay(moment(961), {
    dayEnd: plan.dayEnd,
    priorityGroups: Object.fromEntries(
      settings.priorityGroups.slice(0, plan.groups).map(({ id }, index) => [id, 1 + (index % 4)]),
    ),
  });
  return journal;
}

/** Optional parts of a visit: a second service, a priority, a booking. */
function wishesOf(
  random: SeededRandom,
  settings: Settings,
  at: Instant,
): Pick<VisitIn<'waiting'>, 'next' | 'priority' | 'bookedFor'> {
  const { id, queueId } = random.pick(settings.services);
  const step: NextStep = { serviceId: id, queueId, quick: false, reservedFor: null };
  return {
    next: random.next() < 0.12 ? [step] : [],
    priority: random.next() < 0.1 ? 'priority' : 'normal',
    bookedFor: random.next() < 0.06 ? at : null,
  };
}

/** Training at a counter before the centre opens; it must not be in any figure. */
function practise(journal: JournalWriter, [counter]: readonly Counter[]): void {
  if (counter === undefined) return;
  const ticket = { number: '#H001', seq: 998, language: 'vi' };
  const id = journal.issue(moment(-60), { ticket, training: true });
  const call = { type: 'call', counterId: counter.id, clerkId: 'clerk-1' as PersonId } as const;
  journal.act(id, call, moment(-59));
  journal.act(id, { type: 'mark-no-show' }, moment(-58));
}

function arrivalMinutes(random: SeededRandom, visits: number): number[] {
  return Array.from({ length: visits }, () => {
    const { from, to } = random.next() < 0.62 ? MORNING : AFTERNOON;
    // The minimum of two random numbers, so that more visitors come early.
    return from + Math.min(random.next(), random.next() * 1.6) * (to - from);
  }).toSorted((a, b) => a - b);
}

/** Calls, serves and finishes one visit; returns the minute at which the counter is free again. */
function serve(
  journal: JournalWriter,
  random: SeededRandom,
  counter: Counter,
  id: VisitId,
  minute: number,
): number {
  const clerkId = `clerk-${counter.number}` as PersonId;
  const calledAt = moment(minute + random.next() * 0.4);
  journal.act(id, { type: 'call', counterId: counter.id, clerkId }, calledAt);
  const { number } = journal.visit(id).ticket;
  const call = { number, counterId: counter.id, counterNumber: counter.number, calledAt };
  journal.announcement(call);
  if (random.next() < 0.05) {
    const byHub = random.next() < 0.5 ? BY_HUB : undefined;
    journal.act(id, { type: 'recall' }, later(calledAt, 1));
    journal.act(id, { type: 'mark-no-show' }, later(calledAt, 3), byHub);
    if (random.next() < 0.35)
      journal.act(id, { type: 'reinstate', placedAt: null }, later(calledAt, 4));
    return minute + 5;
  }
  const startedAt = later(calledAt, 0.3 + random.exponential(0.6));
  journal.act(id, { type: 'start-service' }, startedAt);
  const length = 2 + random.exponential(14);
  journal.act(id, { type: 'finish', nextServiceId: null }, later(startedAt, length));
  return minute + Math.ceil(length) + 2;
}

function openCounters(journal: JournalWriter, counters: readonly Counter[]): void {
  for (const { id, number } of counters) {
    const who = { counterId: id, clerkId: `clerk-${number}` as PersonId, training: false } as const;
    const open = { ...who, state: 'open', since: moment(-30) } as const;
    const lunch = { ...who, state: 'paused', reason: 'lunch', since: moment(210) } as const;
    journal.counter(open, moment(-30 + number));
    journal.counter(lunch, moment(210));
    journal.counter(open, moment(330));
    journal.counter({ counterId: id, state: 'closed' }, moment(CLOSING - number));
  }
}

function giveUp(
  journal: JournalWriter,
  random: SeededRandom,
  id: VisitId | undefined,
  minute: number,
) {
  if (id === undefined) return;
  const as = random.pick(['left', 'left', 'cancelled', 'withdrawn'] as const);
  journal.act(id, { type: 'cancel', as }, moment(minute + 0.5));
}

function addFaults(
  journal: JournalWriter,
  random: SeededRandom,
  faults: number,
  { counters }: Settings,
): void {
  const ids = journal.visitIds();
  const resolutions = ['noted', 'given-back', null] as const;
  for (let index = 0; index < faults; index += 1) {
    const at = moment(index * 9);
    const { number } = journal.visit(random.pick(ids)).ticket;
    if (index % 2 === 0) {
      const [fault, resolution] = [random.pick(PRINTER_FAULTS), random.pick(resolutions)];
      journal.printJob({ askedAt: at, number, state: 'failed', fault, resolution });
    } else {
      const failure = random.pick(['no-sound', 'missing-clip', 'expired'] as const);
      const { id, number: counterNumber } = random.pick(counters);
      const call = { number, counterId: id, counterNumber, calledAt: at };
      journal.announcement({ ...call, state: 'failed', failure });
    }
  }
}

/** Minutes after 08:00 rounded to a second, so that no figure depends on a rounding error. */
function moment(minutes: number): Instant {
  return later(T0, minutes);
}

function later(at: Instant, minutes: number): Instant {
  return (at + Math.round(minutes * 60) * 1000) as Instant;
}
