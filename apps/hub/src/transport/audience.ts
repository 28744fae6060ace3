import type { DeviceId, Person } from '@motcua/domain';
import type { Change, FactType, Loads, Role, Snapshot } from '@motcua/protocol';
import type { LiveState } from '../live-state.ts';

/** Which changes are a role's business. Everything is filtered here, before it leaves the hub. */
const HEARS: { readonly [R in Role]: ReadonlySet<FactType> } = {
  kiosk: new Set(['counter-changed', 'setting-changed', 'setting-removed', 'day-closed']),
  display: new Set([
    'announcement-changed',
    'counter-changed',
    'setting-changed',
    'setting-removed',
    'day-closed',
  ]),
  counter: new Set([
    'ticket-issued',
    'visit-changed',
    'announcement-changed',
    'print-job-changed',
    'counter-changed',
    'setting-changed',
    'setting-removed',
    'device-changed',
    'person-changed',
    'day-closed',
  ]),
  admin: new Set([
    'ticket-issued',
    'visit-changed',
    'announcement-changed',
    'print-job-changed',
    'counter-changed',
    'setting-changed',
    'setting-removed',
    'device-changed',
    'person-changed',
    'day-closed',
  ]),
};

/** Roles that are told how many wait instead of who. */
export const TOLD_LOADS: ReadonlySet<Role> = new Set<Role>(['kiosk']);

/** What a role may know of these changes. */
export function forRole(role: Role, changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ type }) => HEARS[role].has(type)).map((change) => without(role, change));
}

/** What a role may know of today. A kiosk also gets its own slips. */
export function snapshotFor(role: Role, state: LiveState, deviceId: DeviceId | null): Snapshot {
  const staff = role === 'counter' || role === 'admin';
  return {
    settings: state.settings.all(),
    visits: staff ? [...state.visits.values()] : [],
    counters: [...state.counters.values()],
    announcements: role === 'kiosk' ? [] : [...state.announcements.values()].slice(-50),
    printJobs: [...state.printJobs.values()].filter(
      ({ kioskId, state: at }) =>
        staff || (role === 'kiosk' && kioskId === deviceId && at === 'asked'),
    ),
    devices: staff ? [...state.devices.values()] : [],
    people: staff ? [...state.people.values()].map((person) => shown(role, person)) : [],
  };
}

/** How many wait in each queue. */
export function loadsOf({ settings, room }: LiveState): Loads {
  return Object.fromEntries(settings.all().queues.map(({ id }) => [id, room.load(id)]));
}

function without(role: Role, change: Change): Change {
  if (change.type === 'person-changed') return { ...change, person: shown(role, change.person) };
  if (role === 'admin') return change;
  return { ...change, by: { ...change.by, reason: null } };
}

/** How somebody signs in is the administrator's business. */
function shown(role: Role, person: Person): Person {
  return role === 'admin' ? person : { ...person, login: '' };
}
