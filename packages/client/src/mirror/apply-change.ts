import {
  assertNever,
  CallHistory,
  type Announcement,
  withoutSetting,
  withSetting,
} from '@motcua/domain';
import {
  type Change,
  type ChangeOf,
  type Changes,
  toHistoryLost,
  toRefusedTicket,
  type Welcome,
} from '@motcua/protocol';
import type { Mirror } from './mirror.ts';

/** As many calls as a display can show. */
const ANNOUNCEMENTS_KEPT = 50;

type Snapshotted = Omit<Extract<Welcome, { type: 'snapshot' }>, 'history'>;

/** The mirror a snapshot describes. */
export function toMirror(welcome: Snapshotted): Mirror {
  const { seq, today, deviceId, personId, loads, missed, snapshot } = welcome;
  return {
    seq,
    today,
    deviceId,
    personId,
    loads,
    missed,
    settings: snapshot.settings,
    visits: new Map(snapshot.visits.map((visit) => [visit.id, visit])),
    counters: new Map(snapshot.counters.map((counter) => [counter.counterId, counter])),
    announcements: snapshot.announcements.slice(-ANNOUNCEMENTS_KEPT),
    printJobs: new Map(snapshot.printJobs.map((job) => [job.id, job])),
    devices: new Map(snapshot.devices.map((device) => [device.id, device])),
    people: new Map(snapshot.people.map((person) => [person.id, person])),
    care: new Map(snapshot.care.map(({ visitId, care }) => [visitId, care])),
    bookings: new Map(snapshot.bookings.map((booking) => [booking.id, booking])),
    calls: CallHistory.of(snapshot.recentCalls),
    historyLost: snapshot.historyLost,
    refusedTickets: snapshot.refusedTickets,
  };
}

/**
 * The mirror after a batch, the same object when it knew all of it.
 * Null when changes before the batch are missing: say hello again.
 */
export function applyChanges(mirror: Mirror, batch: Changes): Mirror | null {
  if (batch.from > mirror.seq) return null;
  const news = batch.changes.filter((change) => change.seq > mirror.seq);
  const tellsMore = batch.loads !== null || batch.missed !== null;
  if (news.length === 0 && batch.to <= mirror.seq && !tellsMore) return mirror;
  const draft = draftOf(mirror);
  for (const change of news) apply(draft, change);
  return {
    ...mirror,
    ...draft.changed,
    seq: Math.max(mirror.seq, batch.to),
    loads: batch.loads ?? mirror.loads,
    missed: batch.missed ?? mirror.missed,
  };
}

type Part = 'visits' | 'counters' | 'printJobs' | 'devices' | 'people' | 'care' | 'bookings';
type Editable<M> = M extends ReadonlyMap<infer Id, infer Item> ? Map<Id, Item> : never;

interface Draft {
  readonly mirror: Mirror;
  readonly changed: { -readonly [Key in keyof Mirror]?: Mirror[Key] };
  /** A copy for this batch, made when the first change of its kind comes. */
  readonly edit: <P extends Part>(part: P) => Editable<Mirror[P]>;
}

function draftOf(mirror: Mirror): Draft {
  const changed: Draft['changed'] = {};
  const copies = new Map<Part, unknown>();
  return {
    mirror,
    changed,
    edit<P extends Part>(part: P) {
      const known = copies.get(part);
      if (known !== undefined) return known as Editable<Mirror[P]>;
      const source: ReadonlyMap<unknown, unknown> = mirror[part];
      const copy = new Map(source) as Editable<Mirror[P]>;
      copies.set(part, copy);
      Object.assign(changed, { [part]: copy });
      return copy;
    },
  };
}

function apply(draft: Draft, change: Change): void {
  const { mirror, changed, edit } = draft;
  switch (change.type) {
    case 'ticket-issued':
      // Of a day that is over, which is no longer in the mirror.
      if (change.visit.day < (changed.today ?? mirror.today)) return;
      edit('visits').set(change.visit.id, change.visit);
      if (change.printJob !== null) edit('printJobs').set(change.printJob.id, change.printJob);
      return;
    case 'visit-changed':
      edit('visits').set(change.visit.id, change.visit);
      changed.calls = (changed.calls ?? mirror.calls).after(change);
      return;
    case 'care-changed':
      if (change.care === null) edit('care').delete(change.visitId);
      else edit('care').set(change.visitId, change.care);
      return;
    case 'booking-changed':
      edit('bookings').set(change.booking.id, change.booking);
      return;
    case 'announcement-changed':
      changed.announcements = withAnnouncement(
        changed.announcements ?? mirror.announcements,
        change.announcement,
      );
      return;
    case 'print-job-changed':
      edit('printJobs').set(change.printJob.id, change.printJob);
      return;
    case 'counter-changed':
      edit('counters').set(change.counter.counterId, change.counter);
      return;
    case 'setting-changed':
      changed.settings = withSetting(changed.settings ?? mirror.settings, change.setting);
      return;
    case 'setting-removed':
      changed.settings = withoutSetting(
        changed.settings ?? mirror.settings,
        change.kind,
        change.id,
      );
      return;
    case 'device-changed':
      edit('devices').set(change.device.id, change.device);
      return;
    case 'person-changed':
      edit('people').set(change.person.id, change.person);
      return;
    case 'history-lost':
      changed.historyLost = toHistoryLost(change);
      return;
    case 'ticket-refused':
      changed.refusedTickets = [
        ...(changed.refusedTickets ?? mirror.refusedTickets),
        toRefusedTicket(change),
      ];
      return;
    // For searches of the journal; no visit of today depends on it.
    case 'clock-confirmed':
    case 'door-noted':
    case 'dossiers-changed':
    case 'table-imported':
    case 'visits-forgotten':
    case 'numbers-reserved':
    case 'numbers-doubted':
      return;
    case 'day-closed':
      closeDay(draft, change);
      return;
    default:
      assertNever(change);
  }
}

function closeDay({ mirror, changed, edit }: Draft, { day, next }: ChangeOf<'day-closed'>): void {
  const visits = edit('visits');
  const gone = new Set<string>();
  for (const visit of visits.values()) {
    if (visit.day > day) continue;
    gone.add(visit.id);
    visits.delete(visit.id);
  }
  const jobs = edit('printJobs');
  for (const job of jobs.values()) if (gone.has(job.visitId)) jobs.delete(job.id);
  changed.announcements = [];
  changed.calls = CallHistory.empty;
  changed.historyLost = null;
  changed.refusedTickets = [];
  edit('care').clear();
  const bookings = edit('bookings');
  for (const booking of bookings.values()) if (booking.day < next) bookings.delete(booking.id);
  const today = changed.today ?? mirror.today;
  changed.today = next > today ? next : today;
}

function withAnnouncement(
  announcements: readonly Announcement[],
  announcement: Announcement,
): readonly Announcement[] {
  // A call comes as `queued` first, so a change of an unknown one is about a call that was dropped.
  const isForgotten =
    announcement.state !== 'queued' &&
    announcements.length === ANNOUNCEMENTS_KEPT &&
    !announcements.some(({ id }) => id === announcement.id);
  return isForgotten
    ? announcements
    : upsert(announcements, announcement).slice(-ANNOUNCEMENTS_KEPT);
}

function upsert<T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] {
  const place = items.findIndex(({ id }) => id === item.id);
  return place === -1 ? [...items, item] : items.with(place, item);
}
