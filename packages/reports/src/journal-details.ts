import type { Person } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import type { JournalDetail, ShownValue } from '@motcua/protocol/http';

/** The details of a fact: which fields changed, from what to what, or the state that was reached. */
export function detailsOf(fact: Fact): readonly JournalDetail[] {
  switch (fact.type) {
    case 'setting-changed':
      return fact.before === undefined ? [] : changedFields(fact.before, fact.setting.value);
    case 'setting-removed':
      return fact.before === undefined
        ? []
        : changedFields(fact.before, null).filter(({ field }) => NAMING.has(field));
    case 'person-changed':
      return fact.before === undefined
        ? []
        : changedFields(withSkills(fact.before), withSkills(fact.person));
    case 'device-changed':
      return fact.before === undefined ? [] : changedFields(fact.before, fact.device);
    case 'counter-changed': {
      const { counter } = fact;
      return [
        reached('counter.state', counter.state),
        ...(counter.state === 'paused' ? [reached('counter.reason', counter.reason)] : []),
        ...(counter.state === 'closed' ? [] : [reached('counter.clerkId', counter.clerkId)]),
      ];
    }
    case 'announcement-changed': {
      const { state, failure } = fact.announcement;
      return [
        reached('announcement.state', state),
        ...(failure === null ? [] : [reached('announcement.failure', failure)]),
      ];
    }
    case 'print-job-changed': {
      const { state, proof, fault, resolution } = fact.printJob;
      return [
        // Claims no more proof of printing than there is.
        reached('printJob.state', proof === null ? state : `${state}-${proof}`),
        ...(fault === null ? [] : [reached('printJob.fault', fault)]),
        ...(resolution === null ? [] : [reached('printJob.resolution', resolution)]),
      ];
    }
    case 'history-lost':
      return fact.letters === null ? [] : [reached('historyLost.letters', fact.letters)];
    case 'ticket-refused':
      return [reached('ticketRefused.code', fact.code)];
    case 'door-noted':
      return fact.count === undefined
        ? []
        : [{ field: 'keyUse.count', before: null, after: fact.count }];
    case 'booking-changed':
      return [reached('booking.state', fact.booking.state)];
    case 'visit-changed':
      return fact.action === 'transfer' || fact.action === 'go-on'
        ? [reached('queueId', fact.visit.queueId)]
        : [];
    default:
      return [];
  }
}

/** No list of queues means all of them, and is shown as such, because it grants rights. */
function withSkills(person: Person | null): object | null {
  return person === null ? null : { ...person, skills: person.skills ?? 'all' };
}

/** What something was called that no longer exists. */
const NAMING: ReadonlySet<string> = new Set(['name.vi', 'number']);

function reached(field: string, after: string): JournalDetail {
  return { field, before: null, after };
}

/**
 * The fields in which the two differ, in the order of the object; null is an object that does not exist. A field that
 * was empty in one that existed is an empty list, so that what it was is shown as well.
 */
export function changedFields(
  before: object | null,
  after: object | null,
): readonly JournalDetail[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field): readonly JournalDetail[] => {
    const [old, now] = [was.get(field) ?? (before === null ? null : []), is.get(field) ?? null];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    if (!isList(old) || !isList(now) || old.length === 0)
      return [{ field, before: old, after: now }];
    const [gone, came] = [without(old, now), without(now, old)];
    // The same items in another order.
    return gone.length + came.length === 0
      ? [{ field, before: old, after: now }]
      : [{ field, before: gone, after: came }];
  });
}

const isList = (value: ShownValue): value is readonly string[] => Array.isArray(value);
const without = (list: readonly string[], others: readonly string[]) =>
  list.filter((item) => !others.includes(item));

/** The values in an object by path, without its own id and empty values. */
function fieldsOf(thing: object | null): ReadonlyMap<string, ShownValue> {
  const fields = new Map<string, ShownValue>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value) && !value.some((item) => Array.isArray(item))) {
      if (value.length > 0) fields.set(path, value.map(itemWords));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`);
    } else if (isShown(value)) fields.set(path, value);
  };
  for (const [key, value] of Object.entries(thing ?? {})) if (!SILENT.has(key)) walk(value, key);
  return fields;
}

/** The line shows name and time already. */
const SILENT: ReadonlySet<string> = new Set(['id', 'pairedAt']);

function isShown(value: unknown): value is string | number | boolean {
  if (typeof value === 'string') return value !== '';
  return typeof value === 'number' || typeof value === 'boolean';
}

/** One item of a list on a line: a span of time, a day with its hours and reason, a text, an id. */
function itemWords(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const part = new Map<string, unknown>(Object.entries(item));
  const text = (key: string) => {
    const value = part.get(key);
    return typeof value === 'string' ? value : '';
  };
  if (part.has('from') && part.has('to')) return `${text('from')}–${text('to')}`;
  if (part.has('vi')) return text('vi');
  const spans = part.get('spans');
  const hours = Array.isArray(spans) ? spans.map(itemWords).join(' ') : '';
  const reason = part.has('reason') ? itemWords(part.get('reason')) : '';
  return [text('date'), hours, reason].filter((words) => words !== '').join(' ');
}
