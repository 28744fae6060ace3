import type {
  Announcement,
  Booking,
  BookingId,
  CallHistory,
  Care,
  CounterId,
  CounterState,
  Device,
  DeviceId,
  LocalDate,
  Person,
  PersonId,
  PrintJob,
  PrintJobId,
  Settings,
  Visit,
  VisitId,
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
  readonly care: ReadonlyMap<VisitId, Care>;
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
