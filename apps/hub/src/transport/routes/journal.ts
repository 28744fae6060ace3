import type { LocalDate } from '@motcua/domain';
import { JOURNAL_KINDS, type JournalKind } from '@motcua/reports';
import { z } from 'zod';
import { recordAccess } from '../../operations/record-access.ts';
import { DOORS } from '../../identity/rights.ts';
import type { HttpApp } from '../http/answers.ts';
import { sendRead } from '../http/send-read.ts';
import { dayInput, languageInput } from './reports.ts';
import type { RouteContext } from './route-context.ts';

const KINDS = Object.keys(JOURNAL_KINDS) as readonly JournalKind[];
const search = z.object({
  from: dayInput,
  to: dayInput,
  personId: z.string().max(64).optional(),
  deviceId: z.string().max(64).optional(),
  number: z
    .string()
    .max(12)
    .transform((typed) => typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, ''))
    .optional(),
  kind: z.enum(KINDS).optional(),
});

/** Who did what, when, from where: to look through, and to take away. */
export function journalRoutes(app: HttpApp, { hub, guard, upkeep }: RouteContext): void {
  const onRequest = guard.only(...DOORS.journal);

  app.get(
    '/api/journal',
    {
      onRequest,
      schema: {
        summary: 'The journal, newest first; `before` asks for the lines before that one',
        querystring: search.extend({ before: z.coerce.number().int().positive().optional() }),
      },
    },
    ({ query }, reply) =>
      sendRead(reply, upkeep.reader, { type: 'journal-page', query }, 'application/json'),
  );

  app.get(
    '/api/journal.csv',
    {
      onRequest,
      schema: {
        summary: 'The same for a spreadsheet, oldest first, each entry whole',
        querystring: search.extend({ language: languageInput }),
      },
    },
    async (request, reply) => {
      const { language, ...query } = request.query;
      await recordAccess(hub, 'journal-exported', null, guard.identityOf(request));
      reply.header('content-disposition', `attachment; filename="${fileName(query)}"`);
      const task = { type: 'journal-csv', query, language } as const;
      return sendRead(reply, upkeep.reader, task, 'text/csv; charset=utf-8');
    },
  );
}

function fileName({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }): string {
  return `motcua-journal-${from}-${to}.csv`;
}
