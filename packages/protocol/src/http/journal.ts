import type { DeviceId, PersonId } from '@motcua/domain';
import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { id, instant, list, localDate } from './values.ts';

/** Kinds of rows that are searched together. */
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
/** What is searched in the journal; days are local, both included, and what is absent does not restrict. */
export type JournalQuery = z.output<typeof pageQuery>;

const shownValue = z.union([z.string(), z.number(), z.boolean(), z.null(), list(z.string())]);
/** A value as it is shown: the items of a list one by one, an id with the name it has where it is read. */
export type ShownValue = z.output<typeof shownValue>;

const detail = z.object({
  field: z.string().check(z.describe('where it stands, such as `rule.maxWaitMinutes`')),
  before: shownValue.check(
    z.describe('null: absent before; an empty list: the field was empty before'),
  ),
  after: shownValue,
});
/** One field that was given another value; of a list only the items added and removed, unless its order changed. */
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
        kind: z.enum(['counter', 'person', 'device', 'setting', 'day', 'alarm']),
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
/** One row of the journal for those who answer for the centre. */
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
