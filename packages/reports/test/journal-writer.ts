import {
  transition,
  type Announcement,
  type AnnouncementId,
  type CounterId,
  type CounterState,
  type DayEnd,
  type Instant,
  type LocalDate,
  type WaitForecast,
  type PrintJob,
  type PrintJobId,
  type PriorityGroupId,
  type Visit,
  type VisitAction,
  type VisitId,
  type VisitIn,
  type WaitingRange,
} from '@motcua/domain';
import {
  anAnnouncement,
  aPrintJob,
  aWaitingVisit,
  KIOSK_1,
  LAN,
  TODAY,
} from '@motcua/domain/builders';
import type { By, Change, Fact } from '@motcua/protocol';

const BY_KIOSK: By = { deviceId: KIOSK_1, personId: null, reason: null };
const BY_CLERK: By = { deviceId: null, personId: LAN, reason: null };
export const BY_HUB: By = { deviceId: null, personId: null, reason: null };

interface DayEnding {
  readonly dayEnd?: DayEnd;
  readonly priorityGroups?: Readonly<Record<PriorityGroupId, number>>;
}

/** Writes a journal as a hub does: by the rule table, and with undo as a change that restores the visit. */
export class JournalWriter {
  readonly changes: Change[] = [];
  readonly #visits = new Map<VisitId, Visit>();
  readonly #counters = new Map<CounterId, CounterState[]>();
  #undoable: Visit | null = null;

  issue(
    at: Instant,
    overrides: Partial<VisitIn<'waiting'>> = {},
    peopleAhead = 0,
    promise: WaitingRange | null = null,
  ): VisitId {
    const number = overrides.ticket?.number ?? `H${String(this.#visits.size + 1).padStart(3, '0')}`;
    const visit = aWaitingVisit({
      id: `visit-${number}` as VisitId,
      ticket: { number, seq: this.#visits.size + 1, language: 'vi' },
      arrivedAt: at,
      waitingSince: at,
      ...overrides,
    });
    this.#visits.set(visit.id, visit);
    this.#write(
      {
        type: 'ticket-issued',
        visit,
        printJob: null,
        peopleAhead,
        promise: promise === null ? null : { range: promise, outlook: waitForecastOf(promise) },
        promised: promise !== null,
      },
      at,
      BY_KIOSK,
    );
    return visit.id;
  }

  /** False, and nothing written, where the rule table forbids it. */
  act(id: VisitId, action: VisitAction, at: Instant, by: By = BY_CLERK): boolean {
    const before = this.visit(id);
    const after = transition(before, action, { at, today: TODAY });
    if (!after.ok) return false;
    this.#visits.set(id, after.value);
    this.#undoable = before;
    this.#write(this.#changed(after.value, action.type), at, by);
    return true;
  }

  /** Undoes the last action, or all since `was`; false when there is none. */
  undo(at: Instant, was = this.#undoable): boolean {
    if (was === null) return false;
    this.#visits.set(was.id, was);
    this.#write(this.#changed(was, 'undo'), at, BY_CLERK);
    this.#undoable = null;
    return true;
  }

  counter(counter: CounterState, at: Instant): void {
    const states = this.#counters.get(counter.counterId) ?? [];
    this.#counters.set(counter.counterId, [...states, counter]);
    this.#write({ type: 'counter-changed', counter, undone: false }, at, BY_CLERK);
  }

  /** Restores the counter's state before its last change. */
  undoCounter(counterId: CounterId, at: Instant): void {
    const states = (this.#counters.get(counterId) ?? []).slice(0, -1);
    this.#counters.set(counterId, states);
    const counter = states.at(-1) ?? { counterId, state: 'closed' };
    this.#write({ type: 'counter-changed', counter, undone: true }, at, BY_CLERK);
  }

  announcement(overrides: Partial<Announcement> & { readonly calledAt: Instant }): void {
    const id = `announcement-${this.changes.length}` as AnnouncementId;
    const announcement = anAnnouncement({ id, state: 'played', ...overrides });
    this.#write({ type: 'announcement-changed', announcement }, overrides.calledAt, BY_HUB);
  }

  printJob(overrides: Partial<PrintJob> & { readonly askedAt: Instant }): void {
    const id = `print-${this.changes.length}` as PrintJobId;
    const printJob = aPrintJob({ id, state: 'printed', ...overrides });
    this.#write({ type: 'print-job-changed', printJob }, overrides.askedAt, BY_KIOSK);
  }

  /** Ends a day as the hub does: served visits are finished, all others leave or continue tomorrow, and all are named. */
  closeDay(at: Instant, { dayEnd = 'close', priorityGroups = {} }: DayEnding = {}): void {
    const open = [...this.#visits.values()].filter(({ state }) => state !== 'closed');
    const stays = (visit: Visit) =>
      dayEnd === 'roll-over' && visit.state !== 'serving' && !visit.training;
    for (const visit of open) if (!stays(visit)) this.#leave(visit, at);
    const next = '2026-11-24' as LocalDate;
    const leftOver = numbersOf(open);
    const rolledOver = numbersOf(open.filter(stays));
    this.#write(
      { type: 'day-closed', day: TODAY, next, leftOver, rolledOver, priorityGroups },
      at,
      BY_HUB,
    );
    for (const { id } of open.filter(stays))
      this.act(id, { type: 'roll-over', day: next, opensAt: at }, at, BY_HUB);
  }

  visit(id: VisitId): Visit {
    const visit = this.#visits.get(id);
    if (visit === undefined) throw new RangeError(`No visit ${id}`);
    return visit;
  }

  visitIds(): readonly VisitId[] {
    return [...this.#visits.keys()];
  }

  #leave(visit: Visit, at: Instant): void {
    if (visit.state !== 'serving')
      return void this.act(visit.id, { type: 'cancel', as: 'left' }, at, BY_HUB);
    this.#visits.set(visit.id, { ...visit, next: [] });
    this.act(visit.id, { type: 'finish', nextServiceId: null }, at, BY_HUB);
  }

  #changed(visit: Visit, action: VisitAction['type'] | 'undo'): Fact {
    const counterId: CounterId | null = 'counterId' in visit ? visit.counterId : null;
    return { type: 'visit-changed', visit, action, counterId, because: null };
  }

  #write(fact: Fact, at: Instant, by: By): void {
    this.changes.push({ ...fact, seq: this.changes.length + 1, at, by });
  }
}

/** Training visits do not count. */
function numbersOf(visits: readonly Visit[]): readonly string[] {
  return visits.filter(({ training }) => !training).map(({ ticket }) => ticket.number);
}

function waitForecastOf({ fromMinutes: low, toMinutes: high }: WaitingRange): WaitForecast {
  return { low, middle: (low + high) / 2, high };
}
