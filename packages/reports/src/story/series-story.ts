import { parseTicketNumber, type Settings, type Visit } from '@motcua/domain';
import type { Change } from '@motcua/protocol';
import type { SeriesStory } from '@motcua/protocol/http';

/** Marks the number of a ticket for practice. */
const MARK = /^[^\p{Lu}\d]*/u;

/** Why a number of a day is the one it is: what was given of its series. */
export function seriesStory(
  { ticket, queueId }: Pick<Visit, 'ticket' | 'queueId'>,
  changes: readonly Change[],
  { queues }: Pick<Settings, 'queues'>,
): SeriesStory {
  const own = partsOf(ticket.number);
  const queue = queues.find(({ id }) => id === queueId);
  const isPlain = queue === undefined || queue.series.prefix === own.prefix;
  const from = isPlain ? (queue?.series.from ?? 1) : 1;
  const given = new Map<number, boolean>();
  let practised = 0;
  let isBefore = true;
  for (const change of changes) {
    if (change.type !== 'ticket-issued' && change.type !== 'visit-changed') continue;
    const { visit } = change;
    const { prefix, value } = partsOf(visit.ticket.number);
    const isPractice = visit.training && prefix.replace(MARK, '') === own.prefix;
    if (change.type === 'ticket-issued' && isPractice && isBefore) practised += 1;
    if (visit.ticket.number === ticket.number) isBefore = false;
    if (prefix !== own.prefix || value >= own.value || value < from) continue;
    given.set(value, visit.state === 'closed' && visit.outcome === 'withdrawn');
  }
  const takenBack = [...given.values()].filter((is) => is).length;
  const notGiven = Math.max(0, own.value - from - given.size);
  return { ...own, from, given: given.size, takenBack, notGiven, practised };
}

function partsOf(number: string): { readonly prefix: string; readonly value: number } {
  const mark = MARK.exec(number)?.[0] ?? '';
  const parts = parseTicketNumber(number.slice(mark.length));
  return { prefix: mark + (parts?.letters ?? ''), value: parts?.value ?? 0 };
}
