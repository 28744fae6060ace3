import {
  transition,
  type Announcement,
  type AnnouncementId,
  type CounterId,
  type CounterState,
  type Instant,
  type LocalDate,
  type PrintJob,
  type PrintJobId,
  type Visit,
  type VisitAction,
  type VisitId,
  type VisitIn,
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
const BY_HUB: By = { deviceId: null, personId: null, reason: null };

/** Writes a journal as a hub does: by the rule table, and undone by telling the visit as it was. */
export class JournalWriter {
  readonly changes: Change[] = [];
  readonly #visits = new Map<VisitId, Visit>();
  #undoable: Visit | null = null;

  issue(at: Instant, overrides: Partial<VisitIn<'waiting'>> = {}, peopleAhead = 0): VisitId {
    const number = overrides.ticket?.number ?? `H${String(this.#visits.size + 1).padStart(3, '0')}`;
    const visit = aWaitingVisit({
      id: `visit-${number}` as VisitId,
      ticket: { number, seq: this.#visits.size + 1, language: 'vi' },
      arrivedAt: at,
      waitingSince: at,
      ...overrides,
    });
    this.#visits.set(visit.id, visit);
    this.#write({ type: 'ticket-issued', visit, printJob: null, peopleAhead }, at, BY_KIOSK);
    return visit.id;
  }

  /** False, and nothing written, where the rule table has a dash. */
  act(id: VisitId, action: VisitAction, at: Instant, by: By = BY_CLERK): boolean {
    const before = this.visit(id);
    const after = transition(before, action, { at, today: TODAY });
    if (!after.ok) return false;
    this.#visits.set(id, after.value);
    this.#undoable = before;
    this.#write(this.#changed(after.value, action.type), at, by);
    return true;
  }

  /** Takes back the last action; false when there is none. */
  undo(at: Instant): boolean {
    if (this.#undoable === null) return false;
    this.#visits.set(this.#undoable.id, this.#undoable);
    this.#write(this.#changed(this.#undoable, 'undo'), at, BY_CLERK);
    this.#undoable = null;
    return true;
  }

  counter(counter: CounterState, at: Instant): void {
    this.#write({ type: 'counter-changed', counter }, at, BY_CLERK);
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

  /** As the hub ends a day: who is being served was served, everybody else has left, all are named. */
  closeDay(at: Instant): void {
    const open = [...this.#visits.values()].filter(({ state }) => state !== 'closed');
    for (const { id, state } of open)
      this.act(
        id,
        state === 'serving' ? { type: 'finish' } : { type: 'cancel', as: 'left' },
        at,
        BY_HUB,
      );
    const leftOver = open.map(({ ticket }) => ticket.number);
    const next = '2026-11-24' as LocalDate;
    this.#write({ type: 'day-closed', day: TODAY, next, leftOver }, at, BY_HUB);
  }

  visit(id: VisitId): Visit {
    const visit = this.#visits.get(id);
    if (visit === undefined) throw new RangeError(`No visit ${id}`);
    return visit;
  }

  visitIds(): readonly VisitId[] {
    return [...this.#visits.keys()];
  }

  #changed(visit: Visit, action: VisitAction['type'] | 'undo'): Fact {
    const counterId: CounterId | null = 'counterId' in visit ? visit.counterId : null;
    return { type: 'visit-changed', visit, action, counterId, because: null };
  }

  #write(fact: Fact, at: Instant, by: By): void {
    this.changes.push({ ...fact, seq: this.changes.length + 1, at, by });
  }
}
