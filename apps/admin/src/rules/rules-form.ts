import {
  type AlarmRule,
  alarmRuleOf,
  type DayEnd,
  type PriorityMode,
  RETENTION_DAYS,
  sameValue,
  type Site,
  USUAL_ALARM_RULE,
} from '@motcua/domain';
import { numberProblem } from '../forms/text-fields.ts';
import { problemsOf, type Problems } from '../forms/words.ts';

/** The bounds that the hub accepts for each number. */
export const RULE_BOUNDS = {
  priority: [1, 20],
  normal: [1, 20],
  bonusMinutes: [1, 480],
  maxWaitMinutes: [1, 600],
  missedCalls: [1, 9],
  missedSeconds: [10, 600],
  graceMinutes: [0, 600],
  behind: [0, 50],
  holdMinutes: [0, 60],
  lastTicketMinutes: [0, 240],
  slotMinutes: [5, 240],
  capacity: [1, 50],
  earlyMinutes: [0, 240],
  lateMinutes: [0, 240],
  daysAhead: [0, 90],
  noCounterMinutes: [0, 240],
  pausedMinutes: [1, 240],
  parkedMinutes: [1, 240],
  closingMinutes: [0, 240],
  retentionDays: [RETENTION_DAYS.least, RETENTION_DAYS.most],
} as const satisfies Record<string, readonly [number, number]>;

export type RuleNumber = keyof typeof RULE_BOUNDS;
const RULE_NUMBERS = Object.keys(RULE_BOUNDS) as readonly RuleNumber[];
const BOOKING_NUMBERS: ReadonlySet<RuleNumber> = new Set([
  'slotMinutes',
  'capacity',
  'earlyMinutes',
  'lateMinutes',
  'daysAhead',
]);

/** The rules of the centre as they are typed. */
export interface RulesForm extends Readonly<Record<RuleNumber, string>> {
  readonly mode: PriorityMode['type'];
  readonly bookingsOffered: boolean;
  readonly estimates: boolean;
  readonly dayEnd: DayEnd;
}

/** Numbers of the modes that are not chosen are proposals. */
export function toRulesForm(site: Site): RulesForm {
  const { mode, maxWaitMinutes } = site.rule;
  const turns = mode.type === 'interleaved' ? mode : { priority: 1, normal: 2 };
  const bonus = mode.type === 'ageing' ? mode.bonusMinutes : 15;
  const alarms = alarmRuleOf(site);
  const { missed, bookings, holdMinutes, lastTicketMinutes, dayEnd, estimates } = site;
  return {
    mode: mode.type,
    priority: String(turns.priority),
    normal: String(turns.normal),
    bonusMinutes: String(bonus),
    maxWaitMinutes: String(maxWaitMinutes),
    missedCalls: String(missed.calls),
    missedSeconds: String(missed.afterSeconds),
    graceMinutes: String(missed.graceMinutes),
    behind: String(missed.behind),
    holdMinutes: String(holdMinutes),
    lastTicketMinutes: String(lastTicketMinutes),
    bookingsOffered: bookings.offered,
    slotMinutes: String(bookings.slotMinutes),
    capacity: String(bookings.capacity),
    earlyMinutes: String(bookings.earlyMinutes),
    lateMinutes: String(bookings.lateMinutes),
    daysAhead: String(bookings.daysAhead),
    noCounterMinutes: String(alarms.noCounterMinutes),
    pausedMinutes: String(alarms.pausedMinutes),
    parkedMinutes: String(alarms.parkedMinutes),
    closingMinutes: String(alarms.closingMinutes),
    retentionDays: String(site.retentionDays),
    dayEnd,
    estimates,
  };
}

/** The site with the values of the form, and everything else as the hub has it now. */
export function withRules(site: Site, form: RulesForm): Site {
  const alarms: AlarmRule = {
    noCounterMinutes: Number(form.noCounterMinutes),
    pausedMinutes: Number(form.pausedMinutes),
    parkedMinutes: Number(form.parkedMinutes),
    closingMinutes: Number(form.closingMinutes),
  };
  return {
    ...site,
    rule: { mode: toMode(form), maxWaitMinutes: Number(form.maxWaitMinutes) },
    missed: {
      calls: Number(form.missedCalls),
      afterSeconds: Number(form.missedSeconds),
      graceMinutes: Number(form.graceMinutes),
      behind: Number(form.behind),
    },
    bookings: form.bookingsOffered
      ? {
          offered: true,
          slotMinutes: Number(form.slotMinutes),
          capacity: Number(form.capacity),
          earlyMinutes: Number(form.earlyMinutes),
          lateMinutes: Number(form.lateMinutes),
          daysAhead: Number(form.daysAhead),
        }
      : { ...site.bookings, offered: false },
    holdMinutes: Number(form.holdMinutes),
    lastTicketMinutes: Number(form.lastTicketMinutes),
    ...(site.alarms === undefined && sameValue(alarms, USUAL_ALARM_RULE) ? {} : { alarms }),
    retentionDays: Number(form.retentionDays),
    dayEnd: form.dayEnd,
    estimates: form.estimates,
  };
}

/** Checks the numbers of a mode only while it is chosen, and of bookings only while they are offered. */
export function checkRules(form: RulesForm): Problems {
  const checked = RULE_NUMBERS.filter((name) => counts(name, form));
  return problemsOf(
    Object.fromEntries(
      checked.map((name) => {
        const [least, most] = RULE_BOUNDS[name];
        return [name, numberProblem(form[name], least, most)];
      }),
    ),
  );
}

function counts(name: RuleNumber, { mode, bookingsOffered }: RulesForm): boolean {
  if (name === 'priority' || name === 'normal') return mode === 'interleaved';
  if (name === 'bonusMinutes') return mode === 'ageing';
  return bookingsOffered || !BOOKING_NUMBERS.has(name);
}

function toMode({ mode, priority, normal, bonusMinutes }: RulesForm): PriorityMode {
  switch (mode) {
    case 'strict':
      return { type: 'strict' };
    case 'interleaved':
      return { type: 'interleaved', priority: Number(priority), normal: Number(normal) };
    case 'ageing':
      return { type: 'ageing', bonusMinutes: Number(bonusMinutes) };
    default:
      return mode satisfies never;
  }
}
