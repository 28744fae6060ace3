import { journal, stories } from '@motcua/protocol/http';
import { recordAccess } from '../../operations/record-access.ts';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import { sendRead } from '../http/send-read.ts';
import type { Serve } from '../http/serve-route.ts';
import { languageOf } from './reports.ts';
import type { RouteContext } from './route-context.ts';

/** The journal: to search, to export, and the story of one visit in it. */
export function journalRoutes(serve: Serve, { hub, services }: RouteContext): void {
  const only = ROUTE_ROLES.journal;

  serve(journal.page, { only }, ({ query, reply }) =>
    sendRead(reply, services.reader, { type: 'journal-page', query }, 'application/json'),
  );

  serve(stories.visit, { only }, ({ params, reply }) =>
    sendRead(reply, services.reader, { type: 'visit-story', ...params }, 'application/json'),
  );

  serve(journal.csv, { only }, async ({ query, by, reply }) => {
    const language = languageOf(query);
    if (!language.ok) return language;
    await recordAccess(hub, 'journal-exported', null, by);
    const file = `motcua-journal-${query.from}-${query.to}.csv`;
    reply.header('content-disposition', `attachment; filename="${file}"`);
    const task = { type: 'journal-csv', query, language: language.value } as const;
    return sendRead(reply, services.reader, task, 'text/csv; charset=utf-8');
  });
}
