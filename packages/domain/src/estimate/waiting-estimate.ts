import type { WaitingVisit } from '../calling/calling-rule.ts';
import { Forecast, type ForecastInput } from './forecast.ts';
import type { VisitId } from '../ids.ts';
import { isIn, partitionsOf } from './partitions.ts';

/** How long until the first call, in minutes as forecast: one of twenty is called before `low`, one after `high`. */
export interface WaitForecast {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** What a visitor is shown: called between so and so many whole minutes from now. */
export interface WaitingRange {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** By how much the distances from the middle are widened, as the promise record has calibrated. */
export interface Calibration {
  readonly early: number;
  readonly late: number;
}

export const AS_FORECAST: Calibration = { early: 1, late: 1 };

const LOW = 0.05;
const HIGH = 0.95;
/** Ten futures lie beyond either end, so the ends are calm; more would cost more and hardly move them. */
const RUNS = 200;
const MIN_RUNS = 60;
/** With very many calls to simulate the futures differ less and less (of a sum, by its root), so fewer are run. */
const MAX_CALLS = 20_000;

export type WaitForecasts = ReadonlyMap<VisitId, WaitForecast | null>;

/**
 * When each of those asked would first be called; null: no open counter serves it, or it may take more than four hours.
 * `asked` wait already, or are hypothetical visits that would come now and delay no other.
 * Cost: for counters that share queues 60 to 200 futures of four hours at most, and never more than 20,000 calls but
 * in the first 60; the room is read once, however many futures. `npm run bench -- estimate` measures it.
 */
export function estimateWaits(
  input: ForecastInput,
  asked: readonly WaitingVisit[],
  seed: number,
): WaitForecasts {
  const slices = estimateInSlices(input, asked, seed);
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
  }
}

/** The same, pausing after each future, so that the caller can answer other requests in between. */
export function* estimateInSlices(
  input: ForecastInput,
  asked: readonly WaitingVisit[],
  seed: number,
): Generator<void, WaitForecasts, undefined> {
  const waitForecasts = new Map<VisitId, WaitForecast | null>(asked.map(({ id }) => [id, null]));
  for (const part of partitionsOf(input)) {
    const askedHere = asked.filter((visit) => isIn(part, visit));
    if (askedHere.length === 0) continue;
    const forecast = new Forecast(part, askedHere, seed);
    const waits = new Map(askedHere.map(({ id }): [VisitId, number[]] => [id, []]));
    let runs = 0;
    while (runs < RUNS && (runs < MIN_RUNS || forecast.calls < MAX_CALLS)) {
      for (const [id, ms] of forecast.run()) waits.get(id)?.push(ms);
      runs += 1;
      yield;
    }
    for (const [id, ms] of waits) waitForecasts.set(id, waitForecastOf(ms, runs));
  }
  return waitForecasts;
}

/** A visit that was not called in a future counts as called late. */
function waitForecastOf(ms: readonly number[], runs: number): WaitForecast | null {
  const sorted = ms.toSorted((a, b) => a - b);
  const minutesAt = (share: number) => (sorted[Math.ceil(share * runs) - 1] ?? Infinity) / 60_000;
  const outlook = { low: minutesAt(LOW), middle: minutesAt(0.5), high: minutesAt(HIGH) };
  return outlook.high === Infinity ? null : outlook;
}

/** Above a quarter of an hour people count in fives. */
const FINE_MINUTES = 15;
const COARSE_STEP = 5;
/** The next visitor still waits for the clerk to press the button. */
const SHORTEST_TO_MINUTES = 2;
/** No call comes to the minute. */
const MIN_DISTANCE_MINUTES = 1;

/** A range of more than an hour helps no visitor. */
const WIDEST_MINUTES = 60;

/** The range to show, which rounding only widens; null when it would be too wide to be of use. */
export function toRange(
  { low, middle, high }: WaitForecast,
  calibration: Calibration,
): WaitingRange | null {
  const before = Math.max(MIN_DISTANCE_MINUTES, (middle - low) * calibration.early);
  const after = Math.max(MIN_DISTANCE_MINUTES, (high - middle) * calibration.late);
  const from = Math.max(0, middle - before);
  const to = Math.max(SHORTEST_TO_MINUTES, middle + after);
  const fromStep = from < FINE_MINUTES ? 1 : COARSE_STEP;
  const toStep = to <= FINE_MINUTES ? 1 : COARSE_STEP;
  const fromMinutes = Math.floor(from / fromStep) * fromStep;
  const toMinutes = Math.ceil(to / toStep) * toStep;
  return toMinutes - fromMinutes > WIDEST_MINUTES ? null : { fromMinutes, toMinutes };
}
