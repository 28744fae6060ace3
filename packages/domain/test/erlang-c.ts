import { aWaitingVisit, minutesAfterT0, T0 } from '@motcua/domain/builders';
import {
  createWaitingRoom,
  drawAt,
  laterArrivals,
  simulate,
  seedAt,
  type CounterId,
  type Instant,
} from '@motcua/domain';
import { aCaller, place } from './waiting-visits.ts';

/** A queue as in textbooks, M/M/c: random arrivals, exponential serving times, first come first served. */
export interface TextbookCase {
  readonly counters: number;
  /** Share of the time in which a counter serves, under 1. */
  readonly load: number;
}

/** In serving times; the share of those who have to wait at all. */
export interface TextbookWaits {
  readonly meanWait: number;
  readonly shareWaiting: number;
}

export const TEXTBOOK_CASES: readonly TextbookCase[] = [
  { counters: 1, load: 0.5 },
  { counters: 1, load: 0.8 },
  { counters: 2, load: 0.7 },
  { counters: 3, load: 0.8 },
  { counters: 5, load: 0.8 },
];

/** A. K. Erlang, 1917. */
export function erlangC({ counters, load }: TextbookCase): TextbookWaits {
  const offered = counters * load;
  let term = 1;
  let idle = 0;
  for (let busy = 0; busy < counters; busy += 1) {
    idle += term;
    term *= offered / (busy + 1);
  }
  const waiting = term / (1 - load);
  const shareWaiting = waiting / (idle + waiting);
  return { shareWaiting, meanWait: shareWaiting / (counters * (1 - load)) };
}

export interface Measured {
  readonly mean: number;
  readonly standardError: number;
}

/** As independent days, so that their differences say how far their mean may be off. */
export interface Effort {
  readonly days: number;
  readonly visitsPerDay: number;
}

const SERVING_MINUTES = 5;
/** The first of a day find an empty room, and a textbook knows no morning. */
const WARM_UP_SHARE = 0.2;

/** What the simulator of the estimate makes of the case. */
export function playTextbook(
  textbook: TextbookCase,
  { days, visitsPerDay }: Effort,
  seed: number,
): { readonly meanWait: Measured; readonly shareWaiting: Measured } {
  const played = Array.from({ length: days }, (_, day) =>
    playDay(textbook, visitsPerDay, seedAt(seed, day)),
  );
  return {
    meanWait: measured(played.map(({ meanWait }) => meanWait)),
    shareWaiting: measured(played.map(({ shareWaiting }) => shareWaiting)),
  };
}

function playDay({ counters, load }: TextbookCase, visits: number, seed: number): TextbookWaits {
  const perHour = (counters * load * 60) / SERVING_MINUTES;
  const rate = { visit: aWaitingVisit(place(0)), perHour };
  const warmUp = visits * WARM_UP_SHARE;
  const waits: number[] = [];
  simulate({
    room: createWaitingRoom(),
    rule: { mode: { type: 'strict' }, maxWaitMinutes: 1e6 },
    counters: Array.from({ length: counters }, (_, index) => ({
      caller: aCaller({ counterId: `counter-${index}` as CounterId }),
      freeAt: T0,
    })),
    closings: [],
    arrivals: laterArrivals([rate], T0, seed),
    wakeUps: [],
    until: minutesAfterT0(Infinity),
    call: ({ ticket, arrivedAt }, at: Instant) => {
      if (ticket.seq > visits) return 'enough';
      if (ticket.seq > warmUp) waits.push((at - arrivedAt) / 60_000 / SERVING_MINUTES);
      return -Math.log(1 - drawAt(seed + 1, ticket.seq)) * SERVING_MINUTES * 60_000;
    },
  });
  return {
    meanWait: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    shareWaiting: waits.filter((wait) => wait > 0).length / waits.length,
  };
}

function measured(values: readonly number[]): Measured {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, standardError: Math.sqrt(variance / values.length) };
}

/** One measurement in some thousands is off by so much by chance. */
const STANDARD_ERRORS = 4;

/** Whether the formula is met: within four standard errors, which themselves are small enough to say something. */
export function agrees(
  { mean, standardError }: Measured,
  formula: number,
  mostError: number,
): boolean {
  return (
    Math.abs(mean - formula) <= STANDARD_ERRORS * standardError &&
    standardError <= mostError * formula
  );
}
