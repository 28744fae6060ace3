import type { DayEnd, Site } from '@motcua/domain';
import { numberProblem } from '../forms/text-fields.ts';
import { problemsOf, type Problems } from '../forms/words.ts';

/** What the hub takes for each number. */
export const RULE_BOUNDS = {
  missedCalls: [1, 9],
  missedSeconds: [10, 600],
  graceMinutes: [0, 600],
  behind: [0, 50],
  holdMinutes: [0, 60],
  lastTicketMinutes: [0, 240],
  offlineNumbers: [0, 200],
  slotMinutes: [5, 240],
  capacity: [1, 50],
  earlyMinutes: [0, 240],
  lateMinutes: [0, 240],
  daysAhead: [0, 90],
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
  readonly bookingsOffered: boolean;
  readonly estimates: boolean;
  readonly dayEnd: DayEnd;
}

export function toRulesForm(site: Site): RulesForm {
  const { missed, bookings, holdMinutes, lastTicketMinutes, offlineNumbers, dayEnd, estimates } =
    site;
  return {
    missedCalls: String(missed.calls),
    missedSeconds: String(missed.afterSeconds),
    graceMinutes: String(missed.graceMinutes),
    behind: String(missed.behind),
    holdMinutes: String(holdMinutes),
    lastTicketMinutes: String(lastTicketMinutes),
    offlineNumbers: String(offlineNumbers),
    bookingsOffered: bookings.offered,
    slotMinutes: String(bookings.slotMinutes),
    capacity: String(bookings.capacity),
    earlyMinutes: String(bookings.earlyMinutes),
    lateMinutes: String(bookings.lateMinutes),
    daysAhead: String(bookings.daysAhead),
    dayEnd,
    estimates,
  };
}

/** The site with what the form says, and with everything else as the hub has it now. */
export function withRules(site: Site, form: RulesForm): Site {
  return {
    ...site,
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
    offlineNumbers: Number(form.offlineNumbers),
    dayEnd: form.dayEnd,
    estimates: form.estimates,
  };
}

/** Looks at the numbers of bookings only while bookings are offered. */
export function checkRules(form: RulesForm): Problems {
  const looked = RULE_NUMBERS.filter((name) => form.bookingsOffered || !BOOKING_NUMBERS.has(name));
  return problemsOf(
    Object.fromEntries(
      looked.map((name) => {
        const [least, most] = RULE_BOUNDS[name];
        return [name, numberProblem(form[name], least, most)];
      }),
    ),
  );
}
