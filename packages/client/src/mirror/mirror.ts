import {
  type Announcement,
  type Booking,
  type BookingId,
  CallHistory,
  type VisitorNotes,
  type CounterId,
  type CounterState,
  type Device,
  type DeviceId,
  type LocalDate,
  type Person,
  type PersonId,
  type PrintJob,
  type PrintJobId,
  type Settings,
  type Visit,
  type VisitId,
} from '@motcua/domain';
import type { HistoryLost, Loads, Missed, RefusedTicket, Seq } from '@motcua/protocol';

/** What this client knows of the hub: the snapshot, and every change since. Replaced, never edited. */
export interface Mirror {
  readonly seq: Seq;
  readonly today: LocalDate;
  readonly deviceId: DeviceId | null;
  readonly personId: PersonId | null;
  readonly loads: Loads;
  readonly settings: Settings;
  readonly visits: ReadonlyMap<VisitId, Visit>;
  readonly counters: ReadonlyMap<CounterId, CounterState>;
  /** Oldest call first, the latest 50 of today. */
  readonly announcements: readonly Announcement[];
  readonly printJobs: ReadonlyMap<PrintJobId, PrintJob>;
  readonly devices: ReadonlyMap<DeviceId, Device>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly care: ReadonlyMap<VisitId, VisitorNotes>;
  readonly bookings: ReadonlyMap<BookingId, Booking>;
  /** Classes that each counter called today, newest last. */
  readonly calls: CallHistory;
  /** Numbers of those who missed a call and are still awaited. */
  readonly missed: Missed;
  /** Null: the hub knows all that was given today. */
  readonly historyLost: HistoryLost | null;
  /** Tickets that kiosks reported and the hub does not accept, oldest first. */
  readonly refusedTickets: readonly RefusedTicket[];
}

/** A centre of which nothing is known but its settings and the day. */
export function emptyMirror(settings: Settings, today: LocalDate): Mirror {
  return {
    ...{ seq: 0, settings, today, deviceId: null, personId: null, loads: {} },
    visits: new Map(),
    counters: new Map(),
    announcements: [],
    printJobs: new Map(),
    devices: new Map(),
    people: new Map(),
    care: new Map(),
    bookings: new Map(),
    calls: CallHistory.empty,
    missed: [],
    historyLost: null,
    refusedTickets: [],
  };
}
