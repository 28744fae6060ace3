import {
  type Announcement,
  type AnnouncementId,
  assertNever,
  type Booking,
  type BookingId,
  CallHistory,
  type VisitorNotes,
  type CounterId,
  type CounterState,
  createWaitingRoom,
  type Device,
  type DeviceId,
  GivenNumbers,
  type Instant,
  isReportedByDisplay,
  type LocalDate,
  ownerOf,
  type Person,
  type PersonId,
  PlacesTaken,
  type PrintJob,
  type PrintJobId,
  type QueueId,
  type Visit,
  type VisitId,
  type WaitingRoom,
  type ZoneClock,
} from '@motcua/domain';
import {
  type Change,
  type ChangeOf,
  type FactType,
  type HistoryLost,
  type RefusedTicket,
  type Seq,
  toHistoryLost,
  toRefusedTicket,
} from '@motcua/protocol';
import { LastActions } from './last-actions.ts';
import { LiveSettings } from './live-settings.ts';
import { LegacyNumberBlocks } from './legacy-number-blocks.ts';

/** Today, in memory: the sum of today's journal. Read by the use cases, changed only by `apply`. */
export class LiveState {
  today: LocalDate;
  seq: Seq = 0;
  /** The day went back here: every older mirror begins anew. */
  mirroredSince: Seq = 0;
  readonly settings = new LiveSettings();
  readonly visits = new Map<VisitId, Visit>();
  readonly announcements = new Map<AnnouncementId, Announcement>();
  readonly printJobs = new Map<PrintJobId, PrintJob>();
  readonly counters = new Map<CounterId, CounterState>();
  readonly devices = new Map<DeviceId, Device>();
  readonly people = new Map<PersonId, Person>();
  readonly care = new Map<VisitId, VisitorNotes>();
  readonly bookings = new Map<BookingId, Booking>();
  readonly placesTaken = new PlacesTaken();
  readonly numbersGiven = new GivenNumbers();
  /** While it is set, numbers of the hub carry a letter; null: everything of the day is known. */
  historyLost: HistoryLost | null = null;
  /** Reported today, and not accepted; oldest first. */
  refusedTickets: readonly RefusedTicket[] = [];
  readonly lastActions = new LastActions();
  calls = CallHistory.empty;
  readonly #atCounter = new Map<CounterId, Set<VisitId>>();
  readonly #unheard = new Set<AnnouncementId>();
  #lastReported: AnnouncementId | null = null;
  readonly #callsOf = new Map<VisitId, AnnouncementId[]>();
  readonly #changedAt = new Map<VisitId, Seq>();
  readonly #counterChangedAt = new Map<CounterId, Seq>();
  readonly #byNumber = new Map<string, VisitId>();
  readonly #lastOf = new Map<FactType, Seq>();
  readonly #lettersUsed = new Set<string>();
  readonly #lettersBeside: (day: LocalDate) => readonly string[];
  readonly #legacyBlocks = new LegacyNumberBlocks();
  readonly #reserved = new Set<VisitId>();
  readonly #noShows = new Set<VisitId>();
  #room: WaitingRoom = createWaitingRoom();
  #midnight: { readonly clock: ZoneClock; readonly of: LocalDate; readonly at: Instant };

