import type { DeviceId, Instant, LocalDate, PersonId } from '@motcua/domain';
import { fieldOf, flag, list, number, oneOf, orNull, type Reader, text } from './read-answer.ts';

/** What is looked for in the journal; days are local, both included. */
export interface JournalSearch {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly personId: PersonId | null;
  readonly deviceId: DeviceId | null;
  readonly number: string;
  readonly kind: JournalKind | null;
}

export const JOURNAL_KINDS = ['visits', 'counters', 'equipment', 'settings', 'door'] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

const ABOUT = ['counter', 'person', 'device', 'setting', 'day'] as const;

type ShownValue = string | number | boolean | null | readonly string[];

/** One field that another value was given. */
export interface JournalDetail {
  readonly field: string;
  readonly before: ShownValue;
  readonly after: ShownValue;
}

export interface JournalLine {
  readonly seq: number;
  readonly at: Instant;
  readonly personId: string | null;
  readonly deviceId: string | null;
  readonly address: string | null;
  readonly reason: string | null;
  /** Its words are `journal.<what>`. */
  readonly what: string;
  readonly number: string | null;
  readonly details: readonly JournalDetail[];
  /** The announcement or print job that several lines tell of. */
  readonly job: string | null;
  readonly about: { readonly kind: (typeof ABOUT)[number]; readonly id: string } | null;
}

export interface JournalPage {
  /** Newest first. */
  readonly lines: readonly JournalLine[];
  readonly isMore: boolean;
  readonly seal: string;
}

const shownValue: Reader<ShownValue> = (value) => {
  if (Array.isArray(value)) return list(text)(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  return text(value);
};

const lineOf: Reader<JournalLine> = (value) => ({
  seq: fieldOf(value, 'seq', number),
  at: fieldOf(value, 'at', number) as Instant,
  personId: fieldOf(value, 'personId', orNull(text)),
  deviceId: fieldOf(value, 'deviceId', orNull(text)),
  address: fieldOf(value, 'address', orNull(text)),
  reason: fieldOf(value, 'reason', orNull(text)),
  what: fieldOf(value, 'what', text),
  number: fieldOf(value, 'number', orNull(text)),
  job: fieldOf(value, 'job', orNull(text)),
  details: fieldOf(
    value,
    'details',
    list((detail) => ({
      field: fieldOf(detail, 'field', text),
      before: fieldOf(detail, 'before', shownValue),
      after: fieldOf(detail, 'after', shownValue),
    })),
  ),
  about: fieldOf(
    value,
    'about',
    orNull((about) => ({
      kind: fieldOf(about, 'kind', oneOf(ABOUT)),
      id: fieldOf(about, 'id', text),
    })),
  ),
});

export const journalPage: Reader<JournalPage> = (value) => ({
  lines: fieldOf(value, 'lines', list(lineOf)),
  isMore: fieldOf(value, 'isMore', flag),
  seal: fieldOf(value, 'seal', text),
});

/** The search as the hub's address takes it; what is not asked is left out. */
export function journalQuery(
  { from, to, personId, deviceId, number: typed, kind }: JournalSearch,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ from, to, ...more });
  if (personId !== null) query.set('personId', personId);
  if (deviceId !== null) query.set('deviceId', deviceId);
  if (typed.trim() !== '') query.set('number', typed.trim());
  if (kind !== null) query.set('kind', kind);
  return query.toString();
}
