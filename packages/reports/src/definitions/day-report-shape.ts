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
  readonly noShows: readonly NoShow[];
  readonly callsNotHeard: readonly CallNotHeard[];
  readonly slipsNotPrinted: readonly SlipNotPrinted[];
  /** The five longest, so that each can be explained. */
  readonly longestWaits: readonly LongWait[];
}

/** `issued` is the sum of all outcomes and of what is open. */
export interface DayTotals {
  readonly issued: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Numbers without an outcome; left over once the day is closed. */
  readonly open: readonly string[];
  readonly transfers: number;
  readonly announcements: number;
  readonly slips: number;
}

export interface VisitTimes {
  readonly waitingTime: Spread;
  readonly walkingTime: Spread;
  readonly servingTime: Spread;
}

/** Visits by the queue for which the ticket was issued. */
export interface QueueFigures {
  readonly queueId: QueueId;
  readonly name: LocalText;
  readonly prefix: string;
  readonly issued: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly open: number;
  readonly waitingTime: Spread;
  readonly servingTime: Spread;
}

/** Visits by the local hour of their arrival. */
export interface HourFigures {
  readonly hour: number;
  readonly arrivals: number;
  readonly longestWait: number | null;
}

export interface CounterFigures {
  readonly counterId: CounterId;
  readonly number: number;
  readonly name: LocalText;
  readonly served: number;
  readonly servingTime: Spread;
  /** Open and not paused. */
  readonly openTime: number;
  readonly pausedTime: number;
  readonly pausedBy: Readonly<Record<PauseReason, number>>;
  /** Open, with nobody called or served. */
  readonly idleTime: number;
}

export interface NoShow {
  readonly number: string;
  readonly queueId: QueueId;
  readonly counterNumber: number | null;
  readonly calledAt: Instant;
  /** Calls and recalls. */
  readonly calls: number;
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
