import { addDays, type DeviceId, inLanguage, type LocalDate, type PersonId } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import { JOURNAL_KINDS, type JournalAbout, type JournalKind, toJournalLine } from '@motcua/reports';
import { createWording, type JournalNames, writeJournalCsv } from '@motcua/reports/writers';
import type { JournalRecord } from '@motcua/store';
import { z } from 'zod';
import type { LiveState } from '../../live-state.ts';
import { noteAtTheDoor } from '../../note-at-the-door.ts';
import { DOORS } from '../../rights.ts';
import type { HttpApp } from '../answers.ts';
import { dayInput, languageInput } from './reports.ts';
import type { RouteContext } from './route-context.ts';

const LINES_A_PAGE = 100;
/** More than a year of a commune's days; a spreadsheet that is larger opens nowhere. */
const LINES_EXPORTED = 200_000;

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
export function journalRoutes(app: HttpApp, { hub, guard }: RouteContext): void {
  const onRequest = guard.only(...DOORS.journal);

  function find(
    { from, to, personId, deviceId, number, kind }: z.output<typeof search>,
    limit: number,
    before?: number,
  ): readonly JournalRecord[] {
    const { clock } = hub.state.settings;
    const { journal } = hub.store;
    // A day on each side more: what is noted around midnight, or by a clock that was set back, lies there.
    const end = journal.firstSeqAfter(addDays(to, 1)) ?? Number.MAX_SAFE_INTEGER;
    return hub.store.records.find({
      from: clock.startOfDay(from),
      to: clock.startOfDay(addDays(to, 1)),
      personId: personId as PersonId | undefined,
      deviceId: deviceId as DeviceId | undefined,
      number: number === '' ? undefined : number,
      types: kind === undefined ? undefined : JOURNAL_KINDS[kind],
      since: journal.firstSeqBefore(from) ?? undefined,
      ...{ limit, before: Math.min(before ?? end, end) },
    });
  }

  app.get(
    '/api/journal',
    {
      onRequest,
      schema: {
        summary: 'The journal, newest first; `before` asks for the lines before that one',
        querystring: search.extend({ before: z.coerce.number().int().positive().optional() }),
      },
    },
    ({ query }) => {
      const found = find(query, LINES_A_PAGE + 1, query.before);
      return {
        lines: found.slice(0, LINES_A_PAGE).map(toJournalLine),
        isMore: found.length > LINES_A_PAGE,
        seal: hub.store.journal.seal(),
      };
    },
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
      const { query } = request;
      await noteAtTheDoor(hub, 'journal-exported', null, guard.identityOf(request));
      const found = find(query, LINES_EXPORTED + 1);
      const entries = found
        .slice(0, LINES_EXPORTED)
        .toReversed()
        .map((record) => ({ line: toJournalLine(record), by: record.by, fact: record.fact }));
      const wording = createWording(query.language, hub.state.settings.site.zone);
      const names = namesIn(hub.state, query.language);
      const csv = writeJournalCsv(entries, wording, names, found.length > LINES_EXPORTED);
      reply.header('content-disposition', `attachment; filename="${fileName(query)}"`);
      return reply.type('text/csv; charset=utf-8').send(csv);
    },
  );
}

function fileName({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }): string {
  return `motcua-journal-${from}-${to}.csv`;
}

/** Names as they are now; who is gone keeps the id. */
function namesIn(state: LiveState, language: Language): JournalNames {
  const person = (id: string) => state.people.get(id as PersonId)?.name ?? id;
  const device = (id: string) => state.devices.get(id as DeviceId)?.name ?? id;
  const { services, serviceGroups, queues, counters, priorityGroups } = state.settings.all();
  const named = [...services, ...serviceGroups, ...queues, ...counters, ...priorityGroups];
  const about: Record<JournalAbout['kind'], (id: string) => string> = {
    person,
    device,
    day: (id) => id,
    counter: (id) => String(counters.find((counter) => counter.id === id)?.number ?? id),
    setting: (id) => {
      const found = named.find((item) => item.id === id);
      return found === undefined ? id : inLanguage(found.name, language);
    },
  };
  return { person, device, about: ({ kind, id }) => about[kind](id) };
}
