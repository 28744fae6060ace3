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
  /** False while the day goes on: what is open may still be served. */
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
  /** Null while too few ended to speak of a share. */
  readonly promises: PromiseFigures | null;
  readonly noShows: readonly NoShow[];
  readonly callsNotHeard: readonly CallNotHeard[];
  readonly slipsNotPrinted: readonly SlipNotPrinted[];
  /** The five longest, so that each can be explained. */
  readonly longestWaits: readonly LongWait[];
}

/** `issued` and `carriedOver` together are the sum of all outcomes and of what is open. */
export interface DayTotals {
  readonly issued: number;
  /** Visits that began on a day before and went on this morning. */
  readonly carriedOver: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Numbers without an outcome; left over once the day is closed. */
  readonly open: readonly string[];
  /** Those of them that go on the next day. */
  readonly rolledOver: readonly string[];
  /** Brought to their end; one visit may have several. */
  readonly services: number;
  readonly transfers: number;
  /** Calls that were made, heard or not; those that were taken back before do not count. */
  readonly announcements: number;
  /** Those of them that were over before a display spoke them: all, on a day without a display. */
  readonly unspoken: number;
  readonly slips: number;
  /** Of them those that the printer took and never answered about. */
  readonly slipsUnproved: number;
}

export interface VisitTimes {
  /** One a visit. */
  readonly waitingTime: Spread;
  /** One a visit that was in line again after its first call. */
  readonly rewaitingTime: Spread;
  readonly walkingTime: Spread;
  /** One a step. */
  readonly servingTime: Spread;
}

/** Visits by the queue for which the ticket was issued, services and serving times by the queue of the step. */
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

/** Visits by the local hour of their arrival, without those of a day before. */
export interface HourFigures {
  readonly hour: number;
  readonly arrivals: number;
  readonly longestWait: number | null;
}

export interface CounterFigures {
  readonly counterId: CounterId;
  readonly number: number;
  readonly name: LocalText;
  /** Services that ended here. */
  readonly served: number;
  /** What each step took here. */
  readonly servingTime: Spread;
  /** Open and not paused. */
  readonly openTime: number;
  readonly pausedTime: number;
  readonly pausedBy: Readonly<Record<PauseReason, number>>;
  /** Open, with nobody called or served. */
  readonly idleTime: number;
}

export interface MissedFigures {
  /** Visits whose visitor did not come to a call, whatever became of them. */
  readonly visits: number;
  /** Those of them that the hub marked by itself after the last call. */
  readonly byHub: number;
  /** Whoever came back to the line. */
  readonly rejoined: readonly Rejoined[];
}

export interface Rejoined {
  readonly number: string;
  readonly queueId: QueueId;
  readonly rejoinedAt: Instant;
  /** In the end; null while it is open or was left over. */
  readonly outcome: Outcome | null;
}

/** Waiting time in which visitors had held or postponed their place themselves. */
export interface HeldFigures {
  readonly visits: number;
  readonly time: number;
}

/** Counts alone: no reason stands beside a number. */
export interface PriorityFigures {
  readonly visits: number;
  /** As far as a reason was given; known when the day is closed. */
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

/** Estimates of the waiting time, told or not, whose end is known and was not the visitor's own doing. */
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
  /** The hub marked it by itself. */
  readonly byHub: boolean;
}

export interface CallNotHeard {
  readonly number: string;
  readonly counterNumber: number;
  readonly calledAt: Instant;
  /** `never-played`: no display ever told what became of it. */
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
  /** In line again after its first call; null: never. */
  readonly rewaitingTime: number | null;
  /** Both together. */
  readonly wholeWait: number;
  /** How much of the waiting time the visitor had held or postponed the place; null when nothing of it. */
  readonly heldTime: number | null;
  readonly arrivedAt: Instant;
  readonly calledAt: Instant;
  readonly counterNumber: number | null;
  readonly peopleAhead: number | null;
}

/** What the parts of a report are computed from. */
export interface DayMaterial {
  readonly visits: readonly VisitRecord[];
  readonly settings: Settings;
  readonly clock: ZoneClock;
}
