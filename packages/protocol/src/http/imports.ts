import { IMPORT_KINDS, type PersonId } from '@motcua/domain';
import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { id, instant, list } from './values.ts';

/** As large as a file may be that is handed in. */
export const IMPORT_FILE_BYTES = 20_000_000;

const kind = z.enum(IMPORT_KINDS);
const language = z.optional(z.string().check(z.maxLength(20)));
const importId = z.object({ importId: id<string>(64) });
const counts = z.object({ added: z.number(), changed: z.number(), removed: z.number() });

const choice = z.object({
  columnMap: z
    .nullable(
      z.record(
        z.string().check(z.maxLength(40)),
        z.nullable(z.number().check(z.int(), z.minimum(0), z.maximum(20_000))),
      ),
    )
    .check(z.describe('which column of the file, from 0, is which; null: as recognised')),
  isWholeList: z.boolean().check(z.describe('what the file leaves out is removed')),
});
export type ImportChoice = z.output<typeof choice>;

const line = z.object({
  what: z.enum(['added', 'changed', 'removed']),
  name: z.string(),
  cells: list(z.object({ title: z.string(), before: z.string(), after: z.string() })),
});

const preview = z.object({
  importId: z.string(),
  kind,
  fileName: z.string(),
  problem: z
    .nullable(z.string())
    .check(z.describe('why the file cannot be read, in the asked language; then nothing else is')),
  titles: list(z.string()).check(z.describe('of the columns of the file, in order')),
  columns: list(
    z.object({
      column: z.string(),
      title: z.string(),
      index: z.nullable(z.number()),
      needed: z.boolean(),
    }),
  ),
  notes: list(z.string()),
  counts: z.extend(counts, { unchanged: z.number() }),
  lines: list(line).check(z.describe('the first of what would change')),
  errors: list(z.string()).check(z.describe('the first of them, with row and column')),
  errorCount: z.number(),
});
/** What an import would do, and what hinders it. */
export type ImportPreview = z.output<typeof preview>;

const done = z.object({
  importId: z.string(),
  kind,
  at: instant,
  personId: z.nullable(id<PersonId>()),
  counts,
  takesBack: z.nullable(z.string()),
  takenBack: z.boolean(),
});
/** An import that was carried out. */
export type ImportDone = z.output<typeof done>;

const tableFile = z.object({
  language,
  only: z.optional(z.literal('titles')).check(z.describe('a table to be filled in')),
});

/** Tables from and for other programs. */
export const imports = {
  done: {
    method: 'GET',
    path: '/api/imports',
    summary: 'The last imports, newest first',
    answer: z.object({ imports: list(done) }),
  },
  upload: {
    method: 'POST',
    path: '/api/imports',
    summary: 'Hand in a CSV or XLSX file as the body, and see what it would change',
    query: z.object({ kind, language, fileName: z.string().check(z.maxLength(200)) }),
    answer: preview,
  },
  preview: {
    method: 'POST',
    path: '/api/imports/:importId/preview',
    summary: 'The same with columns named by hand, or for the whole list',
    params: importId,
    query: z.object({ language }),
    body: choice,
    answer: preview,
  },
  apply: {
    method: 'POST',
    path: '/api/imports/:importId/apply',
    summary: 'Import all of it, or nothing',
    params: importId,
    body: choice,
    answer: z.object({ counts }),
  },
  takeBack: {
    method: 'POST',
    path: '/api/imports/:importId/take-back',
    summary: 'Make everything again as it was before that import',
    params: importId,
    answer: z.object({ counts }),
  },
  csv: {
    method: 'GET',
    path: '/api/tables/:kind.csv',
    summary: 'All items as a table that an import reads',
    params: z.object({ kind }),
    query: tableFile,
  },
  xlsx: {
    method: 'GET',
    path: '/api/tables/:kind.xlsx',
    summary: 'The same as a workbook',
    params: z.object({ kind }),
    query: tableFile,
  },
} as const satisfies Record<string, HttpRoute>;
