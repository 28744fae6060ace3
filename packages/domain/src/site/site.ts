import type { ResultRule } from '../dossier/step-result.ts';
import type { LocalText, SiteId } from '../ids.ts';
import type { OpeningHours } from './opening-hours.ts';

/** How a number is read aloud: `H021` as "hát hai mươi mốt" or as "hát không hai một". */
export type NumberReading = 'cardinal' | 'digits';

export type PriorityMode =
  | { readonly type: 'strict' }
  | { readonly type: 'interleaved'; readonly priority: number; readonly normal: number }
  | { readonly type: 'ageing'; readonly bonusMinutes: number };

/** What decides who is next. A visit that waited longer than `maxWaitMinutes` goes first in every mode. */
export interface QueueRule {
  readonly mode: PriorityMode;
  readonly maxWaitMinutes: number;
}

export interface AnnouncementSettings {
  /** How often one call is spoken, 1 to 3. */
  readonly repeat: number;
  readonly chime: boolean;
  readonly reading: NumberReading;
  /** Also speak in the language chosen at the kiosk, after the Vietnamese. */
  readonly inVisitorLanguage: boolean;
}

/** What happens to those who do not come when they are called. */
export interface MissedRule {
  /** Calls and recalls after which a visit counts as missed, 1 to 9. */
  readonly calls: number;
  /** How long after the last of them the hub marks it by itself. */
  readonly afterSeconds: number;
  /** How long a visitor who missed a call may come back to a place in line. */
  readonly graceMinutes: number;
  /** How many people go before them then, as far as a new ticket would have so many; 0: the place they had. */
  readonly behind: number;
}

export interface BookingRule {
  readonly offered: boolean;
  readonly slotMinutes: number;
  /** Bookings that one queue takes for one slot. */
  readonly capacity: number;
  /** How long before and after the booked time a booking still counts. */
  readonly earlyMinutes: number;
  readonly lateMinutes: number;
  readonly daysAhead: number;
}

/** What becomes of those who still wait at midnight. */
export const DAY_ENDS = ['close', 'roll-over'] as const;
export type DayEnd = (typeof DAY_ENDS)[number];

/** Figures are questioned within weeks; after two years single visits are needed no more. */
export const RETENTION_DAYS = { least: 7, most: 730 } as const;

/** The name of a centre before one is set. */
export const UNNAMED_CENTRE: LocalText = { vi: 'Trung tâm Phục vụ hành chính công' };

/** The rules of a centre that has not set any: a starting point, not a legal recommendation. */
export const USUAL_RULES = {
  missed: { calls: 3, afterSeconds: 60, graceMinutes: 30, behind: 3 },
  bookings: {
    offered: false,
    slotMinutes: 30,
    capacity: 2,
    earlyMinutes: 30,
    lateMinutes: 15,
    daysAhead: 14,
  },
  holdMinutes: 10,
  lastTicketMinutes: 0,
  dayEnd: 'close',
  estimates: true,
  retentionDays: 90,
} as const satisfies Partial<Site>;

/** When staff are alerted, in minutes. */
export interface AlarmRule {
  /** People wait in a queue that no open counter serves. */
  readonly noCounterMinutes: number;
  /** A counter is paused while people wait for it. */
  readonly pausedMinutes: number;
  /** A visitor is set aside at a counter. */
  readonly parkedMinutes: number;
  /** Before closing, for visits that are still to be called. */
  readonly closingMinutes: number;
}

export const USUAL_ALARM_RULE: AlarmRule = {
  noCounterMinutes: 5,
  pausedMinutes: 20,
  parkedMinutes: 30,
  closingMinutes: 15,
};

/** One centre with its own hub and numbers. */
export interface Site {
  readonly id: SiteId;
  /** The centre: "Trung tâm Phục vụ hành chính công". */
  readonly name: LocalText;
  /** The authority above it: "UBND xã Kim Bôi". */
  readonly authority: LocalText;
  /** Where reports are signed: "Kim Bôi". */
  readonly place: string;
  /** IANA zone; decides the local day. */
  readonly zone: string;
  readonly hours: OpeningHours;
  readonly rule: QueueRule;
  readonly missed: MissedRule;
  readonly bookings: BookingRule;
  /** "Hold my place" at the kiosk; 0: not offered. */
  readonly holdMinutes: number;
  /** How long before each closing the last number is given; 0: until it closes. */
  readonly lastTicketMinutes: number;
  readonly dayEnd: DayEnd;
  /** Whether visitors are told how long the wait will be, while that has proved true. */
  readonly estimates: boolean;
  /** How long single visits stay in the journal; afterwards only the figures of the day remain. */
  readonly retentionDays: number;
  readonly announcements: AnnouncementSettings;
  /** Address in the slip's QR code, completed with the visit's id; null: the code says the number itself. */
  readonly followAddress: string | null;
  /** Also the papers to bring on the slip, which takes twice the paper; absent: the short one. */
  readonly longSlips?: boolean;
  /** Whether counters record what was done; absent: the usual rule. */
  readonly results?: ResultRule;
  /** Absent: the usual rule. */
  readonly alarms?: AlarmRule;
}
