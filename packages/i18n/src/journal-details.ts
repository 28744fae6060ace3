import type { MessageKey, Translate } from './catalogue.ts';
import { vi } from './locales/vi.ts';

type ShownValue = string | number | boolean | null | readonly string[];

/** A changed field in the journal. */
interface Detail {
  readonly field: string;
  readonly before: ShownValue;
  readonly after: ShownValue;
}

/** The labels of the fields in their forms. */
const FIELDS: Readonly<Record<string, MessageKey>> = {
  'name': 'admin.field-name',
  'name.vi': 'admin.field-name',
  'name.en': 'admin.field-name',
  'name.de': 'admin.field-name',
  'active': 'journal.in-use',
  'order': 'admin.field-order',
  'icon': 'admin.field-icon',
  'groupId': 'admin.field-group',
  'queueId': 'admin.field-queue',
  'code': 'admin.field-code',
  'papers': 'admin.field-papers',
  'usual': 'admin.usual',
  'quick': 'admin.field-service-quick',
  'series.prefix': 'admin.field-prefix',
  'series.from': 'admin.field-from',
  'series.to': 'admin.field-to',
  'dailyQuota': 'admin.field-quota',
  'number': 'admin.field-counter-number',
  'queueIds': 'admin.field-queues',
  'ordered': 'admin.field-ordered',
  'atKiosk': 'admin.field-priority-at-kiosk',
  'sensitive': 'admin.field-priority-sensitive',
  'authority.vi': 'admin.field-authority',
  'authority.en': 'admin.field-authority',
  'authority.de': 'admin.field-authority',
  'place': 'admin.field-place',
  'zone': 'admin.field-zone',
  'hours.closedDays': 'admin.closed-day',
  'hours.specialDays': 'admin.special-day',
  'hours.week': 'admin.hours-week',
  'hours.week.0': 'admin.weekday-0',
  'hours.week.1': 'admin.weekday-1',
  'hours.week.2': 'admin.weekday-2',
  'hours.week.3': 'admin.weekday-3',
  'hours.week.4': 'admin.weekday-4',
  'hours.week.5': 'admin.weekday-5',
  'hours.week.6': 'admin.weekday-6',
  'rule.mode.type': 'admin.field-mode',
  'rule.mode.priority': 'admin.field-priority-turns',
  'rule.mode.normal': 'admin.field-normal-turns',
  'rule.mode.bonusMinutes': 'admin.field-bonus',
  'rule.maxWaitMinutes': 'admin.field-max-wait',
  'missed.calls': 'admin.rule-missedCalls',
  'missed.afterSeconds': 'admin.rule-missedSeconds',
  'missed.graceMinutes': 'admin.rule-graceMinutes',
  'missed.behind': 'admin.rule-behind',
  'bookings.offered': 'admin.rule-bookings',
  'bookings.slotMinutes': 'admin.rule-slotMinutes',
  'bookings.capacity': 'admin.rule-capacity',
  'bookings.earlyMinutes': 'admin.rule-earlyMinutes',
  'bookings.lateMinutes': 'admin.rule-lateMinutes',
  'bookings.daysAhead': 'admin.rule-daysAhead',
  'holdMinutes': 'admin.rule-holdMinutes',
  'lastTicketMinutes': 'admin.rule-lastTicketMinutes',
  // Of older versions.
  'offlineNumbers': 'journal.offline-numbers',
  'dayEnd': 'admin.rule-day-end',
  'estimates': 'admin.rule-estimates',
  'retentionDays': 'admin.rule-retentionDays',
  'announcements.repeat': 'admin.field-repeat',
  'announcements.chime': 'admin.field-chime',
  'announcements.reading': 'admin.field-reading',
  'announcements.inVisitorLanguage': 'admin.field-visitor-language',
  'followAddress': 'admin.field-follow',
  'longSlips': 'admin.field-long-slips',
  'results': 'admin.field-results',
  'alarms.noCounterMinutes': 'admin.rule-noCounterMinutes',
  'alarms.pausedMinutes': 'admin.rule-pausedMinutes',
  'alarms.parkedMinutes': 'admin.rule-parkedMinutes',
  'alarms.closingMinutes': 'admin.rule-closingMinutes',
  'backupAt': 'admin.field-backup-at',
  'backupsKept': 'admin.field-backups-kept',
  'standbyAddress': 'admin.field-standby',
  'login': 'common.login',
  'role': 'admin.field-role',
  'skills': 'admin.field-skills',
  'revoked': 'admin.revoked',
  'locked': 'admin.kiosk-locked',
  'training': 'admin.kiosk-training',
  'offlineLetter': 'journal.offline-letter',
  'historyLost.letters': 'journal.offline-letter',
  'ticketRefused.code': 'journal.cause',
  'condition.printer': 'journal.printer',
  'condition.printProof': 'journal.proof',
  'condition.sound': 'journal.sound',
  'counter.state': 'journal.state',
  'counter.reason': 'journal.pause',
  'counter.clerkId': 'admin.role-clerk',
  'announcement.state': 'journal.state',
  'announcement.failure': 'journal.cause',
  'printJob.state': 'journal.state',
  'printJob.fault': 'journal.cause',
  'printJob.resolution': 'journal.resolution',
  'booking.state': 'journal.state',
  'scopes': 'admin.key-scopes',
  'keyUse.count': 'journal.key-use-count',
};

/** The prefixes of the keys that translate a value. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'role': ['admin.role-', 'admin.device-'],
  'skills': ['admin.skills-'],
  'icon': ['admin.icon-', 'admin.priority-icon-'],
  'quick': ['admin.quick-'],
  'dayEnd': ['admin.day-end-'],
  'rule.mode.type': ['admin.mode-'],
  'announcements.reading': ['admin.reading-'],
  'ticketRefused.code': ['refusal.'],
  'condition.printer': ['admin.printer-'],
  'condition.printProof': ['journal.proof-'],
  'condition.sound': ['admin.sound-'],
  'counter.state': ['admin.counter-'],
  'counter.reason': ['admin.pause-'],
  'announcement.state': ['journal.announcement-'],
  'announcement.failure': ['counter.failure-'],
  'printJob.state': ['journal.print-'],
  'printJob.fault': ['counter.fault-'],
  'printJob.resolution': ['journal.resolution-'],
  'booking.state': ['journal.booking-'],
  'scopes': ['admin.key-scope-'],
};

/** Whether a field has a label. */
export function isNamedField(field: string): boolean {
  return Object.hasOwn(FIELDS, field);
}

/** "Chờ tối đa: 30 → 45": one field and its change; `nameOf` gives the names of ids. */
export function detailWords(
  { field, before, after }: Detail,
  t: Translate,
  nameOf: (id: string) => string,
): string {
  const key = FIELDS[field];
  const name = key === undefined ? field : t(key);
  const say = (value: ShownValue): string => {
    if (value === null) return '–';
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return value.length === 0 ? '–' : value.map(nameOf).join(', ');
    const known = (VALUES[field] ?? []).map((start) => start + value).find(isKey);
    return known === undefined ? nameOf(value) : t(known);
  };
  return before === null ? `${name}: ${say(after)}` : `${name}: ${say(before)} → ${say(after)}`;
}

function isKey(name: string): name is MessageKey {
  return Object.hasOwn(vi, name);
}
