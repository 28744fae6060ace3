import type { Announcement, CounterId, Instant, PrintJob, Visit, VisitId } from '@motcua/domain';
import type { Change, ChangeOf } from '@motcua/protocol';
import type { StoryLine, VisitStory } from '@motcua/protocol/http';
import { type DayBegins, DayReplay } from './day-replay.ts';
import { seriesStory } from './series-story.ts';

type LineOf<T extends StoryLine['type']> = Extract<StoryLine, { type: T }>;

/** Why the visit with that number waited, from the changes of its day in order of seq; null: there is no such number. */
export function visitStory(
  number: string,
  changes: readonly Change[],
  begins: DayBegins,
): VisitStory | null {
  const first = changes.find((change) => beginsVisit(change, number));
  if (first === undefined || !('visit' in first)) return null;
  const replay = new DayReplay(begins);
  const collector = new StoryCollector(first, replay);
  for (const change of changes) {
    collector.before(change);
    replay.apply(change);
    collector.after(change);
  }
  return {
    ...collector.result(),
    series: seriesStory(first.visit, changes, replay.settings),
  };
}

/** A visit of the day before begins with its first change of this day. */
function beginsVisit(
  change: Change,
  number: string,
): change is ChangeOf<'ticket-issued' | 'visit-changed'> {
  return (
    (change.type === 'ticket-issued' || change.type === 'visit-changed') &&
    change.visit.ticket.number === number
  );
}

/** An action on the visit, and the visit after it. */
interface OwnAction {
  readonly visit: string;
  line: LineOf<'action'>;
}

/** Collects what belongs to the story while the day goes on. */
class StoryCollector {
  readonly #first: ChangeOf<'ticket-issued' | 'visit-changed'>;
  readonly #replay: DayReplay;
  readonly #begin: Visit;
  readonly #arrived: LineOf<'arrived'>;
  #actions: OwnAction[] = [];
  readonly #others: { readonly id: VisitId; readonly line: LineOf<'other-called'> }[] = [];
  readonly #counters: LineOf<'counter'>[] = [];
  readonly #announcements = new Map<string, Announcement>();
  readonly #jobs = new Map<string, PrintJob>();
  #openAtArrival: readonly CounterId[] = [];
  #firstCalledAt: Instant | null = null;

  constructor(first: ChangeOf<'ticket-issued' | 'visit-changed'>, replay: DayReplay) {
    const { visit } = first;
    this.#first = first;
    this.#replay = replay;
    this.#begin = visit;
    this.#arrived = {
      ...{ type: 'arrived', at: visit.arrivedAt, priority: visit.priority },
      ...{ bookedFor: visit.bookedFor, promisedUntil: visit.promisedUntil ?? null },
      peopleAhead: first.type === 'ticket-issued' ? first.peopleAhead : null,
    };
  }

  /** What the change meets: the room as it was before it. */
  before(change: Change): void {
    if (change === this.#first)
      this.#openAtArrival = [...this.#replay.counters.values()].flatMap((now) =>
        now.state === 'open' && this.#serves(now.counterId) ? now.counterId : [],
      );
    if (change.type !== 'visit-changed' || change.visit.id === this.#begin.id) return;
    const { visit, action, at, counterId, because } = change;
    if (action === 'undo') {
      const since = visit.state === 'waiting' ? visit.waitingSince : null;
      const last = this.#others.findLastIndex(({ id }) => id === visit.id);
      if (since !== null && (this.#others[last]?.line.at ?? 0) >= since)
        this.#others.splice(last, 1);
      return;
    }
    const own = this.#replay.visits.get(this.#begin.id);
    if (action !== 'call' || counterId === null || own?.state !== 'waiting') return;
    const rule = this.#replay.askRule(change, own);
    if (rule === null) return;
    const { number } = visit.ticket;
    this.#others.push({
      id: visit.id,
      line: {
        ...{ type: 'other-called', at, counterId, number, because, rule },
        ...{ arrivedAt: visit.arrivedAt, priority: visit.priority },
      },
    });
  }

  after(change: Change): void {
    const { id } = this.#begin;
    switch (change.type) {
      case 'ticket-issued':
        if (change.visit.id === id && change.printJob !== null) this.#slip(change.printJob);
        return;
      case 'visit-changed':
        if (change.visit.id === id) this.#act(change);
        return;
      case 'counter-changed':
        this.#counter(change);
        return;
      case 'announcement-changed':
        if (change.announcement.visitId === id)
          this.#announcements.set(change.announcement.id, change.announcement);
        return;
      case 'print-job-changed':
        if (change.printJob.visitId === id) this.#slip(change.printJob);
        return;
      default:
    }
  }

  result(): Omit<VisitStory, 'series'> {
    const { id, ticket, day, serviceId, queueId } = this.#begin;
    const lines: readonly StoryLine[] = [
      this.#arrived,
      ...[...this.#jobs.values()].map(toSlip),
      ...this.#others.map(({ line }) => line),
      ...this.#counters,
      ...this.#actions.map(({ line }) => line),
      ...[...this.#announcements.values()].map(toCall),
    ];
    return {
      ...{ visitId: id, number: ticket.number, day, serviceId, queueId },
      firstCalledAt: this.#firstCalledAt,
      openAtArrival: this.#openAtArrival,
      lines: lines.toSorted((a, b) => a.at - b.at),
    };
  }

  #act({ visit, action, at, counterId, because, by }: ChangeOf<'visit-changed'>): void {
    const after = JSON.stringify(visit);
    if (action === 'undo') {
      const kept = this.#actions.findLastIndex((each) => !each.line.undone && each.visit === after);
      this.#actions = this.#actions.map((each, index) =>
        index > kept ? { ...each, line: { ...each.line, undone: true } } : each,
      );
    }
    const recorded = action === 'set-result' ? visit.results?.at(-1) : undefined;
    this.#actions.push({
      visit: after,
      line: {
        ...{ type: 'action', at, action, counterId, personId: by.personId, because },
        ...{ undone: false, queueId: visit.queueId, priority: visit.priority },
        ...(recorded === undefined ? {} : { result: recorded.result }),
      },
    });
    this.#firstCalledAt = visit.firstCalledAt ?? null;
  }

  /** Only while the visit waits, and only of a counter that could call it. */
  #counter({ at, counter }: ChangeOf<'counter-changed'>): void {
    const { counterId, state } = counter;
    const own = this.#replay.visits.get(this.#begin.id);
    if (own?.state !== 'waiting' || !this.#serves(counterId)) return;
    const reason = counter.state === 'paused' ? counter.reason : null;
    const last = this.#counters.findLast((line) => line.counterId === counterId);
    // The page of a clerk that came back is no change of the counter.
    if (last?.state === state && last.reason === reason) return;
    this.#counters.push({ type: 'counter', at, counterId, state, reason });
  }

  #serves(counterId: CounterId): boolean {
    const { queueId } = this.#replay.visits.get(this.#begin.id) ?? this.#begin;
    return this.#replay.settings.counters.some(
      ({ id, queueIds }) => id === counterId && queueIds.includes(queueId),
    );
  }

  #slip(job: PrintJob): void {
    this.#jobs.set(job.id, job);
  }
}

function toSlip({ settledAt, askedAt, kioskId, state, fault, copy }: PrintJob): LineOf<'slip'> {
  return { type: 'slip', at: settledAt ?? askedAt, kioskId, state, fault, copy };
}

function toCall({ calledAt, counterId, state, failure }: Announcement): LineOf<'call'> {
  return { type: 'call', at: calledAt, counterId, state, failure };
}
