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

/** What a counter did from `from` on, until its next stretch begins; null: nothing has ended it. */
export interface CounterStretch {
  readonly counter: CounterState;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Everything a report is computed from. */
export interface JournalRecords {
  /** In the order in which the tickets were issued; one a day of a visit that was carried over. */
  readonly visits: readonly VisitRecord[];
  readonly counters: ReadonlyMap<CounterId, readonly CounterStretch[]>;
  /** As they last stood. */
  readonly announcements: readonly Announcement[];
  readonly printJobs: readonly PrintJob[];
  readonly closedDays: ReadonlyMap<LocalDate, ClosedDay>;
}

/** One record a visit and day, computed from the journal and nothing else. Takes changes in order of seq. */
export function intervalsOf(changes: Iterable<Change>): readonly VisitRecord[] {
  return recordsOf(changes).visits;
}

/** The journal, read once from front to back. Practice leaves no trace. */
export function recordsOf(changes: Iterable<Change>): JournalRecords {
  const stays = new VisitStays();
  const counters = new Map<CounterId, CounterStretch[]>();
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
        addStretch(counters, change);
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
      [...counters].map(([id, stretches]) => [id, stretches.filter(isForVisitors)]),
    ),
    announcements: [...announcements.values()].filter(ofVisitors),
    printJobs: [...printJobs.values()].filter(ofVisitors),
    closedDays,
  };
}

function addStretch(
  counters: Map<CounterId, CounterStretch[]>,
  { at, counter, undone }: ChangeOf<'counter-changed'>,
): void {
  const stretches = counters.get(counter.counterId) ?? [];
  const last = stretches.pop();
  // What was undone never was, so what stood before it goes on.
  if (undone && last !== undefined) {
    const before = stretches.pop();
    if (before !== undefined) stretches.push({ ...before, to: null });
    return;
  }
  const from = last !== undefined && last.from > at ? last.from : at;
  if (last !== undefined) stretches.push({ ...last, to: from });
  stretches.push({ counter, from, to: null });
  counters.set(counter.counterId, stretches);
}

function isForVisitors({ counter }: CounterStretch): boolean {
  return counter.state === 'closed' || !counter.training;
}
