import {
  type Announcement,
  type AnnouncementId,
  assertNever,
  type CounterId,
  type CounterState,
  createWaitingRoom,
  type Device,
  type DeviceId,
  type Instant,
  type LocalDate,
  type Person,
  type PersonId,
  type PriorityClass,
  type PrintJob,
  type PrintJobId,
  priorityAt,
  type QueueId,
  type Visit,
  type VisitId,
  type WaitingRoom,
  type ZoneClock,
} from '@motcua/domain';
import type { Change, ChangeOf, Seq } from '@motcua/protocol';
import { LiveSettings } from './live-settings.ts';

/** What undo needs to know of a counter's last action. */
export interface LastAction {
  readonly at: number;
  readonly lastSeq: Seq;
  /** The visits as they were before, in the order in which they were changed. */
  readonly before: readonly Visit[];
}

interface Call {
  readonly visitId: VisitId;
  readonly priority: PriorityClass;
}

/** Enough calls of a counter to know whose turn it is in every interleaving that can be set (up to 20 to 20). */
const CALLS_KEPT = 40;

/** Today, in memory: what the journal of today adds up to. Read by the use cases, changed only by `apply`. */
export class LiveState {
  today: LocalDate;
  seq: Seq = 0;
  readonly settings = new LiveSettings();
  readonly visits = new Map<VisitId, Visit>();
  readonly announcements = new Map<AnnouncementId, Announcement>();
  readonly printJobs = new Map<PrintJobId, PrintJob>();
  readonly counters = new Map<CounterId, CounterState>();
  readonly devices = new Map<DeviceId, Device>();
  readonly people = new Map<PersonId, Person>();
  readonly lastNumber = new Map<QueueId, number>();
  readonly numbersGiven = new Set<string>();
  readonly lastActions = new Map<CounterId, LastAction>();
  readonly #atCounter = new Map<CounterId, Set<VisitId>>();
  readonly #unheard = new Set<AnnouncementId>();
  readonly #changedAt = new Map<VisitId, Seq>();
  readonly #calls = new Map<CounterId, Call[]>();
  #room: WaitingRoom = createWaitingRoom();
  #midnight: { readonly clock: ZoneClock; readonly of: LocalDate; readonly at: Instant };

  constructor(today: LocalDate) {
    this.today = today;
    const { clock } = this.settings;
    this.#midnight = { clock, of: today, at: clock.endOfDay(today) };
  }

