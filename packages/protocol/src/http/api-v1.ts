import {
  type BookingId,
  type CounterId,
  MAX_STEPS,
  PAUSE_REASONS,
  type QueueId,
  type ServiceId,
  type VisitId,
} from '@motcua/domain';
import * as z from 'zod/mini';
import { periodReport } from './period-report.ts';
import { ofPeriod } from './reports.ts';
import type { HttpRoute } from './route.ts';
import { id, instant, list, localDate, localText } from './values.ts';

const minutes = z.object({ fromMinutes: z.number(), toMinutes: z.number() });
const estimate = z
  .nullable(minutes)
  .check(z.describe('waiting time of a visitor who comes now; null: no estimate that would hold'));

const live = z.object({
  at: instant,
  today: localDate,
  open: z.boolean().check(z.describe('within opening hours')),
  queues: list(
    z.object({
      id: id<QueueId>(),
      name: localText,
      prefix: z.string(),
      active: z.boolean().check(z.describe('gives numbers')),
      waiting: list(
        z.object({ number: z.string(), since: instant.check(z.describe('arrival')) }),
      ).check(z.describe('in order of arrival, which is not the order of calling')),
      given: z.number().check(z.describe('numbers given today')),
      left: z.nullable(z.number()).check(z.describe('that may still be given; null: no limit')),
      estimate,
    }),
  ),
  counters: list(
    z.object({
      id: id<CounterId>(),
      number: z.number(),
      name: localText,
      state: z.enum(['open', 'paused', 'closed']),
      pause: z.nullable(z.enum(PAUSE_REASONS)),
      called: list(z.string()).check(z.describe('numbers on their way to the counter')),
      serving: list(z.string()),
    }),
  ),
});
/** The room now, without people: no clerk, no priority, no reason. */
export type LiveRoom = z.output<typeof live>;

const ticket = z.object({
  number: z.string(),
  code: id<VisitId>().check(z.describe('to be handed to the visitor only: follows the ticket')),
  queueId: id<QueueId>(),
  serviceId: id<ServiceId>(),
  issuedAt: instant,
  peopleAhead: z.nullable(z.number()),
  estimate,
});

const bookingAnswer = z.object({
  id: id<BookingId>(),
  code: z.string().check(z.describe('what the visitor types or scans at the kiosk')),
  serviceId: id<ServiceId>(),
  queueId: id<QueueId>(),
  day: localDate,
  startsAt: instant,
  state: z.enum(['booked', 'checked-in', 'cancelled']),
});

/** Keeps all other headers as they are. */
const idempotent = z.looseObject({
  'idempotency-key': z
    .string()
    .check(
      z.regex(/^[\w.:-]{1,40}$/, 'made by the caller: 1 to 40 letters, digits, dots, dashes'),
      z.describe('made by the caller; the same one again gets the same answer and does nothing'),
    ),
});
const serviceId = id<ServiceId>(64);

export const API_TABLES = [
  'services',
  'queues',
  'counters',
  'holidays',
  'bookings',
  'visits',
] as const;
export type ApiTable = (typeof API_TABLES)[number];

/** What other programs may ask with an API key. Within version 1 nothing is removed or renamed. */
export const apiV1 = {
  figures: {
    method: 'GET',
    path: '/api/v1/figures',
    summary: 'The figures of a day, week, month, quarter, year or any days; none of single clerks',
    scope: 'figures',
    query: ofPeriod,
    answer: periodReport,
  },
  live: {
    method: 'GET',
    path: '/api/v1/live',
    summary: 'Queues, counters and waiting numbers now',
    scope: 'live',
    answer: live,
  },
  issue: {
    method: 'POST',
    path: '/api/v1/tickets',
    summary: 'Issue a ticket on behalf of a visitor; hours and quotas apply as at a kiosk',
    scope: 'issue',
    headers: idempotent,
    body: z.strictObject({
      serviceIds: list(serviceId).check(z.minLength(1), z.maxLength(MAX_STEPS)),
      language: z._default(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)), 'vi'),
    }),
    answer: ticket,
  },
  slots: {
    method: 'GET',
    path: '/api/v1/bookings/slots',
    summary: 'The slots of a day that can be booked for a service',
    scope: 'bookings',
    query: z.object({ serviceId, day: localDate }),
    answer: z.object({
      slots: list(z.object({ startsAt: instant, free: z.number() })),
    }),
  },
  bookings: {
    method: 'GET',
    path: '/api/v1/bookings',
    summary: 'The bookings of a day, today or later',
    scope: 'bookings',
    query: z.object({ day: localDate }),
    answer: z.object({ bookings: list(bookingAnswer) }),
  },
  book: {
    method: 'POST',
    path: '/api/v1/bookings',
    summary: 'Book a slot, without a name',
    scope: 'bookings',
    headers: idempotent,
    body: z.strictObject({
      serviceId,
      startsAt: instant.check(z.minimum(0), z.maximum(4_102_444_800_000)),
    }),
    answer: bookingAnswer,
  },
  cancelBooking: {
    method: 'DELETE',
    path: '/api/v1/bookings/:bookingId',
    summary: 'Cancel a booking; doing it twice does no harm',
    scope: 'bookings',
    params: z.object({ bookingId: id<BookingId>(64) }),
    answer: bookingAnswer,
  },
  table: {
    method: 'GET',
    path: '/api/v1/tables/:table.csv',
    summary: `A table for a spreadsheet, without personal data: ${API_TABLES.join(', ')}`,
    scope: 'tables',
    params: z.object({ table: z.string().check(z.maxLength(40)) }),
    query: z.object({
      language: z.optional(z.string().check(z.maxLength(20))),
      day: z
        .optional(localDate)
        .check(z.describe('of the table `visits`; absent: the current day')),
    }),
  },
} as const satisfies Record<string, HttpRoute>;
