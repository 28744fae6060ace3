import { PromiseRecord, RecentArrivals, ServingTimes } from '@motcua/domain';
import { kimBoi } from '@motcua/testing/kim-boi';
import { median } from '../measure.ts';
import { SimulatedDay, type TicketOutcome } from './simulated-day.ts';

const DAYS = 40;

/** Requirements for the estimate: how often it is right, how narrow, and how often it is shown. */
export interface PromiseFigures {
  /** Share of the estimates that were kept, shown or not. */
  readonly coverage: number;
  readonly medianWidthMinutes: number;
  readonly promises: number;
  /** Share of all tickets that were shown a range. */
  readonly shownShare: number;
}

/** The estimates whose range has its middle between so many minutes. */
export interface Part extends PromiseFigures {
  readonly name: string;
  readonly medianWaitMinutes: number;
}

export interface PromiseReport extends PromiseFigures {
  readonly days: number;
  readonly tickets: number;
  readonly parts: readonly Part[];
}

const PARTS = [
  { name: 'told "0–2"', from: 0, to: 1.5 },
  { name: 'middle under 10 min', from: 1.5, to: 10 },
  { name: 'middle 10 to 20 min', from: 10, to: 20 },
  { name: 'middle 20 to 40 min', from: 20, to: 40 },
  { name: 'middle over 40 min', from: 40, to: Infinity },
];

/** Consecutive days at Kim Bôi's counters, starting without any history. */
export function keepPromises(seed: number): PromiseReport {
  const memory = {
    serving: new ServingTimes(),
    arrivals: new RecentArrivals(),
    record: new PromiseRecord(),
  };
  const tickets = Array.from({ length: DAYS }, (_, day) =>
    new SimulatedDay(kimBoi, memory, day, seed * 1_000 + day).run(),
  ).flat();
  const parts = PARTS.map(({ name, from, to }): Part => {
    const some = tickets.filter(({ range }) => {
      const middle = range === null ? -1 : (range.fromMinutes + range.toMinutes) / 2;
      return middle >= from && middle < to;
    });
    const waits = some.flatMap(({ waitedMinutes }) => waitedMinutes ?? []);
    return { name, ...figuresOf(some), medianWaitMinutes: median(waits) };
  });
  return { ...figuresOf(tickets), days: DAYS, tickets: tickets.length, parts };
}

function figuresOf(tickets: readonly TicketOutcome[]): PromiseFigures {
  const promised = tickets.filter(isPromise);
  return {
    coverage: promised.filter(isKept).length / promised.length,
    medianWidthMinutes: median(
      promised.flatMap(({ range }) => (range === null ? [] : range.toMinutes - range.fromMinutes)),
    ),
    promises: promised.length,
    shownShare: tickets.filter(({ shown }) => shown).length / tickets.length,
  };
}

/** An estimate for a visitor who left before the end of its range cannot be judged. */
function isPromise({ range, leftAfterMinutes }: TicketOutcome): boolean {
  return range !== null && (leftAfterMinutes === null || leftAfterMinutes > range.toMinutes);
}

function isKept({ range, waitedMinutes }: TicketOutcome): boolean {
  if (range === null || waitedMinutes === null) return false;
  return range.fromMinutes <= waitedMinutes && waitedMinutes <= range.toMinutes;
}