  /** Whether midnight has passed on the site's clock; the day never goes back. */
  isOver(at: Instant): boolean {
    const { clock } = this.settings;
    if (this.#midnight.clock !== clock || this.#midnight.of !== this.today)
      this.#midnight = { clock, of: this.today, at: clock.endOfDay(this.today) };
    return at >= this.#midnight.at;
  }

  get room(): WaitingRoom {
    return this.#room;
  }

  /** Visits called, served or parked at a counter. */
  at(counterId: CounterId): readonly Visit[] {
    const ids = this.#atCounter.get(counterId) ?? new Set<VisitId>();
    return [...ids].flatMap((id) => this.visits.get(id) ?? []);
  }

  /** Announcements that wait for a display or are being spoken. */
  unheard(): readonly Announcement[] {
    return [...this.#unheard].flatMap((id) => this.announcements.get(id) ?? []);
  }

  /** When the visit was last changed; undo asks whether anything has built on an action. */
  changedAt(id: VisitId): Seq {
    return this.#changedAt.get(id) ?? 0;
  }

  /** The classes this counter called today, newest last. */
  recentCalls(counterId: CounterId): readonly PriorityClass[] {
    return (this.#calls.get(counterId) ?? []).map(({ priority }) => priority);
  }

  /** Takes over the changes of one command, in order. */
  apply(changes: readonly Change[]): void {
    this.#rememberForUndo(changes);
    for (const change of changes) {
      this.seq = change.seq;
      this.#applyOne(change);
    }
  }

  #applyOne(change: Change): void {
    switch (change.type) {
      case 'ticket-issued':
        this.#issued(change);
        return;
      case 'visit-changed':
        this.#noteCall(change);
        this.#place(change.visit, change.seq);
        return;
      case 'announcement-changed': {
        const { announcement } = change;
        this.announcements.set(announcement.id, announcement);
        if (announcement.state === 'queued' || announcement.state === 'playing')
          this.#unheard.add(announcement.id);
        else this.#unheard.delete(announcement.id);
        return;
      }
      case 'print-job-changed':
        this.printJobs.set(change.printJob.id, change.printJob);
        return;
      case 'counter-changed':
        this.counters.set(change.counter.counterId, change.counter);
        return;
      case 'setting-changed':
        this.settings.put(change.setting);
        return;
      case 'setting-removed':
        this.settings.remove(change.kind, change.id);
        return;
      case 'device-changed':
        this.devices.set(change.device.id, change.device);
        return;
      case 'person-changed':
        this.people.set(change.person.id, change.person);
        return;
      case 'day-closed':
        this.#startDay(change);
        return;
      default:
        assertNever(change);
    }
  }

  #issued({ visit, printJob, seq }: ChangeOf<'ticket-issued'>): void {
    const queue = this.settings.queue(visit.queueId);
    const digits = Number(visit.ticket.number.replace(/^\D+/, ''));
    if (queue !== null) this.lastNumber.set(queue.id, digits);
    this.numbersGiven.add(visit.ticket.number);
    if (printJob !== null) this.printJobs.set(printJob.id, printJob);
    this.#place(visit, seq);
  }

  #place(visit: Visit, seq: Seq): void {
    const before = this.visits.get(visit.id);
    if (before?.state === 'waiting') this.#room.remove(visit.id);
    else if (before !== undefined && before.state !== 'closed')
      this.#atCounter.get(before.counterId)?.delete(visit.id);

    this.visits.set(visit.id, visit);
    this.#changedAt.set(visit.id, seq);

    if (visit.state === 'waiting') this.#room.add(visit);
    else if (visit.state !== 'closed') {
      const here = this.#atCounter.get(visit.counterId) ?? new Set<VisitId>();
      this.#atCounter.set(visit.counterId, here.add(visit.id));
    }
  }

  #noteCall({ visit, action, counterId, at }: ChangeOf<'visit-changed'>): void {
    if (counterId === null) return;
    const calls = this.#calls.get(counterId) ?? [];
    if (action === 'call') calls.push({ visitId: visit.id, priority: priorityAt(visit, at) });
    else if (action === 'undo' && visit.state === 'waiting') {
      const undone = calls.findLastIndex(({ visitId }) => visitId === visit.id);
      if (undone >= 0) calls.splice(undone, 1);
    }
    this.#calls.set(counterId, calls.slice(-CALLS_KEPT));
  }

  #rememberForUndo(changes: readonly Change[]): void {
    const actions = changes.filter((change) => change.type === 'visit-changed');
    const last = actions.at(-1);
    if (last === undefined || last.counterId === null) return;
    if (last.action === 'undo') {
      this.lastActions.delete(last.counterId);
      return;
    }
    const before = new Map(
      actions.flatMap(({ visit }) => {
        const was = this.visits.get(visit.id);
        return was === undefined ? [] : [[visit.id, was] as const];
      }),
    );
    this.lastActions.set(last.counterId, {
      at: last.at,
      lastSeq: last.seq,
      before: [...before.values()],
    });
  }

  #startDay({ next }: ChangeOf<'day-closed'>): void {
    this.today = next;
    for (const map of [
      this.visits,
      this.announcements,
      this.printJobs,
      this.lastNumber,
      this.numbersGiven,
      this.lastActions,
      this.#atCounter,
      this.#unheard,
      this.#changedAt,
      this.#calls,
    ])
      map.clear();
    this.#room = createWaitingRoom();
  }
}