  /** `lettersBeside`: the letters taken on a day, as recorded beside the journal. */
  constructor(today: LocalDate, lettersBeside: (day: LocalDate) => readonly string[] = () => []) {
    this.today = today;
    this.#lettersBeside = lettersBeside;
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

  /** Shows whether displays speak: the announcements under way, and the latest one with a report. */
  voice(): readonly Announcement[] {
    const last =
      this.#lastReported === null ? undefined : this.announcements.get(this.#lastReported);
    return last === undefined ? this.unheard() : [...this.unheard(), last];
  }

  /** The announcements of a visit today, oldest first. */
  callsOf(visitId: VisitId): readonly Announcement[] {
    return (this.#callsOf.get(visitId) ?? []).flatMap((id) => this.announcements.get(id) ?? []);
  }

  /** Numbers that the queue's quota leaves for today; null: it has no quota. */
  left(queueId: QueueId): number | null {
    const quota = this.settings.queue(queueId)?.dailyQuota ?? null;
    return quota === null ? null : Math.max(0, quota - this.placesTaken.in(queueId));
  }

  /** When the visit was last changed; undo asks whether a later action depends on it. */
  changedAt(id: VisitId): Seq {
    return this.#changedAt.get(id) ?? 0;
  }

  /** When the counter was last opened, closed or paused. */
  counterChangedAt(id: CounterId): Seq {
    return this.#counterChangedAt.get(id) ?? 0;
  }

  /** The visit with that number today; null when no such ticket was given. */
  byNumber(number: string): Visit | null {
    const id = this.#byNumber.get(number);
    return id === undefined ? null : (this.visits.get(id) ?? null);
  }

  /** Whether a number with these letters was given today, in this life of the hub or another one. */
  isLetterUsed(letters: string): boolean {
    return this.#lettersUsed.has(letters) || this.#lettersBeside(this.today).includes(letters);
  }

  /** Whether an older program had reserved that number for that kiosk. */
  isInLegacyBlock(kioskId: DeviceId, day: LocalDate, number: string): boolean {
    return this.#legacyBlocks.has(kioskId, day, number);
  }

  /** Waiting visits with a reservation. */
  reserved(): readonly Visit[] {
    return [...this.#reserved].flatMap((id) => this.visits.get(id) ?? []);
  }

  /** Visits that missed a call today. */
  noShows(): readonly Visit[] {
    return [...this.#noShows].flatMap((id) => this.visits.get(id) ?? []);
  }

  /** Visits that are called and have not come to the counter yet. */
  called(): readonly Visit[] {
    return [...this.#atCounter.values()].flatMap((ids) =>
      [...ids].flatMap((id) => {
        const visit = this.visits.get(id);
        return visit?.state === 'called' ? [visit] : [];
      }),
    );
  }

  /** Where the journal last had a change of one of these types today; before today: 0. */
  lastOf(types: readonly FactType[]): Seq {
    return Math.max(0, ...types.map((type) => this.#lastOf.get(type) ?? 0));
  }

  /** Applies the changes of one command, in order. */
  apply(changes: readonly Change[]): void {
    this.lastActions.remember(changes, this);
    for (const change of changes) {
      this.seq = change.seq;
      this.#lastOf.set(change.type, change.seq);
      this.#applyOne(change);
    }
  }

  #applyOne(change: Change): void {
    switch (change.type) {
      case 'ticket-issued':
        this.#issued(change);
        return;
      case 'visit-changed':
        this.calls = this.calls.after(change);
        this.placesTaken.changed(this.visits.get(change.visit.id), change.visit, change.action);
        if (change.action === 'roll-over') this.numbersGiven.add(change.visit.ticket.number, false);
        this.#place(change.visit, change.seq);
        return;
      case 'care-changed':
        if (change.care === null) this.care.delete(change.visitId);
        else this.care.set(change.visitId, change.care);
        return;
      case 'booking-changed':
        this.bookings.set(change.booking.id, change.booking);
        return;
      case 'announcement-changed': {
        const { announcement } = change;
        const { id, visitId } = announcement;
        if (!this.announcements.has(id))
          this.#callsOf.set(visitId, [...(this.#callsOf.get(visitId) ?? []), id]);
        this.announcements.set(id, announcement);
        if (isReportedByDisplay(announcement)) this.#lastReported = id;
        if (announcement.state === 'queued' || announcement.state === 'playing')
          this.#unheard.add(id);
        else this.#unheard.delete(id);
        return;
      }
      case 'print-job-changed':
        this.printJobs.set(change.printJob.id, change.printJob);
        return;
      case 'counter-changed':
        this.counters.set(change.counter.counterId, change.counter);
        this.#counterChangedAt.set(change.counter.counterId, change.seq);
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
      case 'door-noted':
      case 'dossiers-changed':
      case 'table-imported':
      case 'visits-forgotten':
        return;
      case 'history-lost':
        this.historyLost = toHistoryLost(change);
        if (change.letters !== null) this.#lettersUsed.add(change.letters);
        return;
      case 'ticket-refused':
        this.refusedTickets = [...this.refusedTickets, toRefusedTicket(change)];
        return;
      case 'clock-confirmed':
        this.#cameAgain(change);
        return;
      case 'numbers-reserved':
        this.#legacyBlocks.put(change);
        return;
      case 'numbers-doubted':
        return;
      case 'day-closed':
        this.#startDay(change);
        return;
      default:
        assertNever(change);
    }
  }

  #issued({ visit, printJob, peopleAhead, seq }: ChangeOf<'ticket-issued'>): void {
    // Of a day that is over: reported late, and no part of today.
    if (visit.day !== this.today) return;
    const { number } = visit.ticket;
    const isFromHub = peopleAhead !== null;
    if (!isFromHub) {
      const owner = ownerOf(number, this.settings.prefixes());
      if (owner !== null && owner.of !== 'queue') this.#lettersUsed.add(owner.letters);
    }
    this.placesTaken.given(visit);
    // What a kiosk gave is out of the order in which the hub gives.
    this.numbersGiven.add(number, isFromHub);
    if (printJob !== null) this.printJobs.set(printJob.id, printJob);
    this.#place(visit, seq);
  }

  /** The numbers of a day that was begun before are not given on it again, also not those of the wrong day. */
  #cameAgain({ from, to, numbers, seq }: ChangeOf<'clock-confirmed'>): void {
    if (to < from) this.mirroredSince = seq;
    for (const number of numbers) this.numbersGiven.add(number, true);
  }

  #place(visit: Visit, seq: Seq): void {
    const before = this.visits.get(visit.id);
    if (before?.state === 'waiting') this.#room.remove(visit.id);
    else if (before !== undefined && before.state !== 'closed')
      this.#atCounter.get(before.counterId)?.delete(visit.id);

    this.visits.set(visit.id, visit);
    this.#byNumber.set(visit.ticket.number, visit.id);
    this.#changedAt.set(visit.id, seq);
    set(this.#reserved, visit.id, visit.state === 'waiting' && visit.reservedFor !== null);
    set(this.#noShows, visit.id, visit.state === 'closed' && visit.outcome === 'no-show');

    if (visit.state === 'waiting') this.#room.add(visit);
    else if (visit.state !== 'closed') {
      const here = this.#atCounter.get(visit.counterId) ?? new Set<VisitId>();
      this.#atCounter.set(visit.counterId, here.add(visit.id));
    }
  }

  #startDay({ next }: ChangeOf<'day-closed'>): void {
    this.today = next;
    for (const map of [
      this.visits,
      this.announcements,
      this.printJobs,
      this.care,
      this.placesTaken,
      this.numbersGiven,
      this.#lettersUsed,
      this.#legacyBlocks,
      this.lastActions,
      this.#atCounter,
      this.#unheard,
      this.#callsOf,
      this.#changedAt,
      this.#byNumber,
      this.#reserved,
      this.#noShows,
    ])
      map.clear();
    for (const { id, day } of this.bookings.values()) if (day < next) this.bookings.delete(id);
    this.#lastReported = null;
    this.historyLost = null;
    this.refusedTickets = [];
    this.#room = createWaitingRoom();
    this.calls = CallHistory.empty;
  }
}

function set<T>(items: Set<T>, item: T, isIn: boolean): void {
  if (isIn) items.add(item);
  else items.delete(item);
}
