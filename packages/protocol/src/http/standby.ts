import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';

const count = z.coerce.number<number>().check(z.int(), z.gte(0));
/** The position of a follower, as its query gives it. */
export const positionQuery = z.object({
  database: z.string().check(z.maxLength(64)),
  epoch: count,
  version: count,
  day: z.string().check(z.maxLength(10)),
  seq: count,
  mark: z.string().check(z.maxLength(64), z.describe('hash of the last row of its journal')),
});
export type ReplicationPosition = Readonly<z.output<typeof positionQuery>>;

/** Everything the hub knows, for a computer that an administrator paired as standby. */
export const standby = {
  feed: {
    method: 'GET',
    path: '/api/standby/feed',
    summary: 'All that the hub writes, one JSON object a line, from the follower’s position',
    query: z.union([positionQuery, z.object({})]),
  },
  copy: {
    method: 'GET',
    path: '/api/standby/copy',
    summary: 'A copy of the whole database',
  },
} as const satisfies Record<string, HttpRoute>;
