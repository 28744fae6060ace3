import {
  CallHistory,
  type CallingReason,
  chooseNext,
  type CounterId,
  type CounterState,
  type Instant,
  isCandidate,
  type Person,
  type PersonId,
  type Settings,
  toCaller,
  type Visit,
  type VisitId,
  type WaitingVisit,
  withoutSetting,
  withSetting,
} from '@motcua/domain';
import type { Change, ChangeOf } from '@motcua/protocol';

/** A centre as it was when a day began. */
export interface DayBegins {
  readonly settings: Settings;
  readonly people: ReadonlyMap<PersonId, Pick<Person, 'skills'>>;
}

/** The centre at each change of a day: what the calling rule asks, as it was then. */
export class DayReplay {
  readonly visits = new Map<VisitId, Visit>();
  readonly counters = new Map<CounterId, CounterState>();
  readonly #people: Map<PersonId, Pick<Person, 'skills'>>;
  readonly #changed = new Map<VisitId, { at: Instant; counterId: CounterId | null }>();
  #settings: Settings;
  #calls = CallHistory.empty;

  constructor({ settings, people }: DayBegins) {
    this.#settings = settings;
    this.#people = new Map(people);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** To be called after everything that is asked about the moment before the change. */
  apply(change: Change): void {
    switch (change.type) {
      case 'ticket-issued':
        this.visits.set(change.visit.id, change.visit);
        return;
      case 'visit-changed': {
        const { visit, at, counterId } = change;
        this.visits.set(visit.id, visit);
        this.#changed.set(visit.id, { at, counterId });
        this.#calls = this.#calls.after(change);
        return;
      }
      case 'counter-changed':
        this.counters.set(change.counter.counterId, change.counter);
        return;
      case 'person-changed':
        this.#people.set(change.person.id, change.person);
        return;
      case 'setting-changed':
        this.#settings = withSetting(this.#settings, change.setting);
        return;
      case 'setting-removed':
        this.#settings = withoutSetting(this.#settings, change.kind, change.id);
        return;
      default:
    }
  }

  /** Why the calling rule took the called visit and not `left`; null: that counter could not have called `left`. */
  askRule(
    { visit, counterId, at }: ChangeOf<'visit-changed'>,
    left: WaitingVisit,
  ): CallingReason | 'by-hand' | null {
    const counter = this.#settings.counters.find(({ id }) => id === counterId);
    if (counter === undefined || visit.state !== 'called') return null;
    const { clerkId, training } = visit;
    const clerk = this.#people.get(clerkId) ?? null;
    const caller = toCaller(counter, { clerkId, training }, clerk, this.#calls.at(counter.id));
    const { rule } = this.#settings.site;
    if (!isCandidate(left, caller, at, rule)) return null;
    if (this.#isOfSameCommand(left.id, at, counter.id)) return null;
    const waiting = [...this.visits.values()].filter(
      (each): each is WaitingVisit =>
        each.state === 'waiting' && !this.#isOfSameCommand(each.id, at, counter.id),
    );
    const next = chooseNext(waiting, caller, at, rule);
    return next?.visit.id === visit.id ? next.because : 'by-hand';
  }

  /** One press can end a visit and call the next: the rule was asked before the first of them. */
  #isOfSameCommand(visitId: VisitId, at: Instant, counterId: CounterId): boolean {
    const last = this.#changed.get(visitId);
    return last?.at === at && last.counterId === counterId;
  }
}
