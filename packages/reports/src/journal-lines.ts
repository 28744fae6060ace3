import { alarmTypeIn, type Instant, numberInAlarm } from '@motcua/domain';
import { detailsOf } from './journal-details.ts';
import type { By, ChangeOf, AccessEvent, Fact, FactType, Seq } from '@motcua/protocol';
import type { JournalKind, JournalLine as AnsweredLine } from '@motcua/protocol/http';

/** What happened, with its text in `journal.<what>`. */
export type JournalWhat =
  | Exclude<FactType, 'visit-changed' | 'door-noted'>
  | ChangeOf<'visit-changed'>['action']
  | AccessEvent;

/** One line of the journal, whose name is one of those that there are words for. */
export interface JournalLine extends AnsweredLine {
  readonly what: JournalWhat;
}
export type JournalAbout = NonNullable<JournalLine['about']>;

/** What is looked for together. */
export const FACTS_OF_KIND = {
  visits: ['ticket-issued', 'visit-changed', 'care-changed', 'booking-changed'],
  counters: ['counter-changed', 'day-closed', 'clock-confirmed'],
  equipment: [
    'print-job-changed',
    'announcement-changed',
    'device-changed',
    'history-lost',
    'ticket-refused',
  ],
  settings: [
    'setting-changed',
    'setting-removed',
    'person-changed',
    'table-imported',
    'dossiers-changed',
  ],
  door: ['door-noted'],
} as const satisfies Record<JournalKind, readonly FactType[]>;

interface Recorded {
  readonly seq: Seq;
  readonly at: Instant;
  readonly by: By;
  readonly address: string | null;
  readonly fact: Fact;
  readonly hash: string;
}

/** The line of a journal record; it contains no confidential data. */
export function toJournalLine({ seq, at, by, address, fact, hash }: Recorded): JournalLine {
  const { personId, deviceId, reason } = by;
  const common = { seq, at, personId, deviceId, address, reason, hash };
  return {
    ...common,
    what: whatOf(fact),
    number: numberOf(fact),
    about: aboutOf(fact),
    ...{ details: detailsOf(fact), job: jobOf(fact) },
  };
}

function whatOf(fact: Fact): JournalWhat {
  if (fact.type === 'visit-changed') return fact.action;
  return fact.type === 'door-noted' ? fact.event : fact.type;
}

function jobOf(fact: Fact): string | null {
  if (fact.type === 'announcement-changed') return fact.announcement.id;
  return fact.type === 'print-job-changed' ? fact.printJob.id : null;
}

function numberOf(fact: Fact): string | null {
  switch (fact.type) {
    case 'ticket-issued':
    case 'visit-changed':
      return fact.visit.ticket.number;
    case 'print-job-changed':
      return fact.printJob.number;
    case 'announcement-changed':
      return fact.announcement.number;
    case 'booking-changed':
      return fact.booking.code;
    case 'ticket-refused':
      return fact.number;
    case 'door-noted':
      return isAlarm(fact) ? numberInAlarm(fact.subject) : null;
    default:
      return null;
  }
}

const ABOUT_ACCESS: Partial<Record<AccessEvent, JournalAbout['kind']>> = {
  'key-used': 'day',
  'webhook-added': 'setting',
  'webhook-removed': 'setting',
};

function aboutOf(fact: Fact): JournalAbout | null {
  switch (fact.type) {
    case 'visit-changed':
      return fact.counterId === null ? null : { kind: 'counter', id: fact.counterId };
    case 'counter-changed':
      return { kind: 'counter', id: fact.counter.counterId };
    case 'person-changed':
      return { kind: 'person', id: fact.person.id };
    case 'device-changed':
      return { kind: 'device', id: fact.device.id };
    case 'setting-changed':
      return { kind: 'setting', id: fact.setting.value.id };
    case 'setting-removed':
      return { kind: 'setting', id: fact.id };
    case 'door-noted':
      if (isAlarm(fact)) return { kind: 'alarm', id: alarmTypeIn(fact.subject) ?? fact.subject };
      if (fact.subject === null) return null;
      return { kind: ABOUT_ACCESS[fact.event] ?? 'person', id: fact.subject };
    case 'day-closed':
    case 'history-lost':
    case 'ticket-refused':
      return { kind: 'day', id: fact.day };
    case 'clock-confirmed':
      return { kind: 'day', id: fact.to };
    default:
      return null;
  }
}

/** An acknowledged alarm; its id says which. */
function isAlarm(
  fact: Extract<Fact, { type: 'door-noted' }>,
): fact is typeof fact & { readonly subject: string } {
  return fact.event === 'alarm-acknowledged' && fact.subject !== null;
}
