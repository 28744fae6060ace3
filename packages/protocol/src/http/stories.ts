import {
  type CounterId,
  type DeviceId,
  PAUSE_REASONS,
  STEP_RESULTS,
  type PersonId,
  PRINTER_FAULTS,
  type QueueId,
  type ServiceId,
  type VisitId,
} from '@motcua/domain';
import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { id, instant, list, localDate } from './values.ts';

const CALL_REASONS = [
  ...['waited-too-long', 'priority-turn', 'normal-turn', 'booking-due', 'booking-early', 'oldest'],
  'by-hand',
] as const;
const callReason = z.enum(CALL_REASONS);
const priority = z.enum(['normal', 'priority']);
const atCounter = { at: instant, counterId: id<CounterId>() };

const storyLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('arrived'),
    at: instant,
    peopleAhead: z.nullable(z.number()).check(z.describe('as printed; null: unknown')),
    promisedUntil: z.nullable(instant).check(z.describe('null: no time was shown')),
    bookedFor: z.nullable(instant),
    priority,
  }),
  z.object({
    type: z.literal('action'),
    at: instant,
    action: z.string().check(z.describe('its words are `journal.<action>`')),
    counterId: z.nullable(id<CounterId>()),
    personId: z.nullable(id<PersonId>()),
    because: z.nullable(callReason).check(z.describe('only of a call')),
    undone: z.boolean().check(z.describe('taken back within seconds')),
    queueId: id<QueueId>(),
    priority,
    result: z.exactOptional(z.enum(STEP_RESULTS)).check(z.describe('what a clerk recorded')),
  }),
  z.object({
    type: z.literal('other-called'),
    ...atCounter,
    number: z.string(),
    because: z.nullable(callReason).check(z.describe('as the journal has it')),
    rule: callReason.check(z.describe('what the calling rule answers when asked again')),
    arrivedAt: instant.check(z.describe('of the other visitor')),
    priority,
  }),
  z.object({
    type: z.literal('counter'),
    ...atCounter,
    state: z.enum(['open', 'paused', 'closed']),
    reason: z.nullable(z.enum(PAUSE_REASONS)),
  }),
  z.object({
    type: z.literal('call'),
    ...atCounter,
    state: z.enum(['queued', 'playing', 'played', 'failed']),
    failure: z.nullable(z.enum(['no-sound', 'missing-clip', 'expired', 'withdrawn'])),
  }),
  z.object({
    type: z.literal('slip'),
    at: instant,
    kioskId: id<DeviceId>(),
    state: z.enum(['asked', 'printed', 'failed']),
    fault: z.nullable(z.enum(PRINTER_FAULTS)),
    copy: z.boolean(),
  }),
]);
/** One moment of a visit, or one that made it wait. */
export type StoryLine = z.output<typeof storyLine>;

const series = z.object({
  prefix: z.string(),
  value: z.number(),
  from: z.number().check(z.describe('the first number of the series')),
  given: z.number().check(z.describe('lower numbers of the series that were given that day')),
  takenBack: z.number().check(z.describe('of them, given back or withdrawn')),
  notGiven: z.number().check(z.describe('lower numbers that were never given that day')),
  practised: z.number().check(z.describe('practice tickets until then, in a series of their own')),
});
/** Why a number is the one it is. */
export type SeriesStory = z.output<typeof series>;

const visitStory = z.object({
  visitId: id<VisitId>(),
  number: z.string(),
  day: localDate,
  serviceId: id<ServiceId>(),
  queueId: id<QueueId>().check(z.describe('that issued the ticket')),
  firstCalledAt: z.nullable(instant),
  openAtArrival: list(id<CounterId>()).check(z.describe('counters that could have called it')),
  lines: list(storyLine).check(z.describe('in the order of time')),
  series,
});
export type VisitStory = z.output<typeof visitStory>;

export const stories = {
  visit: {
    method: 'GET',
    path: '/api/visits/:day/:number',
    summary: 'Why a visit waited: its day on one line of time, and why its number is this one',
    params: z.object({ day: localDate, number: z.string().check(z.maxLength(12)) }),
    answer: z.object({
      story: z.nullable(visitStory).check(z.describe('null: that number was not given that day')),
    }),
  },
} as const satisfies Record<string, HttpRoute>;
