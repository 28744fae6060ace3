import type { QueueId } from '../ids.ts';
import type { Visit } from '../visit/visit.ts';
import type { VisitActionType } from '../visit/visit-action.ts';

/**
 * Places taken today in each queue, as its daily quota counts them: every service of a visit takes one, whether it was
 * chosen at the kiosk or added by staff. Nothing but undo gives one back, and practice takes none.
 */
export class PlacesTaken {
  readonly #taken = new Map<QueueId, number>();

  in(queueId: QueueId): number {
    return this.#taken.get(queueId) ?? 0;
  }

  /** A ticket was given. */
  given({ queueId, next, training }: Visit): void {
    if (!training) for (const step of [{ queueId }, ...next]) this.#count(step.queueId, 1);
  }

  /** A visit is no longer as it was. */
  changed(before: Visit | undefined, visit: Visit, action: VisitActionType | 'undo'): void {
    if (before === undefined || visit.training) return;
    const last = visit.next.at(-1);
    if (action === 'add-service' && last !== undefined) this.#count(last.queueId, 1);
    const undone = action === 'undo' ? before.next.at(-1) : undefined;
    if (undone !== undefined && isWithoutLast(before, visit)) this.#count(undone.queueId, -1);
  }

  clear(): void {
    this.#taken.clear();
  }

  #count(queueId: QueueId, places: number): void {
    this.#taken.set(queueId, this.in(queueId) + places);
  }
}

/** The first queue that has not a place left for each step in it; null: all have. `left` null: no quota. */
export function queueWithoutPlace(
  steps: readonly { readonly queueId: QueueId }[],
  left: (queueId: QueueId) => number | null,
): QueueId | null {
  const wanted = new Map<QueueId, number>();
  for (const { queueId } of steps) wanted.set(queueId, (wanted.get(queueId) ?? 0) + 1);
  for (const [queueId, places] of wanted) if (places > (left(queueId) ?? Infinity)) return queueId;
  return null;
}

/** Whether the added service is gone and nothing else is: undoing any other action changes the state as well. */
function isWithoutLast(before: Visit, visit: Visit): boolean {
  return (
    before.state === visit.state &&
    before.past.length === visit.past.length &&
    before.next.length === visit.next.length + 1 &&
    visit.next.every((step, index) => step.serviceId === before.next[index]?.serviceId)
  );
}
