import { OUTCOMES, STEP_RESULTS } from '@motcua/domain';
import * as z from 'zod/mini';
import { list, localDate } from './values.ts';

/** Counted by visit, but `services` and the results of steps. */
export const COUNT_KINDS = [
  'visits',
  'carriedOver',
  'priority',
  'open',
  ...OUTCOMES,
  'transfers',
  'withinTarget',
  'services',
  ...STEP_RESULTS,
] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

/** One duration a visit, but `servingTime`: one a step. */
export const TIME_KINDS = ['waitingTime', 'rewaitingTime', 'walkingTime', 'servingTime'] as const;
export type TimeKind = (typeof TIME_KINDS)[number];

/**
 * A bucket of the log-linear scale and how many fell into it, then the next, ascending. Checked as a whole, because a
 * year has millions of them.
 */
const buckets = z.custom<readonly number[]>(
  (value) =>
    Array.isArray(value) &&
    value.length % 2 === 0 &&
    value.every((each) => Number.isSafeInteger(each) && each >= 0),
);

const durations = z.object({
  count: z.number(),
  sum: z.number().check(z.describe('ms, exact')),
  max: z.number().check(z.describe('ms, exact')),
  buckets,
});
/** Durations as a histogram that can be merged with others. */
export type Durations = z.output<typeof durations>;

const tally = z.object({
  counts: z.partialRecord(z.enum(COUNT_KINDS), z.number()).check(z.describe('absent: zero')),
  times: z.partialRecord(z.enum(TIME_KINDS), durations).check(z.describe('absent: none')),
});
/** Counts and durations of one group of visits and steps. */
export type Tally = z.output<typeof tally>;

const tallies = z.record(z.string(), tally);

const figures = z.object({
  targets: list(z.number()).check(z.describe('the bounds on waiting that applied, in minutes')),
  total: tally,
  byHour: tallies.check(z.describe('by the local hour of arrival, 0 to 23')),
  byQueue: tallies,
  byService: tallies,
  byCounter: tallies,
  byClerk: tallies,
});
/** Figures of any number of days. */
export type Figures = z.output<typeof figures>;

/** How a day is kept, so that figures over years need no visits. */
export const dayFigures = z.extend(figures, {
  version: z.literal(1),
  day: localDate,
  dayClosed: z.boolean(),
});
export type DayFigures = z.output<typeof dayFigures>;
