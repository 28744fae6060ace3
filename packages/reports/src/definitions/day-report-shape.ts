import type {
  AnnouncementFailure,
  CounterId,
  Instant,
  LocalDate,
  LocalText,
  OpenSpan,
  Outcome,
  PauseReason,
  PrinterFault,
  PrintJob,
  PriorityGroupId,
  QueueId,
  Settings,
  ZoneClock,
} from '@motcua/domain';
import type { Spread } from '../statistics.ts';
import type { VisitRecord } from '../visit-record.ts';

/** One day of one centre. Plain data: times in ms, moments as instants, names in every language. */
export interface DayReport {
  readonly kind: 'day';
  readonly day: LocalDate;
  readonly zone: string;
  readonly madeAt: Instant;
  /** False while the day is open: open visits may still be served. */
  readonly dayClosed: boolean;
  /** The hours of that weekday; empty on a closed day. */
  readonly openHours: readonly OpenSpan[];
  readonly totals: DayTotals;
  readonly times: VisitTimes;
  readonly queues: readonly QueueFigures[];
  readonly hours: readonly HourFigures[];
  readonly counters: readonly CounterFigures[];
  readonly missed: MissedFigures;
  readonly held: HeldFigures;
  readonly priority: PriorityFigures;
  readonly bookings: BookingFigures;
  /** Null while too few have ended for a meaningful share. */
  readonly promises: PromiseFigures | null;
  readonly noShows: readonly NoShow[];
  readonly callsNotHeard: readonly CallNotHeard[];
  readonly slipsNotPrinted: readonly SlipNotPrinted[];
  /** The five longest, for explanation. */
  readonly longestWaits: readonly LongWait[];
}

/** `issued` plus `carriedOver` is the sum of all outcomes and of the open visits. */
export interface DayTotals {
  readonly issued: number;
  /** Visits that began on an earlier day and continued this morning. */
  readonly carriedOver: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Numbers without an outcome; left over once the day is closed. */
  readonly open: readonly string[];
  /** Those of them that continue the next day. */
  readonly rolledOver: readonly string[];
  /** Completed services; one visit may have several. */
  readonly services: number;
  readonly transfers: number;
  /** Calls made, audible or not, except those undone before they were spoken. */
  readonly announcements: number;
  /** Calls that ended before a display spoke them: all, on a day without a display. */
  readonly unspoken: number;
  readonly slips: number;
  /** Accepted by a printer that cannot confirm printing. */
  readonly slipsUnproved: number;
}

export interface VisitTimes {
  /** One per visit. */
  readonly waitingTime: Spread;
  /** One per visit that was waiting again after its first call. */
  readonly rewaitingTime: Spread;
  readonly walkingTime: Spread;
  /** One per step. */
  readonly servingTime: Spread;
}

/** Visits by the queue that issued the ticket, services and serving times by the queue of the step. */
export interface QueueFigures {
  readonly queueId: QueueId;
  readonly name: LocalText;
  readonly prefix: string;
  readonly issued: number;
  readonly carriedOver: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly open: number;
  readonly services: number;
  readonly waitingTime: Spread;
  readonly servingTime: Spread;
}

/** Visits by the local hour of their arrival, without those carried over. */
export interface HourFigures {
  readonly hour: number;
  readonly arrivals: number;
  readonly longestWait: number | null;
}

export interface CounterFigures {
  readonly counterId: CounterId;
  readonly number: number;
  readonly name: LocalText;
  /** Services completed here. */
  readonly served: number;
  /** One per step at this counter. */
  readonly servingTime: Spread;
  /** Open and not paused. */
  readonly openTime: number;
  readonly pausedTime: number;
  readonly pausedBy: Readonly<Record<PauseReason, number>>;
  /** Open, without a called or served visit. */
  readonly idleTime: number;
}

export interface MissedFigures {
  /** Visits that missed a call, whatever their outcome. */
  readonly visits: number;
  /** Those of them that the hub marked automatically after the last call. */
  readonly byHub: number;
  /** Visits that were reinstated. */
  readonly rejoined: readonly Rejoined[];
}

export interface Rejoined {
  readonly number: string;
  readonly queueId: QueueId;
  readonly rejoinedAt: Instant;
  /** The final outcome; null while it is open or was left over. */
  readonly outcome: Outcome | null;
}

/** Waiting time during which visitors held or postponed their place themselves. */
export interface HeldFigures {
  readonly visits: number;
  readonly time: number;
}

/** Counts only: no reason is linked to a number. */
export interface PriorityFigures {
  readonly visits: number;
  /** Where a reason was given; known when the day is closed. */
  readonly groups: readonly {
    readonly groupId: PriorityGroupId;
    readonly name: LocalText;
    readonly count: number;
  }[];
}

/** `made` for the day is the sum of `checkedIn`, `cancelled` and `notCome`. */
export interface BookingFigures {
  readonly made: number;
  readonly checkedIn: number;
  /** Those of them that came too late for their booked time to count. */
  readonly late: number;
  readonly cancelled: number;
  /** Until the day is closed, they may still come. */
  readonly notCome: number;
}

/** Waiting estimates, shown or not, whose end is known and was not caused by the visitor. */
export interface PromiseFigures {
  readonly known: number;
  readonly kept: number;
}

export interface NoShow {
  readonly number: string;
  readonly queueId: QueueId;
  readonly counterNumber: number | null;
  readonly calledAt: Instant;
  /** Calls and recalls. */
  readonly calls: number;
  /** The hub marked it automatically. */
  readonly byHub: boolean;
}

export interface CallNotHeard {
  readonly number: string;
  readonly counterNumber: number;
  readonly calledAt: Instant;
  /** `never-played`: no display reported the outcome. */
  readonly why: Exclude<AnnouncementFailure, 'withdrawn'> | 'never-played';
}

export interface SlipNotPrinted {
  readonly number: string;
  readonly askedAt: Instant;
  readonly fault: PrinterFault;
  readonly resolution: PrintJob['resolution'];
}

export interface LongWait {
  readonly number: string;
  readonly queueId: QueueId;
  readonly waitingTime: number;
  /** Waiting time after the first call; null: none. */
  readonly rewaitingTime: number | null;
  /** Both together. */
  readonly wholeWait: number;
  /** How much of the waiting time the visitor had held or postponed the place; null: none. */
  readonly heldTime: number | null;
  readonly arrivedAt: Instant;
  readonly calledAt: Instant;
  readonly counterNumber: number | null;
  readonly peopleAhead: number | null;
}

/** The input of the parts of a report. */
export interface DayMaterial {
  readonly visits: readonly VisitRecord[];
  readonly settings: Settings;
  readonly clock: ZoneClock;
}
