import type { Instant, VisitId } from '../ids.ts';
import {
  AS_FORECAST,
  type WaitForecast,
  type Calibration,
  type WaitingRange,
} from './waiting-estimate.ts';

/** The estimate is shown while four of five of the latest promises were kept; fewer than fifty prove nothing. */
export const LATEST_PROMISES = 200;
export const MIN_PROMISES = 50;
export const SHARE_TO_KEEP = 0.8;

/**
 * Of those who wait, one in twenty may be called before the range begins and one in ten after it ends, so that 85 % of
 * their promises hold: a margin over the 80 % for a bad day. Early is the rarer, because a visitor who walks about misses
 * the call.
 */
const SHARE_EARLY = 0.05;
const SHARE_LATE = 0.1;
/** How far a promise moves the calibration: a broken one by about a seventh, a kept one back by about a hundredth. */
const STEP = 0.15;
const MIN_CALIBRATION = 0.3;
const MAX_CALIBRATION = 4;
/** The next visitor is always shown "0–2 minutes", so such promises calibrate nothing. */
const OBSERVATION_FROM_MINUTES = 3;

/** What the visitor was shown, and the forecast behind it. */
export interface WaitingPromise {
  readonly outlook: WaitForecast;
  readonly range: WaitingRange;
}

/** By when a visitor who was told `promise` at `at` is to be called. */
export function promisedUntil({ range }: WaitingPromise, at: Instant): Instant {
  return (at + range.toMinutes * 60_000) as Instant;
}

interface Given extends WaitingPromise {
  readonly at: Instant;
}

/**
 * What was promised and what came of it, whether it was shown or not. After a restart it is rebuilt from the same
 * records, in the same order.
 */
export class PromiseRecord {
  readonly #open = new Map<VisitId, Given>();
  /** Of the latest whose end is known, oldest first: whether they were kept. */
  readonly #known: boolean[] = [];
  #calibration: Calibration = AS_FORECAST;

  /** To be given to `toRange`: wider after promises that were broken, narrower after many that were kept. */
  get calibration(): Calibration {
    return this.#calibration;
  }

  /** A ticket was issued at `at` with this range. */
  promise(visitId: VisitId, at: Instant, outlook: WaitForecast, range: WaitingRange): void {
    this.#open.set(visitId, { at, outlook, range });
  }

  /** The first call; later ones, and calls of visits without a promise, change nothing. */
  called(visitId: VisitId, at: Instant): void {
    const given = this.#open.get(visitId);
    if (given === undefined) return;
    this.#open.delete(visitId);
    const isEarly = at - given.at < given.range.fromMinutes * 60_000;
    this.#settle(given, isEarly ? 'early' : isOverdue(given, at) ? 'late' : 'kept');
  }

  /** The visitor left before any call: whether the promise would have been kept is unknown, unless it was broken. */
  left(visitId: VisitId, at: Instant): void {
    const given = this.#open.get(visitId);
    this.#open.delete(visitId);
    if (given !== undefined && isOverdue(given, at)) this.#settle(given, 'late');
  }

  /** A promise whose time ran out without a call is broken now, not when the call comes. */
  standing(at: Instant): { readonly known: number; readonly kept: number } {
    for (const [visitId, given] of this.#open) {
      if (!isOverdue(given, at)) continue;
      this.#open.delete(visitId);
      this.#settle(given, 'late');
    }
    return { known: this.#known.length, kept: this.#known.filter((kept) => kept).length };
  }

  /** Whether an estimate may be shown, else only how many people are ahead. */
  mayShow(at: Instant): boolean {
    const { known, kept } = this.standing(at);
    return known >= MIN_PROMISES && kept >= SHARE_TO_KEEP * known;
  }

  #settle({ outlook, range }: Given, end: 'kept' | 'early' | 'late'): void {
    this.#known.push(end === 'kept');
    if (this.#known.length > LATEST_PROMISES) this.#known.shift();
    if (outlook.middle < OBSERVATION_FROM_MINUTES) return;
    const { early, late } = this.#calibration;
    this.#calibration = {
      early: range.fromMinutes === 0 ? early : moved(early, end === 'early', SHARE_EARLY),
      late: moved(late, end === 'late', SHARE_LATE),
    };
  }
}

function isOverdue({ at, range }: Given, now: Instant): boolean {
  return now - at > range.toMinutes * 60_000;
}

/** Converges where just the share `mayBreak` is broken, whatever the forecast gets wrong. */
function moved(calibration: number, isBroken: boolean, mayBreak: number): number {
  const next = calibration * Math.exp(STEP * ((isBroken ? 1 : 0) - mayBreak));
  return Math.max(MIN_CALIBRATION, Math.min(MAX_CALIBRATION, next));
}
