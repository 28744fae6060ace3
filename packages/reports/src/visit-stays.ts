import type { LocalDate, Visit, VisitId } from '@motcua/domain';
import type { ChangeOf } from '@motcua/protocol';
import type { HistoryStep } from './visit-intervals.ts';
import { toVisitRecord, type Issued, type VisitRecord } from './visit-record.ts';

/** What the end of a day recorded. */
export type ClosedDay = Pick<ChangeOf<'day-closed'>, 'leftOver' | 'rolledOver' | 'priorityGroups'>;

/** A visit on one day. */
interface Stay extends Issued {
  readonly history: [HistoryStep, ...HistoryStep[]];
}

/** Collects the visits of a journal while it is read. */
export class VisitStays {
  /** Training visits. */
  readonly practice = new Set<VisitId>();
  readonly #stays: Stay[] = [];
  readonly #latest = new Map<VisitId, Stay>();

  issue(change: ChangeOf<'ticket-issued'>): void {
    if (this.#isPractice(change.visit)) return;
    this.#begin(stepOf(change, 'issue'), change);
  }

  change(change: ChangeOf<'visit-changed'>): void {
    const { visit, action } = change;
    if (this.#isPractice(visit)) return;
    const stay = this.#latest.get(visit.id);
    if (action === 'undo') {
      if (stay !== undefined) takeBack(stay, visit);
      return;
    }
    const step = stepOf(change, action);
    // A visit that continues the next morning belongs to that day as well.
    if (stay === undefined || action === 'roll-over')
      this.#begin(step, { peopleAhead: null, promise: null });
    else stay.history.push(step);
  }

  records(closedDays: ReadonlyMap<LocalDate, ClosedDay>): readonly VisitRecord[] {
    const leftOver = new Map(
      [...closedDays].map(([day, closed]) => [day, new Set(closed.leftOver)] as const),
    );
    return this.#stays.map((stay) => {
      const { day, ticket } = stay.history[0].visit;
      return toVisitRecord(stay.history, stay, leftOver.get(day)?.has(ticket.number) ?? false);
    });
  }

  #begin(step: HistoryStep, { peopleAhead, promise }: Issued): void {
    const stay: Stay = { peopleAhead, promise, history: [step] };
    this.#stays.push(stay);
    this.#latest.set(step.visit.id, stay);
  }

  #isPractice({ id, training }: Visit): boolean {
    if (training) this.practice.add(id);
    return training;
  }
}

/** Removes everything that the undone command did to the visit: one call may end a step and begin the next. */
function takeBack({ history }: Stay, visit: Visit): void {
  const was = JSON.stringify(visit);
  const before = history.slice(0, -1).findLastIndex((step) => JSON.stringify(step.visit) === was);
  history.length = Math.max(1, before < 0 ? history.length - 1 : before + 1);
}

function stepOf(
  { at, by, visit }: ChangeOf<'ticket-issued' | 'visit-changed'>,
  action: HistoryStep['action'],
): HistoryStep {
  return { action, at, visit, byHub: by.personId === null && by.deviceId === null };
}
