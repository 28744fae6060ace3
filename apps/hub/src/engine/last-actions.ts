import type {
  VisitorNotes,
  CounterId,
  CounterState,
  Instant,
  PersonId,
  Visit,
  VisitId,
} from '@motcua/domain';
import type { Change, Seq } from '@motcua/protocol';

/** Where the last action happened: at a counter, or without one by a person. */
type Place = CounterId | PersonId;

/** What undo needs to know of the last action there. */
export interface LastAction {
  readonly at: Instant;
  readonly personId: PersonId;
  readonly lastSeq: Seq;
  /** As they were before, in the order in which they were changed. */
  readonly visits: readonly Visit[];
  readonly counter: CounterState | null;
  readonly care: readonly { readonly visitId: VisitId; readonly care: VisitorNotes | null }[];
}

interface Before {
  readonly visits: ReadonlyMap<VisitId, Visit>;
  readonly counters: ReadonlyMap<CounterId, CounterState>;
  readonly care: ReadonlyMap<VisitId, VisitorNotes>;
}

/** The last action of each counter and of each person without one, for the ten seconds in which it can be taken back. */
export class LastActions {
  readonly #actions = new Map<Place, LastAction>();

  /** `counterId` null: what the person did without a counter. */
  of(counterId: CounterId | null, personId: PersonId | null): LastAction | null {
    const place = counterId ?? personId;
    return place === null ? null : (this.#actions.get(place) ?? null);
  }

  /** Records the changes of one command; `before` is still the state before them. */
  remember(changes: readonly Change[], before: Before): void {
    const place = placeOf(changes);
    const last = changes.at(-1);
    if (place === null || last === undefined || last.by.personId === null) return;
    if (changes.some(isUndo)) {
      this.#actions.delete(place);
      return;
    }
    this.#actions.set(place, {
      at: last.at,
      personId: last.by.personId,
      lastSeq: last.seq,
      ...whatWas(changes, before),
    });
  }

  clear(): void {
    this.#actions.clear();
  }
}

function isUndo(change: Change): boolean {
  if (change.type === 'visit-changed') return change.action === 'undo';
  return change.type === 'counter-changed' && change.undone;
}

/** The counter whose person acted, else the person; null: a visitor or the hub. */
function placeOf(changes: readonly Change[]): Place | null {
  for (const change of changes) {
    if (change.type === 'visit-changed') return change.counterId ?? change.by.personId;
    if (change.type === 'counter-changed') return change.counter.counterId;
  }
  return null;
}

function whatWas(
  changes: readonly Change[],
  before: Before,
): Pick<LastAction, 'visits' | 'counter' | 'care'> {
  const visits = new Map<VisitId, Visit>();
  const care: { visitId: VisitId; care: VisitorNotes | null }[] = [];
  let counter: CounterState | null = null;
  for (const change of changes) {
    if (change.type === 'visit-changed') {
      const was = before.visits.get(change.visit.id);
      if (was !== undefined && !visits.has(was.id)) visits.set(was.id, was);
    } else if (change.type === 'care-changed') {
      const { visitId } = change;
      care.push({ visitId, care: before.care.get(visitId) ?? null });
    } else if (change.type === 'counter-changed') {
      const { counterId } = change.counter;
      counter = before.counters.get(counterId) ?? { counterId, state: 'closed' };
    }
  }
  return { visits: [...visits.values()], counter, care };
}
