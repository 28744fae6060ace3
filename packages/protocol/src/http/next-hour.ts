import type { CounterId, QueueId } from '@motcua/domain';
import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { id, instant, list } from './values.ts';

const both = z
  .object({ without: z.number(), with: z.number() })
  .check(
    z.describe('expected within the hour: with the room as it is, and with the counter opened'),
  );

const suggestion = z.object({
  counterId: id<CounterId>(),
  queueIds: list(id<QueueId>()),
  late: both.check(z.describe('visits that wait longer than the bound of the centre')),
  longestMinutes: both,
});

const nextHour = z.object({
  at: instant,
  queues: list(
    z.object({
      queueId: id<QueueId>(),
      points: list(
        z.object({
          afterMinutes: z.number(),
          waiting: z.number(),
          longestMinutes: z.number(),
        }),
      ).check(z.describe('means of the possible futures')),
    }),
  ),
  suggestion: z.nullable(suggestion),
});

const pastSuggestion = z.object({
  at: instant,
  suggestion,
  openedAt: z.nullable(instant).check(z.describe('when the counter was opened; null: it was not')),
  result: z
    .nullable(z.object({ lateVisits: z.number(), right: z.boolean() }))
    .check(z.describe('an hour later; null: the hour is not over')),
});
/** A counter that was suggested today, what was done, and whether it was right. */
export type PastSuggestion = z.output<typeof pastSuggestion>;

export const forecast = {
  nextHour: {
    method: 'GET',
    path: '/api/next-hour',
    summary: 'What is expected of the next hour, and which counters were suggested today',
    answer: z.object({ nextHour: z.nullable(nextHour), suggested: list(pastSuggestion) }),
  },
} as const satisfies Record<string, HttpRoute>;
