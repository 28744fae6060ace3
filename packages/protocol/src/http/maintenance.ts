import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { instant, localDate } from './values.ts';

export const BACKUP_FAILURES = ['no-room', 'cannot-write', 'damaged', 'stopped'] as const;
export type BackupFailure = (typeof BACKUP_FAILURES)[number];

/** `day-ahead`: the clock is followed, but the open day is a later one. */
export const CLOCK_PROBLEMS = ['ahead', 'behind', 'day-ahead'] as const;

const backupState = z.object({
  at: instant,
  folder: z.string().check(z.describe('where the hub keeps its backups')),
  newest: z
    .nullable(z.object({ name: z.string(), madeAt: instant, bytes: z.number() }))
    .check(z.describe('null: there is none')),
  count: z.int(),
  running: z.boolean(),
  failure: z
    .nullable(z.object({ at: instant, problem: z.enum(BACKUP_FAILURES) }))
    .check(z.describe('of the last attempt')),
  old: z.boolean().check(z.describe('older than is allowed')),
});
export type BackupStatus = z.output<typeof backupState>;

export const clockState = z.object({
  at: instant.check(z.describe('the time that the hub uses')),
  today: localDate.check(z.describe('the local day that is open')),
  wall: instant.check(z.describe("what the computer's clock shows")),
  wallDay: localDate,
  problem: z.nullable(z.enum(CLOCK_PROBLEMS)).check(z.describe('null: all of them agree')),
});
/** How the hub judges its computer's clock. */
export type ClockState = z.output<typeof clockState>;

export const backups = {
  state: {
    method: 'GET',
    path: '/api/backups',
    summary: 'The newest backup',
    answer: backupState,
  },
  make: {
    method: 'POST',
    path: '/api/backups',
    summary: 'Make a backup now',
    answer: backupState,
  },
  alarm: {
    method: 'GET',
    path: '/api/backups/alarm',
    summary: 'Whether the backups need attention',
    answer: z.object({ alarm: z.boolean() }),
  },
} as const satisfies Record<string, HttpRoute>;

export const clock = {
  state: {
    method: 'GET',
    path: '/api/clock',
    summary: 'Whether the hub trusts its clock',
    answer: clockState,
  },
  confirm: {
    method: 'POST',
    path: '/api/clock',
    summary:
      "Say that the computer's clock is right, also when the open day then becomes an earlier one",
    answer: clockState,
  },
} as const satisfies Record<string, HttpRoute>;
