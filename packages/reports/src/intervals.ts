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
import { toVisitRecord, type HistoryStep, type VisitRecord } from './visit-record.ts';

/** What a counter did from `from` on, until its next stretch begins; null: nothing has ended it. */
export interface CounterStretch {
  readonly counter: CounterState;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Everything a report is computed from. */
export interface JournalRecords {
  /** In the order in which the tickets were issued. */
  readonly visits: readonly VisitRecord[];
  readonly counters: ReadonlyMap<CounterId, readonly CounterStretch[]>;
  /** As they last stood. */
  readonly announcements: readonly Announcement[];
  readonly printJobs: readonly PrintJob[];
  readonly closedDays: ReadonlySet<LocalDate>;
}

/** One record a visit, computed from the journal and nothing else. Takes changes in order of seq. */
export function intervalsOf(changes: Iterable<Change>): readonly VisitRecord[] {
  return recordsOf(changes).visits;
}

/** The journal, read once from front to back. */
export function recordsOf(changes: Iterable<Change>): JournalRecords {
  const histories = new Map<VisitId, History>();
  const counters = new Map<CounterId, CounterStretch[]>();
  const announcements = new Map<string, Announcement>();
  const printJobs = new Map<string, PrintJob>();
  const leftOver = new Map<LocalDate, ReadonlySet<string>>();

  for (const change of changes) {
    switch (change.type) {
      case 'ticket-issued':
        histories.set(change.visit.id, {
          peopleAhead: change.peopleAhead,
          steps: [stepOf(change, 'issue')],
        });
        if (change.printJob !== null) printJobs.set(change.printJob.id, change.printJob);
        break;
      case 'visit-changed':
        addToHistory(histories, change);
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
        leftOver.set(change.day, new Set(change.leftOver));
        break;
      case 'setting-changed':
      case 'setting-removed':
      case 'device-changed':
      case 'person-changed':
      case 'care-changed':
      case 'booking-changed':
        break;
      default:
        assertNever(change);
    }
  }

  return {
    visits: [...histories.values()].map(({ steps, peopleAhead }) => {
      const { day, ticket } = steps[0].visit;
      return toVisitRecord(steps, peopleAhead, leftOver.get(day)?.has(ticket.number) ?? false);
    }),
    counters,
    announcements: [...announcements.values()],
    printJobs: [...printJobs.values()],
    closedDays: new Set(leftOver.keys()),
  };
}

interface History {
  readonly peopleAhead: number | null;
  readonly steps: [HistoryStep, ...HistoryStep[]];
}

/** What was undone never happened: its step is taken out, and the state before it goes on. */
function addToHistory(histories: Map<VisitId, History>, change: ChangeOf<'visit-changed'>): void {
  const history = histories.get(change.visit.id);
  if (change.action === 'undo') {
    if (history !== undefined && history.steps.length > 1) history.steps.pop();
    return;
  }
  const step = stepOf(change, change.action);
  if (history === undefined) histories.set(change.visit.id, { peopleAhead: null, steps: [step] });
  else history.steps.push(step);
}

function stepOf(
  { at, by, visit }: ChangeOf<'ticket-issued' | 'visit-changed'>,
  action: HistoryStep['action'],
): HistoryStep {
  return { action, at, visit, byHub: by.personId === null && by.deviceId === null };
}

function addStretch(
  counters: Map<CounterId, CounterStretch[]>,
  { at, counter }: ChangeOf<'counter-changed'>,
): void {
  const stretches = counters.get(counter.counterId) ?? [];
  const last = stretches.at(-1);
  const from = last !== undefined && last.from > at ? last.from : at;
  if (last !== undefined) stretches[stretches.length - 1] = { ...last, to: from };
  stretches.push({ counter, from, to: null });
  counters.set(counter.counterId, stretches);
}
