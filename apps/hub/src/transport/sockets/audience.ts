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

const STAFF: readonly Role[] = ['counter', 'admin'];
const EVERY_ROLE: readonly Role[] = [...STAFF, 'kiosk', 'display'];
const NO_ROLE: readonly Role[] = [];

/** The roles that get a kind of change, and what of it; null: this change not at all. */
interface Audience<T extends FactType> {
  readonly roles: readonly Role[];
  readonly show: (change: ChangeOf<T>, role: Role) => ChangeOf<T> | null;
}

/** Everything is filtered here, before it leaves the hub. A new kind of change does not compile without an entry. */
const AUDIENCE: { readonly [T in FactType]: Audience<T> } = {
  'ticket-issued': whole(STAFF),
  'visit-changed': whole(STAFF),
  'care-changed': whole(STAFF),
  'booking-changed': whole(STAFF),
  'announcement-changed': {
    roles: [...STAFF, 'display'],
    show: (change, role) => ({ ...change, announcement: called(role, change.announcement) }),
  },
  'print-job-changed': {
    roles: [...STAFF, 'kiosk'],
    show: (change, role) => {
      if (role !== 'kiosk') return change;
      const { printJob } = change;
      // Every kiosk learns which of them is to print a copy; only that one gets the code on the slip, on request.
      return printJob.copy && printJob.state === 'asked'
        ? { ...change, printJob: { ...printJob, visitId: UNTOLD } }
        : null;
    },
  },
  'counter-changed': {
    roles: EVERY_ROLE,
    show: (change, role) => ({ ...change, counter: seen(role, change.counter) }),
  },
  'setting-changed': whole(EVERY_ROLE),
  'setting-removed': whole(EVERY_ROLE),
  // A kiosk gets kiosks only: whether it is locked, or in practice.
  'device-changed': {
    roles: [...STAFF, 'kiosk'],
    show: (change, role) => (role === 'kiosk' && change.device.role !== 'kiosk' ? null : change),
  },
  'person-changed': {
    roles: STAFF,
    show: (change, role) => ({ ...change, person: shown(role, change.person) }),
  },
  'day-closed': whole(EVERY_ROLE),
  'history-lost': whole(STAFF),
  'ticket-refused': whole(STAFF),
  'numbers-reserved': whole(NO_ROLE),
  'numbers-doubted': whole(NO_ROLE),
  'door-noted': whole(NO_ROLE),
  'visits-forgotten': whole(NO_ROLE),
  'dossiers-changed': whole(NO_ROLE),
  'table-imported': whole(NO_ROLE),
  'clock-confirmed': whole(NO_ROLE),
};

function whole<T extends FactType>(roles: readonly Role[]): Audience<T> {
  return { roles, show: (change) => change };
}

/** Roles that get the number of waiting visits instead of the visits. */
export const GETS_LOADS: ReadonlySet<Role> = new Set<Role>(['kiosk']);
/** Roles that show which missed visits are still awaited. */
export const GETS_MISSED: ReadonlySet<Role> = new Set<Role>(['display']);

/** What a role may know of these changes. */
export function forRole(role: Role, changes: readonly Change[]): readonly Change[] {
  return changes.flatMap((change) => {
    const { roles, show } = AUDIENCE[change.type] as Audience<FactType>;
    return roles.includes(role) ? (show(asNews(change, role), role) ?? []) : [];
  });
}

/** What a role may know of today. A kiosk also gets its own slips. */
export function snapshotFor(role: Role, state: LiveState, deviceId: DeviceId | null): Snapshot {
  const staff = STAFF.includes(role);
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

/** How many wait in each queue, the estimate for a new visitor, and whether there are numbers left. */
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

/** Whether the changes may have changed the list of awaited visits; time does so too. */
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

/** The numbers of visits that missed a call and are still awaited, latest first. */
export function missedOf(state: LiveState, at: Instant): Missed {
  const { missed } = state.settings.site;
  return state
    .noShows()
    .filter((visit) => isAwaited(visit, at, missed))
    .toSorted((a, b) => b.closedAt - a.closedAt)
    .map(({ ticket }) => ticket.number);
}

/** A counter in practice appears closed to the room. */
function seen(role: Role, counter: CounterState): CounterState {
  const inPublic = role === 'display' || role === 'kiosk';
  return inPublic && counter.state !== 'closed' && counter.training
    ? { counterId: counter.counterId, state: 'closed' }
    : counter;
}

/** What a role may know of the changes of its own command. */
export function answerFor(
  role: Role,
  result: Result<readonly Change[]>,
): Result<readonly Change[]> {
  return role === 'display' && result.ok ? ok(forRole(role, result.value)) : result;
}

/** A public display gets the number, never the code on the slip: with it the visit could be followed. */
function called(role: Role, announcement: Announcement): Announcement {
  return role === 'display' ? { ...announcement, visitId: UNTOLD } : announcement;
}

const UNTOLD = '' as VisitId;

/** The former value is for the journal only, and the reason for those who may read it. */
function asNews(change: Change, role: Role): Change {
  const visible = role === 'admin' ? change : { ...change, by: { ...change.by, reason: null } };
  if (!('before' in visible)) return visible;
  const { before: _before, ...news } = visible;
  return news;
}

/** How a person signs in is for the administrator only. */
function shown(role: Role, person: Person): Person {
  return role === 'admin' ? person : { ...person, login: '' };
}
