import {
  assertNever,
  type Announcement,
  type CounterId,
  type CounterState,
  type Instant,
  type LocalDate,
  type PrintJob,
  type VisitId,
} from '@motcua/domain';
import type { Change, ChangeOf } from '@motcua/protocol';
import type { VisitRecord } from './visit-record.ts';
import { type ClosedDay, VisitStays } from './visit-stays.ts';

/** The state of a counter from `from` on, until the next begins; null: not ended. */
export interface CounterInterval {
  readonly counter: CounterState;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Everything a report is computed from. */
export interface JournalRecords {
  /** In the order in which the tickets were issued; a visit that was carried over has one per day. */
  readonly visits: readonly VisitRecord[];
  readonly counters: ReadonlyMap<CounterId, readonly CounterInterval[]>;
  /** Their final state. */
  readonly announcements: readonly Announcement[];
  readonly printJobs: readonly PrintJob[];
  readonly closedDays: ReadonlyMap<LocalDate, ClosedDay>;
}

/** One record per visit and day, computed from the journal only. Takes changes in order of seq. */
export function intervalsOf(changes: Iterable<Change>): readonly VisitRecord[] {
  return recordsOf(changes).visits;
}

/** The journal, read once in order. Training is left out. */
export function recordsOf(changes: Iterable<Change>): JournalRecords {
  const stays = new VisitStays();
  const counters = new Map<CounterId, CounterInterval[]>();
  const announcements = new Map<string, Announcement>();
  const printJobs = new Map<string, PrintJob>();
  const closedDays = new Map<LocalDate, ClosedDay>();

  for (const change of changes) {
    switch (change.type) {
      case 'ticket-issued':
        stays.issue(change);
        if (change.printJob !== null) printJobs.set(change.printJob.id, change.printJob);
        break;
      case 'visit-changed':
        stays.change(change);
        break;
      case 'counter-changed':
        addInterval(counters, change);
        break;
      case 'announcement-changed':
        announcements.set(change.announcement.id, change.announcement);
        break;
      case 'print-job-changed':
        printJobs.set(change.printJob.id, change.printJob);
        break;
      case 'day-closed':
        closedDays.set(change.day, change);
        break;
      case 'setting-changed':
      case 'setting-removed':
      case 'device-changed':
      case 'person-changed':
      case 'care-changed':
      case 'booking-changed':
      case 'clock-confirmed':
      case 'door-noted':
      case 'dossiers-changed':
      case 'table-imported':
      case 'visits-forgotten':
      case 'history-lost':
      case 'ticket-refused':
      case 'numbers-reserved':
      case 'numbers-doubted':
        break;
      default:
        assertNever(change);
    }
  }

  const ofVisitors = ({ visitId }: { readonly visitId: VisitId }) => !stays.practice.has(visitId);
  return {
    visits: stays.records(closedDays),
    counters: new Map(
      [...counters].map(([id, intervals]) => [id, intervals.filter(isForVisitors)]),
    ),
    announcements: [...announcements.values()].filter(ofVisitors),
    printJobs: [...printJobs.values()].filter(ofVisitors),
    closedDays,
  };
}

function addInterval(
  counters: Map<CounterId, CounterInterval[]>,
  { at, counter, undone }: ChangeOf<'counter-changed'>,
): void {
  const intervals = counters.get(counter.counterId) ?? [];
  const last = intervals.pop();
  // An undone change is removed, so the state before it continues.
  if (undone && last !== undefined) {
    const before = intervals.pop();
    if (before !== undefined) intervals.push({ ...before, to: null });
    return;
  }
  const from = last !== undefined && last.from > at ? last.from : at;
  if (last !== undefined) intervals.push({ ...last, to: from });
  intervals.push({ counter, from, to: null });
  counters.set(counter.counterId, intervals);
}

function isForVisitors({ counter }: CounterInterval): boolean {
  return counter.state === 'closed' || !counter.training;
}
