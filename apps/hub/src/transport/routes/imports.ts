import { randomUUID } from 'node:crypto';
import { type ImportKind, ok, refuse, type Result } from '@motcua/domain';
import { hubCommandId } from '@motcua/protocol';
import {
  type ImportChoice,
  IMPORT_FILE_BYTES,
  type ImportPreview,
  imports,
} from '@motcua/protocol/http';
import type { Identity } from '../../engine/hub-command.ts';
import { endSessionsAfter } from '../../identity/people.ts';
import { mayImport, ROUTE_ROLES } from '../../identity/rights.ts';
import { recordAccess } from '../../operations/record-access.ts';
import { createUploads, type Upload } from '../../operations/uploads.ts';
import { PERIOD_CONTENT_TYPES } from '../../reads/period-report.ts';
import type { PlannedImport } from '../../reads/import-facts.ts';
import type { ReadTask } from '../../reads/read-task.ts';
import { sendRead } from '../http/send-read.ts';
import type { Serve } from '../http/serve-route.ts';
import { languageOf } from './reports.ts';
import type { RouteContext } from './route-context.ts';

const IMPORTS_SHOWN = 20;
const AS_RECOGNISED: ImportChoice = { columnMap: null, isWholeList: false };

/** Tables from and for other programs. What takes long is done by the process that reads. */
export function importRoutes(serve: Serve, context: RouteContext): void {
  const { hub, log, services } = context;
  const only = ROUTE_ROLES.imports;
  const uploads = createUploads(hub.now);
  const answered = async <T>(task: ReadTask): Promise<T> =>
    JSON.parse(await services.reader.text(task)) as T;

  serve(imports.done, { only }, () => {
    const found = hub.store.imported.newest(IMPORTS_SHOWN);
    const back = new Set(found.map(({ takesBack }) => takesBack));
    return ok({
      imports: found.map(({ importId, kind, at, by: { personId }, counts, takesBack }) => ({
        ...{ importId, kind, at, personId, counts, takesBack },
        takenBack: back.has(importId),
      })),
    });
  });

  serve(
    imports.upload,
    { only, bodyBytes: IMPORT_FILE_BYTES },
    async ({ query, request: { body }, by }) => {
      const language = languageOf(query);
      if (!language.ok) return language;
      const { kind, fileName } = query;
      if (!mayImport(kind, by)) return refuse('role-not-allowed');
      if (!Buffer.isBuffer(body)) return refuse('malformed', { at: 'body' });
      const bytes = new Uint8Array(body);
      const upload = uploads.put({ personId: by.personId, kind, fileName, bytes });
      const file = { ...upload, choice: AS_RECOGNISED };
      const shown = { type: 'import-preview', file, language: language.value } as const;
      return ok(await answered<ImportPreview>(shown));
    },
  );

  serve(imports.preview, { only }, async ({ params, query, body: choice, by }) => {
    const language = languageOf(query);
    if (!language.ok) return language;
    const upload = uploads.find(params.importId, by.personId);
    if (upload === null) return refuse('import-not-found');
    const file = { ...upload, choice };
    const shown = { type: 'import-preview', file, language: language.value } as const;
    return ok(await answered<ImportPreview>(shown));
  });

  serve(imports.apply, { only }, async ({ params: { importId }, body: choice, by }) => {
    const upload = uploads.find(importId, by.personId);
    if (upload === null) return refuse('import-not-found');
    const planned = await answered<Result<PlannedImport>>({
      type: 'import-plan',
      file: { ...upload, choice },
    });
    const written = await write(upload, planned, null, by);
    if (written.ok) uploads.drop(importId);
    return written;
  });

  serve(imports.takeBack, { only }, async ({ params: { importId: takesBack }, by }) => {
    const done = hub.store.imported.find(takesBack);
    if (done === null) return refuse('import-not-found');
    if (!mayImport(done.kind, by)) return refuse('role-not-allowed');
    const planned = await answered<Result<PlannedImport>>({
      type: 'take-back-plan',
      importId: takesBack,
    });
    const importId = `import-${randomUUID()}`;
    return write({ importId, kind: done.kind }, planned, takesBack, by);
  });

  for (const [route, format] of [
    [imports.csv, 'csv'],
    [imports.xlsx, 'xlsx'],
  ] as const)
    serve(route, { only }, async ({ params: { kind }, query, by, reply }) => {
      const language = languageOf(query);
      if (!language.ok) return language;
      if (!mayImport(kind, by)) return refuse('role-not-allowed');
      const isEmpty = query.only === 'titles';
      if (!isEmpty) await recordAccess(hub, 'table-exported', null, by);
      const file = `motcua-${kind}${isEmpty ? '-mau' : ''}-${language.value}.${format}`;
      reply.header('content-disposition', `attachment; filename="${file}"`);
      const task = { type: 'table', kind, format, language: language.value, isEmpty } as const;
      return sendRead(reply, services.reader, task, PERIOD_CONTENT_TYPES[format]);
    });

  async function write(
    { importId, kind }: Pick<Upload, 'importId'> & { readonly kind: ImportKind },
    planned: Result<PlannedImport>,
    takesBack: string | null,
    by: Identity,
  ): Promise<Result<{ readonly counts: PlannedImport['counts'] }>> {
    if (!planned.ok) return planned;
    const { seq, counts, facts } = planned.value;
    const commandId = hubCommandId(importId);
    const written = await hub.execute(
      { commandId, type: 'import-table', importId, kind, seq, counts, facts, takesBack },
      by,
    );
    if (!written.ok) return written;
    for (const personId of endSessionsAfter(hub, context.sessions, written.value))
      context.signedOut(personId);
    log.info({ importId, kind, ...counts, takesBack, by: by.personId }, 'table imported');
    return ok({ counts });
  }
}
