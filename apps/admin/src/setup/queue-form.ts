import {
  formatTicketNumber,
  PREFIX_PATTERN,
  prefixesClash,
  seriesOverlap,
  type LocalText,
  type Queue,
  type QueueId,
} from '@motcua/domain';
import {
  NO_TEXT,
  numberProblem,
  textProblem,
  tidyText,
  wholeNumber,
} from '../forms/text-fields.ts';
import { problemsOf, type Problems, type Words } from '../forms/words.ts';

/** A queue as it is typed. */
export interface QueueForm {
  readonly name: LocalText;
  readonly prefix: string;
  readonly from: string;
  readonly to: string;
  readonly active: boolean;
  /** Empty: as many as the range of numbers has. */
  readonly dailyQuota: string;
}

const MIN_NUMBER = 1;
const MAX_NUMBER = 9999;

export const NEW_QUEUE: QueueForm = {
  name: NO_TEXT,
  prefix: '',
  from: '1',
  to: '999',
  active: true,
  dailyQuota: '',
};

export function toQueueForm({ name, series, active, dailyQuota }: Queue): QueueForm {
  const { prefix, from, to } = series;
  return {
    name,
    prefix,
    from: String(from),
    to: String(to),
    active,
    dailyQuota: dailyQuota === null ? '' : String(dailyQuota),
  };
}

export function toQueue(id: QueueId, form: QueueForm): Queue {
  const { name, prefix, from, to, active } = form;
  const series = { prefix: tidyPrefix(prefix), from: Number(from), to: Number(to) };
  const quota = form.dailyQuota.trim();
  const dailyQuota = quota === '' ? null : Number(quota);
  return { id, name: tidyText(name), series, active, dailyQuota };
}

/** A range that could print another queue's number is refused by that queue's name. */
export function checkQueue(id: QueueId, form: QueueForm, queues: readonly Queue[]): Problems {
  return problemsOf({
    name: textProblem(form.name),
    prefix: prefixProblem(id, form, queues),
    from: numberProblem(form.from, MIN_NUMBER, MAX_NUMBER),
    to: numberProblem(form.to, MIN_NUMBER, MAX_NUMBER) ?? rangeProblem(id, form, queues),
    dailyQuota:
      form.dailyQuota.trim() === '' ? null : numberProblem(form.dailyQuota, 0, MAX_NUMBER),
  });
}

/** The first and the last number of a day, `H001` and `H999`; null while they are not known. */
export function numbersOf({ prefix, from, to }: QueueForm): readonly [string, string] | null {
  const [first, last] = [
    wholeNumber(from, MIN_NUMBER, MAX_NUMBER),
    wholeNumber(to, MIN_NUMBER, MAX_NUMBER),
  ];
  if (first === null || last === null || first > last) return null;
  const series = { prefix: tidyPrefix(prefix), from: first, to: last };
  return [formatTicketNumber(series, first), formatTicketNumber(series, last)];
}

/** Letters that would read like another queue's number with a kiosk's letter are refused by that queue's name. */
function prefixProblem(id: QueueId, form: QueueForm, queues: readonly Queue[]): Words | null {
  const prefix = tidyPrefix(form.prefix);
  if (!PREFIX_PATTERN.test(prefix)) return { key: 'admin.problem-prefix' };
  if (queues.some((queue) => queue.id === id && queue.series.prefix === prefix)) return null;
  const other = queues.find(
    (queue) => queue.id !== id && prefixesClash(queue.series.prefix, prefix),
  );
  if (other === undefined) return null;
  return { key: 'refusal.number-prefix-clashes', params: { queue: other.name.vi } };
}

function rangeProblem(id: QueueId, form: QueueForm, queues: readonly Queue[]): Words | null {
  const { series } = toQueue(id, form);
  if (series.from > series.to) return { key: 'admin.problem-range' };
  const other = queues.find((queue) => queue.id !== id && seriesOverlap(queue.series, series));
  if (other === undefined) return null;
  return { key: 'refusal.number-range-overlaps', params: { queue: other.name.vi } };
}

/** As it is stored: capitals, composed. */
export function tidyPrefix(prefix: string): string {
  return prefix.normalize('NFC').trim().toLocaleUpperCase('vi');
}
