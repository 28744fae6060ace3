import {
  type CounterId,
  type LocalTime,
  OUTCOMES,
  PAUSE_REASONS,
  PRINT_RESOLUTIONS,
  PRINTER_FAULTS,
  type PriorityGroupId,
  type QueueId,
} from '@motcua/domain';
import * as z from 'zod/mini';
import { id, instant, list, localDate, localText } from './values.ts';

const spread = z.object({
  count: z.number(),
  median: z.nullable(z.number()),
  p90: z.nullable(z.number()),
  longest: z.nullable(z.number()),
});
/** How a set of durations (ms) is spread; all null when there are none. */
export type Spread = z.output<typeof spread>;

const outcomes = z.record(z.enum(OUTCOMES), z.number());
const queueId = id<QueueId>();

/** `issued` and `carriedOver` together are the sum of all outcomes and of what is open. */
const totals = z.object({
  issued: z.number(),
  carriedOver: z.number().check(z.describe('began on a day before and went on this morning')),
  outcomes,
  open: list(z.string()).check(
    z.describe('numbers without an outcome; left over once the day is closed'),
  ),
  rolledOver: list(z.string()).check(z.describe('those of them that go on the next day')),
  services: z.number().check(z.describe('brought to their end; one visit may have several')),
  transfers: z.number(),
  announcements: z
    .number()
    .check(z.describe('calls that were made, heard or not, and not taken back before')),
  unspoken: z
    .number()
    .check(z.describe('those that were over before a display spoke them: all, without a display')),
  slips: z.number(),
  slipsUnproved: z.number().check(z.describe('those that the printer accepted without a report')),
});

const times = z.object({
  waitingTime: spread.check(z.describe('one a visit')),
  rewaitingTime: spread.check(
    z.describe('one a visit that was in line again after its first call'),
  ),
  walkingTime: spread,
  servingTime: spread.check(z.describe('one a step')),
});

/** Visits by the queue for which the ticket was issued, services and serving times by the queue of the step. */
const queue = z.object({
  queueId,
  name: localText,
  prefix: z.string(),
  issued: z.number(),
  carriedOver: z.number(),
  outcomes,
  open: z.number(),
  services: z.number(),
  waitingTime: spread,
  servingTime: spread,
});

/** Visits by the local hour of their arrival, without those of a day before. */
const hour = z.object({
  hour: z.number(),
  arrivals: z.number(),
  longestWait: z.nullable(z.number()),
});

const counter = z.object({
  counterId: id<CounterId>(),
  number: z.number(),
  name: localText,
  served: z.number().check(z.describe('services that ended at this counter')),
  servingTime: spread.check(z.describe('what each step took here')),
  openTime: z.number().check(z.describe('open and not paused')),
  pausedTime: z.number(),
  pausedBy: z.record(z.enum(PAUSE_REASONS), z.number()),
  idleTime: z.number().check(z.describe('open, with no visit called or served')),
});

const missed = z.object({
  visits: z.number().check(z.describe('the visitor did not come to a call')),
  byHub: z.number().check(z.describe('those that the hub marked after the last call')),
  rejoined: list(
    z.object({
      number: z.string(),
      queueId,
      rejoinedAt: instant,
      outcome: z.nullable(z.enum(OUTCOMES)).check(z.describe('null: open, or left over')),
    }),
  ),
});

/** `made` for the day is the sum of `checkedIn`, `cancelled` and `notCome`. */
const bookings = z.object({
  made: z.number(),
  checkedIn: z.number(),
  late: z.number().check(z.describe('came too late for their booked time to count')),
  cancelled: z.number(),
  notCome: z.number().check(z.describe('until the day is closed, they may still come')),
});

const noShow = z.object({
  number: z.string(),
  queueId,
  counterNumber: z.nullable(z.number()),
  calledAt: instant,
  calls: z.number().check(z.describe('calls and recalls')),
  byHub: z.boolean(),
});

const callNotHeard = z.object({
  number: z.string(),
  counterNumber: z.number(),
  calledAt: instant,
  why: z
    .enum(['no-sound', 'missing-clip', 'expired', 'never-played'])
    .check(z.describe('`never-played`: no display reported what became of it')),
});

const slipNotPrinted = z.object({
  number: z.string(),
  askedAt: instant,
  fault: z.enum(PRINTER_FAULTS),
  resolution: z.nullable(z.enum(PRINT_RESOLUTIONS)),
});

const longWait = z.object({
  number: z.string(),
  queueId,
  waitingTime: z.number(),
  rewaitingTime: z
    .nullable(z.number())
    .check(z.describe('in line again after its first call; null: never')),
  wholeWait: z.number().check(z.describe('both together')),
  heldTime: z
    .nullable(z.number())
    .check(z.describe('of the waiting time, while the visitor held or postponed the place')),
  arrivedAt: instant,
  calledAt: instant,
  counterNumber: z.nullable(z.number()),
  peopleAhead: z.nullable(z.number()),
});

export const dayReport = z.object({
  kind: z.literal('day'),
  day: localDate,
  zone: z.string(),
  madeAt: instant,
  dayClosed: z
    .boolean()
    .check(z.describe('false while the day goes on: what is open may still be served')),
  openHours: list(z.object({ from: id<LocalTime>(), to: id<LocalTime>() })).check(
    z.describe('the hours of that weekday; empty on a closed day'),
  ),
  totals,
  times,
  queues: list(queue),
  hours: list(hour),
  counters: list(counter),
  missed,
  held: z
    .object({ visits: z.number(), time: z.number() })
    .check(z.describe('waiting time in which visitors had held or postponed their place')),
  priority: z
    .object({
      visits: z.number(),
      groups: list(
        z.object({ groupId: id<PriorityGroupId>(), name: localText, count: z.number() }),
      ).check(z.describe('as far as a reason was given; known when the day is closed')),
    })
    .check(z.describe('counts only: no reason beside a number')),
  bookings,
  promises: z
    .nullable(z.object({ known: z.number(), kept: z.number() }))
    .check(z.describe('estimates of the waiting time; null while too few have ended')),
  noShows: list(noShow),
  callsNotHeard: list(callNotHeard),
  slipsNotPrinted: list(slipNotPrinted),
  longestWaits: list(longWait).check(z.describe('five, so that each can be explained')),
});

/** A day as it was kept when its visits were deleted; older versions did not count all of it. */
export const keptDay = z.extend(dayReport, {
  totals: z.extend(totals, {
    unspoken: z._default(z.number(), 0),
    slipsUnproved: z._default(z.number(), 0),
  }),
  times: z.extend(times, { rewaitingTime: z.optional(spread) }),
  longestWaits: list(
    z.extend(longWait, {
      rewaitingTime: z._default(z.nullable(z.number()), null),
      wholeWait: z.optional(z.number()),
    }),
  ),
});

/** One day of one centre. Plain data: times in ms, moments as instants, names in every language. */
export type DayReport = z.output<typeof dayReport>;
