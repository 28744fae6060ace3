import {
  assertNever,
  type CounterId,
  type Instant,
  PromiseRecord,
  type QueueId,
  RecentArrivals,
  ServingTimes,
  undoLeftMs,
  type Visit,
  type VisitId,
} from '@motcua/domain';
import type { Change, ChangeOf } from '@motcua/protocol';

/** A visit at a counter. */
interface AtCounter {
  readonly counterId: CounterId;
  /** When it was first called there. */
  readonly calledAt: Instant;
  /** Null until it has come. */
  readonly serving: { readonly queueId: QueueId; readonly since: Instant } | null;
}

/** An observation of the pace, and what it replaced; it counts once the action cannot be undone any more. */
interface Observation {
  readonly visitId: VisitId;
  readonly at: Instant;
  readonly servedBefore: number | undefined;
  readonly learn: (() => void)[];
}

/** Broken promises are found at least this often, so that a replay of the journal finds them in the same order. */
const SETTLE_INTERVAL_MS = 60_000;

/** The observations of the centre: the same from a replay of the journal as from the changes themselves. */
export class ServiceHistory {
  readonly pace = new ServingTimes();
  readonly arrivals = new RecentArrivals();
  readonly promises = new PromiseRecord();
  readonly #atCounter = new Map<VisitId, AtCounter>();
  /** How long visits were served that are parked now, ms. */
  readonly #servedBefore = new Map<VisitId, number>();
  /** Counters whose clerk has no visit, since when. */
  readonly #freeSince = new Map<CounterId, Instant>();
  /** Of the last seconds, oldest first. */
  readonly #observations: Observation[] = [];
  #settledAt = 0 as Instant;

  learn(change: Change): void {
    this.#takeIn(change.at);
    if (change.at - this.#settledAt >= SETTLE_INTERVAL_MS) {
      this.promises.standing(change.at);
      this.#settledAt = change.at;
    }
    if (change.type === 'ticket-issued') this.#issued(change);
    if (change.type === 'visit-changed' && !change.visit.training) this.#changed(change);
    if (change.type === 'counter-changed') this.#freeSince.delete(change.counter.counterId);
    if (change.type === 'day-closed')
      for (const map of [this.#atCounter, this.#servedBefore, this.#freeSince]) map.clear();
  }

  #issued({ visit, promise, at }: ChangeOf<'ticket-issued'>): void {
    if (visit.training) return;
    this.arrivals.add(visit.queueId, visit.priority, visit.arrivedAt, at);
    if (promise !== null) this.promises.promise(visit.id, at, promise.outlook, promise.range);
  }

  /** Settles what happened so long ago that no undo can reach it. */
  #takeIn(at: Instant): void {
    while (this.#observations[0] !== undefined && undoLeftMs(this.#observations[0].at, at) === 0)
      for (const learn of this.#observations.shift()?.learn ?? []) learn();
  }

  #changed({ visit, action, at }: ChangeOf<'visit-changed'>): void {
    const before = this.#atCounter.get(visit.id);
    if (action === 'undo') this.#unlearn(visit.id);
    else {
      const servedBefore = this.#servedBefore.get(visit.id);
      this.#observations.push({ visitId: visit.id, at, servedBefore, learn: [] });
    }
    switch (action) {
      case 'call':
        this.promises.called(visit.id, at);
        break;
      case 'start-service':
        if (before !== undefined) this.#started(visit, before, at);
        break;
      case 'park':
        this.#servedBefore.set(visit.id, this.#servedMs(visit.id, before, at));
        break;
      case 'finish':
      case 'go-on':
        this.#served(visit.id, before, at);
        break;
      case 'mark-no-show':
        if (before !== undefined) this.#soon(() => this.pace.addNoShow(at - before.calledAt));
        break;
      // The counter was taken for so long, done or not.
      case 'send-back':
        this.#served(visit.id, before, at);
        break;
      case 'postpone':
      case 'transfer':
        this.#served(visit.id, before, at);
        this.promises.left(visit.id, at);
        break;
      // From here on the visit waits for something else than what was promised.
      case 'cancel':
      case 'hold':
      case 'reserve':
      case 'roll-over':
      case 'set-priority':
        this.promises.left(visit.id, at);
        break;
      case 'add-service':
      case 'drop-service':
      case 'recall':
      case 'reinstate':
      case 'return':
      case 'set-party':
      case 'set-result':
      case 'undo':
        break;
      default:
        assertNever(action);
    }
    this.#follow(visit, before, at);
    if (action === 'undo' && before !== undefined) this.#freeSince.delete(before.counterId);
  }

  /** Since when the clerk had no visit, if this visitor already waited then. */
  #started(visit: Visit, { counterId }: AtCounter, at: Instant): void {
    const freeSince = this.#freeSince.get(counterId);
    this.#freeSince.delete(counterId);
    const waitedSince = visit.past.at(-1)?.endedAt ?? visit.arrivedAt;
    if (freeSince !== undefined && waitedSince <= freeSince && !this.#servedBefore.has(visit.id))
      this.#soon(() => this.pace.addChangeover(at - freeSince));
  }

  #served(id: VisitId, before: AtCounter | undefined, at: Instant): void {
    const serving = before?.serving ?? null;
    if (serving !== null) {
      const servedMs = this.#servedMs(id, before, at);
      this.#soon(() => this.pace.addService(serving.queueId, servedMs));
    }
    this.#servedBefore.delete(id);
  }

  #soon(learn: () => void): void {
    this.#observations.at(-1)?.learn.push(learn);
  }

  /** The visit's last action was undone: its observation is dropped. */
  #unlearn(id: VisitId): void {
    const index = this.#observations.findLastIndex(({ visitId }) => visitId === id);
    const observation = this.#observations[index];
    if (observation === undefined) return;
    this.#observations.splice(index, 1);
    if (observation.servedBefore === undefined) this.#servedBefore.delete(id);
    else this.#servedBefore.set(id, observation.servedBefore);
  }

  #servedMs(id: VisitId, before: AtCounter | undefined, at: Instant): number {
    return (this.#servedBefore.get(id) ?? 0) + at - (before?.serving?.since ?? at);
  }

  #follow(visit: Visit, before: AtCounter | undefined, at: Instant): void {
    if (visit.state === 'called' || visit.state === 'serving') {
      const { counterId } = visit;
      const serving =
        visit.state === 'serving' ? { queueId: visit.queueId, since: visit.servingSince } : null;
      this.#atCounter.set(visit.id, { counterId, calledAt: before?.calledAt ?? at, serving });
    } else if (before !== undefined) {
      this.#atCounter.delete(visit.id);
      this.#freeSince.set(before.counterId, at);
    }
  }
}
