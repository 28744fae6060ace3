import { addDays, inLanguage } from '@motcua/domain';
import { isMessageKey, type Language, texts } from '@motcua/i18n';
import type { JournalPage, JournalQuery } from '@motcua/protocol/http';
import { createWording, type JournalAbout, FACTS_OF_KIND, toJournalLine } from '@motcua/reports';
import type { JournalNames } from '@motcua/reports/writers';
import type { JournalSearch } from '@motcua/store';
import type { ReadSource } from './read-source.ts';

const LINES_A_PAGE = 100;

/** A page of lines, newest first, as JSON. */
export function journalPage(source: ReadSource, query: JournalQuery): string {
  const { store } = source;
  const found = store.records.find({ ...searchOf(source, query), limit: LINES_A_PAGE + 1 });
  return JSON.stringify({
    lines: found.slice(0, LINES_A_PAGE).map(toJournalLine),
    isMore: found.length > LINES_A_PAGE,
    seal: store.journal.headHash(),
  } satisfies JournalPage);
}

/** All rows found, oldest first, as CSV in pieces. */
export async function* journalCsv(
  source: ReadSource,
  query: JournalQuery,
  language: Language,
): AsyncGenerator<string> {
  const { journalCsvRows } = await import('@motcua/reports/writers');
  const wording = createWording(language, source.state.settings.site.zone);
  yield* journalCsvRows(
    source.store.records.each(searchOf(source, query)),
    wording,
    namesIn(source, language),
  );
}

function searchOf(
  { store: { journal }, state: { settings } }: ReadSource,
  { from, to, personId, deviceId, number, kind, before }: JournalQuery,
): JournalSearch {
  const { clock } = settings;
  // One day more on each side, because of rows around midnight, or by a clock that was set back.
  const end = journal.firstSeqAfter(addDays(to, 1)) ?? Number.MAX_SAFE_INTEGER;
  return {
    from: clock.startOfDay(from),
    to: clock.startOfDay(addDays(to, 1)),
    personId,
    deviceId,
    number: number === '' ? undefined : number,
    types: kind === undefined ? undefined : FACTS_OF_KIND[kind],
    since: journal.firstSeqBefore(from) ?? undefined,
    before: Math.min(before ?? end, end),
  };
}

/** Names as they are now; a removed person or device keeps the id. */
function namesIn({ state }: ReadSource, language: Language): JournalNames {
  const person = (id: string) => state.people.get(id)?.name ?? id;
  const device = (id: string) => state.devices.get(id)?.name ?? id;
  const { services, serviceGroups, queues, counters, priorityGroups } = state.settings.all();
  const names = new Map(
    [...services, ...serviceGroups, ...queues, ...counters, ...priorityGroups].map((item) => [
      String(item.id),
      inLanguage(item.name, language),
    ]),
  );
  const numbers = new Map(counters.map(({ id, number }) => [String(id), String(number)]));
  const about: Record<JournalAbout['kind'], (id: string) => string> = {
    person,
    device,
    day: (id) => id,
    alarm: (id) => {
      const key = `alarm.${id}`;
      return isMessageKey(key) ? texts(language)(key) : id;
    },
    counter: (id) => numbers.get(id) ?? id,
    setting: (id) => names.get(id) ?? id,
  };
  const thing = (id: string) =>
    names.get(id) ?? state.people.get(id)?.name ?? state.devices.get(id)?.name ?? id;
  return { person, device, about: ({ kind, id }) => about[kind](id), thing };
}
