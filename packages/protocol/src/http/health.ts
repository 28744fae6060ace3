import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { instant, localDate } from './values.ts';

/** Whether the hub is alive; it needs no sign-in, because it reveals nothing about people. */
export const health = {
  read: {
    method: 'GET',
    path: '/health',
    summary: 'Whether the hub is alive',
    answer: z.object({
      status: z.literal('ok'),
      seq: z.int().check(z.describe('position of the journal')),
      at: instant,
      today: localDate.check(z.describe('the local day that is open')),
      version: z.string(),
      history: z
        .object({ database: z.string(), epoch: z.number(), life: z._default(z.string(), '') })
        .check(
          z.describe(
            'which data, and since when it counts; of one database the highest epoch is the hub',
          ),
        ),
      uptimeSeconds: z.int(),
    }),
  },
} as const satisfies Record<string, HttpRoute>;
