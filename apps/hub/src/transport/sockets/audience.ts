import {
  type Announcement,
  type CounterState,
  type DeviceId,
  type Instant,
  isAwaited,
  ok,
  type Person,
  type Result,
  type VisitId,
} from '@motcua/domain';
import type { Change, ChangeOf, FactType, Loads, Missed, Role, Snapshot } from '@motcua/protocol';
import type { Hub } from '../../engine/hub.ts';
import type { LiveState } from '../../engine/live-state.ts';

const STAFF_HEARS: ReadonlySet<FactType> = new Set<FactType>([
  'ticket-issued',
  'visit-changed',
  'care-changed',
  'booking-changed',
  'announcement-changed',
  'print-job-changed',
  'counter-changed',
  'setting-changed',
  'setting-removed',
  'device-changed',
  'person-changed',
  'day-closed',
  'history-lost',
  'ticket-refused',
]);

/** Which changes are a role's business. Everything is filtered here, before it leaves the hub. */
const HEARS: { readonly [R in Role]: ReadonlySet<FactType> } = {
  kiosk: new Set([
    'counter-changed',
    'setting-changed',
    'setting-removed',
    'device-changed',
    'print-job-changed',
    'day-closed',
  ]),
  display: new Set([
    'announcement-changed',
    'counter-changed',
    'setting-changed',
    'setting-removed',
    'day-closed',
  ]),
  counter: STAFF_HEARS,
  admin: STAFF_HEARS,
};

/** Roles that are told how many wait instead of who. */
export const TOLD_LOADS: ReadonlySet<Role> = new Set<Role>(['kiosk']);
/** Roles that show who missed a call and is still awaited. */
export const TOLD_MISSED: ReadonlySet<Role> = new Set<Role>(['display']);

/** What a role may know of these changes. */
export function forRole(role: Role, changes: readonly Change[]): readonly Change[] {
  return changes
    .filter((change) => HEARS[role].has(change.type) && concerns(role, change))
    .map((change) => without(role, change));
}

/** What a role may know of today. A kiosk also gets its own slips. */
export function snapshotFor(role: Role, state: LiveState, deviceId: DeviceId | null): Snapshot {
  const staff = role === 'counter' || role === 'admin';
  return {
    settings: state.settings.all(),
    visits: staff ? [...state.visits.values()] : [],
    counters: [...state.counters.values()].map((counter) => seen(role, counter)),
    announcements:
      role === 'kiosk'
        ? []
        : [...state.announcements.values()].slice(-50).map((each) => called(role, each)),
    printJobs: [...state.printJobs.values()].filter(
      ({ kioskId, state: at }) =>
        staff || (role === 'kiosk' && kioskId === deviceId && at === 'asked'),
    ),
    devices: [...state.devices.values()].filter(
      (device) => staff || (role === 'kiosk' && device.role === 'kiosk'),
    ),
    people: staff ? [...state.people.values()].map((person) => shown(role, person)) : [],
    care: staff ? [...state.care].map(([visitId, care]) => ({ visitId, care })) : [],
    bookings: staff ? [...state.bookings.values()] : [],
    recentCalls: staff ? state.calls.toRecord() : {},
    historyLost: staff ? state.historyLost : null,
    refusedTickets: staff ? state.refusedTickets : [],
  };
}

/** How many wait in each queue, how long somebody who comes now would, and whether there are numbers left. */
export function loadsOf({ state, estimates }: Pick<Hub, 'state' | 'estimates'>): Loads {
  const { settings, room } = state;
  return Object.fromEntries(
    settings.all().queues.map(({ id }) => {
      const load = {
        ...room.load(id),
        estimate: estimates.range(id),
        left: state.left(id),
        given: state.placesTaken.in(id),
      };
      return [id, load];
    }),
  );
}

/** Whether the changes may have made the list of those who are awaited another; time does so too. */
export function mayChangeMissed(changes: readonly Change[]): boolean {
  return changes.some(
    (change) =>
      change.type === 'day-closed' ||
      (change.type === 'setting-changed' && change.setting.kind === 'site') ||
      (change.type === 'visit-changed' && MOVES_MISSED.has(change.action)),
  );
}

const MOVES_MISSED: ReadonlySet<ChangeOf<'visit-changed'>['action']> = new Set<
  ChangeOf<'visit-changed'>['action']
>(['mark-no-show', 'reinstate', 'undo']);

/** The numbers of those who missed a call and are still awaited, latest first. */
export function missedOf(state: LiveState, at: Instant): Missed {
  const { missed } = state.settings.site;
  return state
    .noShows()
    .filter((visit) => isAwaited(visit, at, missed))
    .toSorted((a, b) => b.closedAt - a.closedAt)
    .map(({ ticket }) => ticket.number);
}

/** A kiosk learns of kiosks only: whether it is locked, or in practice, or is to print a slip once more. */
function concerns(role: Role, change: Change): boolean {
  if (role !== 'kiosk') return true;
  if (change.type === 'print-job-changed')
    return change.printJob.copy && change.printJob.state === 'asked';
  return change.type !== 'device-changed' || change.device.role === 'kiosk';
}

/** A counter in practice is closed to the room. */
function seen(role: Role, counter: CounterState): CounterState {
  const inPublic = role === 'display' || role === 'kiosk';
  return inPublic && counter.state !== 'closed' && counter.training
    ? { counterId: counter.counterId, state: 'closed' }
    : counter;
}

/** What a role may know of what came of its own command. */
export function answerFor(
  role: Role,
  result: Result<readonly Change[]>,
): Result<readonly Change[]> {
  return role === 'display' && result.ok ? ok(forRole(role, result.value)) : result;
}

/** A wall in public knows the number, never the code on the slip: with it one could follow whomever it calls. */
function called(role: Role, announcement: Announcement): Announcement {
  return role === 'display' ? { ...announcement, visitId: UNTOLD } : announcement;
}

const UNTOLD = '' as VisitId;

function without(role: Role, recorded: Change): Change {
  const change = asNews(recorded);
  if (change.type === 'person-changed') return { ...change, person: shown(role, change.person) };
  if (role === 'admin') return change;
  const told = { ...change, by: { ...change.by, reason: null } };
  if (told.type === 'announcement-changed')
    return { ...told, announcement: called(role, told.announcement) };
  // Every kiosk hears which of them is asked; the code on the slip is told to that one alone, when it asks.
  if (told.type === 'print-job-changed' && role === 'kiosk')
    return { ...told, printJob: { ...told.printJob, visitId: UNTOLD } };
  return told.type === 'counter-changed' ? { ...told, counter: seen(role, told.counter) } : told;
}

/** What something was before is the journal's business: whoever hears of a change has it. */
function asNews(change: Change): Change {
  if (!('before' in change)) return change;
  const { before: _before, ...news } = change;
  return news;
}

/** How somebody signs in is the administrator's business. */
function shown(role: Role, person: Person): Person {
  return role === 'admin' ? person : { ...person, login: '' };
}
