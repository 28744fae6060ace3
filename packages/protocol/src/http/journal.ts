import type { DeviceId, PersonId } from '@motcua/domain';
import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { id, instant, list, localDate } from './values.ts';

/** Kinds of lines that are looked for together. */
export const JOURNAL_KINDS = ['visits', 'counters', 'equipment', 'settings', 'door'] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

const search = {
  from: localDate,
  to: localDate,
  personId: z.optional(id<PersonId>(64)),
  deviceId: z.optional(id<DeviceId>(64)),
  number: z.optional(
    z.string().check(
      z.maxLength(12),
      z.overwrite((typed) => typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')),
    ),
  ),
  kind: z.optional(z.enum(JOURNAL_KINDS)),
};
const pageQuery = z.object({
  ...search,
  before: z.optional(z.coerce.number<number>().check(z.int(), z.positive())),
});
/** What is looked for in the journal; days are local, both included, and what is left out is not asked. */
export type JournalQuery = z.output<typeof pageQuery>;

const shownValue = z.union([z.string(), z.number(), z.boolean(), z.null(), list(z.string())]);
/** A value as it is shown: the items of a list are shown one by one, an id is given a name where it is read. */
export type ShownValue = z.output<typeof shownValue>;

const detail = z.object({
  field: z.string().check(z.describe('where it stands, such as `rule.maxWaitMinutes`')),
  before: shownValue.check(
    z.describe('null: nothing was there; an empty list: the field was empty'),
  ),
  after: shownValue,
});
/** One field that another value was given; of a list only what came and what went, unless its order changed. */
export type JournalDetail = z.output<typeof detail>;

const line = z.object({
  seq: z.number(),
  at: instant,
  personId: z.nullable(id<PersonId>()),
  deviceId: z.nullable(id<DeviceId>()),
  address: z.nullable(z.string()).check(z.describe('the computer from which a person acted')),
  reason: z.nullable(z.string()),
  what: z.string().check(z.describe('its words are `journal.<what>`')),
  number: z.nullable(z.string()).check(z.describe('on the slip, or the code of a booking')),
  about: z
    .nullable(
      z.object({
        kind: z.enum(['counter', 'person', 'device', 'setting', 'day']),
        id: z.string(),
      }),
    )
    .check(z.describe('beside the number on a slip')),
  details: list(detail),
  job: z
    .nullable(z.string())
    .check(z.describe('the announcement or print job that several lines are about')),
  hash: z.string(),
});
/** One line of the journal for those who answer for the centre. */
export type JournalLine = z.output<typeof line>;

const page = z.object({ lines: list(line), isMore: z.boolean(), seal: z.string() });
/** Newest first. */
export type JournalPage = z.output<typeof page>;

export const journal = {
  page: {
    method: 'GET',
    path: '/api/journal',
    summary: 'The journal, newest first; `before` asks for the lines before that one',
    query: pageQuery,
    answer: page,
  },
  csv: {
    method: 'GET',
    path: '/api/journal.csv',
    summary: 'The same for a spreadsheet, oldest first, each entry whole',
    query: z.object({ ...search, language: z.optional(z.string().check(z.maxLength(20))) }),
  },
} as const satisfies Record<string, HttpRoute>;
