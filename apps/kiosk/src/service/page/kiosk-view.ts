import type { HubState, Mirror } from '@motcua/client';
import {
  numbersEnded,
  openingAt,
  type Instant,
  type Opening,
  type QueueId,
  type Service,
  type Site,
  type ZoneClock,
} from '@motcua/domain';
import type { KioskService, KioskView } from '../../bridge.ts';
import { countersOf } from '../tickets/issued-ticket.ts';

export interface ViewSources {
  readonly hub: HubState;
  readonly pairingCode: string | null;
  readonly isPairing: boolean;
  readonly pairingRefused: boolean;
  readonly printer: KioskView['printer'];
  readonly printProof: KioskView['printProof'];
  readonly unresolved: KioskView['unresolved'];
  /** Local clock. */
  readonly now: Instant;
  /** How many numbers of its own a kiosk has for a queue while the hub is unreachable; null: the hub is connected. */
  readonly ownLeft: ((queueId: QueueId) => number | null) | null;
  /** The prefixes of the numbers that this kiosk issued today. */
  readonly lettersOut: readonly string[];
  readonly zoneClock: (zone: string) => ZoneClock;
}

/** How many large buttons the first page has space for. */
export const USUAL_AT_MOST = 6;

/** Everything the page knows, computed from everything the service knows. */
export function toKioskView(sources: ViewSources): KioskView {
  const { hub, pairingCode, pairingRefused, printer, printProof, unresolved, now } = sources;
  const { mirror } = hub;
  const at = (now + hub.clockOffsetMs) as Instant;
  const connection = connectionOf(sources);
  // A kiosk that the hub rejected issues no numbers of its own.
  const isAway = connection === 'offline' && hub.turnedAway === null;
  const ownLeft = isAway ? sources.ownLeft : null;
  const base = {
    ...{ connection, alone: false, pairingCode, pairingRefused },
    ...{ printer, printProof, unresolved, at },
  };
  if (mirror === null) return { ...base, ...NOTHING_KNOWN };

  const { site } = mirror.settings;
  const clock = sources.zoneClock(site.zone);
  const opening = openingAt(site.hours, at, clock);
  const own = mirror.deviceId === null ? undefined : mirror.devices.get(mirror.deviceId);
  const serviceGroups = mirror.settings.serviceGroups.toSorted(byOrder);
  const services = mirror.settings.services
    .filter(({ active }) => active)
    .toSorted(byOrder)
    .map((service) => toKioskService(service, mirror, ownLeft));
  return {
    ...base,
    alone: services.some(({ queueId }) => (ownLeft?.(queueId) ?? null) !== null),
    centre: site.name,
    authority: site.authority,
    serviceGroups,
    services,
    usual: usualServices(serviceGroups, services),
    opening,
    ended: endedOf(site, opening, at, clock),
    locked: own?.locked ?? false,
    training: own?.training ?? false,
    priorityGroups: mirror.settings.priorityGroups
      .filter(({ active, atKiosk }) => active && atKiosk)
      .toSorted(byOrder),
    // Checking in a booking issues a real ticket, so it is not offered in training.
    bookings: site.bookings.offered && own?.training !== true && connection !== 'offline',
    holdMinutes: site.holdMinutes,
    prefixes: prefixesOf(mirror, sources.lettersOut),
    numbersOut: Object.values(mirror.loads).some(({ waiting, given }) => waiting + given > 0),
    today: mirror.today,
    zone: site.zone,
  };
}

const NOTHING_KNOWN = {
  centre: { vi: '' },
  authority: { vi: '' },
  serviceGroups: [],
  services: [],
  usual: [],
  opening: { open: false, opensAt: null, reason: null },
  ended: null,
  locked: false,
  training: false,
  priorityGroups: [],
  bookings: false,
  holdMinutes: 0,
  prefixes: [],
  numbersOut: false,
  today: '1970-01-01' as KioskView['today'],
  zone: 'Asia/Ho_Chi_Minh',
} as const satisfies Partial<KioskView>;

function connectionOf({ hub, isPairing }: ViewSources): KioskView['connection'] {
  if (isPairing || hub.turnedAway === 'unknown-device') return 'unpaired';
  if (hub.connection === 'turned-away') return 'offline';
  // A connection that is being renewed still carries requests.
  return hub.connection === 'connecting' && hub.mirror !== null ? 'live' : hub.connection;
}

function toKioskService(
  service: Service,
  mirror: Mirror,
  ownLeft: ViewSources['ownLeft'],
): KioskService {
  const queue = mirror.settings.queues.find(({ id }) => id === service.queueId);
  // The number of waiting visits is outdated while the hub is unreachable.
  const loads = ownLeft === null ? mirror.loads[service.queueId] : undefined;
  const { waiting = null, estimate = null, left = null } = loads ?? {};
  const usedUp = ownLeft?.(service.queueId) === 0;
  return {
    ...service,
    waiting,
    estimate,
    counters: countersOf(mirror, service.queueId),
    noNumbers: noNumbers(queue?.active === true, left, usedUp),
  };
}

function noNumbers(
  active: boolean,
  left: number | null,
  usedUp: boolean,
): KioskService['noNumbers'] {
  if (!active) return 'queue-closed';
  if (usedUp) return 'numbers-used-up';
  return left === 0 ? 'quota-reached' : null;
}

/** Issuing ends some minutes before closing time, when the next opening is known already. */
function endedOf(
  { hours, lastTicketMinutes }: Site,
  opening: Opening,
  at: Instant,
  clock: ZoneClock,
): KioskView['ended'] {
  if (!opening.open || !numbersEnded(opening, lastTicketMinutes, at)) return null;
  const next = openingAt(hours, opening.until, clock);
  return { opensAt: next.open ? null : next.opensAt };
}

/**
 * Includes queues that issue no numbers any more, because a number of them may still be held. After
 * them the letters of offline series in use, of this and the other kiosks.
 */
function prefixesOf(
  { settings, devices, deviceId }: Mirror,
  lettersOut: readonly string[],
): readonly string[] {
  const prefixes = new Set(settings.queues.map(({ series }) => series.prefix));
  const printed = lettersOut.flatMap((letters) => {
    const prefix = [...prefixes].find((each) => letters !== each && letters.startsWith(each));
    return prefix === undefined || prefixes.has(letters) ? [] : [...letters.slice(prefix.length)];
  });
  const others = [...devices.values()].flatMap(({ id, revoked, offlineLetter }) =>
    id === deviceId || revoked || offlineLetter === undefined ? [] : [offlineLetter],
  );
  const letters = new Set([...printed, ...others].filter((letter) => !prefixes.has(letter)));
  return [...[...prefixes].toSorted(), ...[...letters].toSorted()];
}

/** The services marked as common that issue numbers now, in the order of their groups. */
function usualServices(
  groups: KioskView['serviceGroups'],
  services: readonly KioskService[],
): KioskView['usual'] {
  return groups
    .flatMap(({ id }) => services.filter(({ groupId }) => groupId === id))
    .filter(({ usual, noNumbers }) => usual && noNumbers === null)
    .slice(0, USUAL_AT_MOST)
    .map(({ id }) => id);
}

const byOrder = (a: { readonly order: number }, b: { readonly order: number }): number =>
  a.order - b.order;
