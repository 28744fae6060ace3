import type { HubState, Mirror } from '@motcua/client';
import {
  type Instant,
  issuingAt,
  type QueueId,
  queueRefusal,
  type Service,
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
  readonly offlineLeft: ((queueId: QueueId) => number | null) | null;
  /** The prefixes of the numbers that this kiosk issued today. */
  readonly lettersOut: readonly string[];
  readonly zoneClock: (zone: string) => ZoneClock;
}

/** How many large buttons the first page has space for. */
export const USUAL_MAX = 6;

/** Everything the page knows, computed from everything the service knows. */
export function toKioskView(sources: ViewSources): KioskView {
  const { hub, pairingCode, pairingRefused, printer, printProof, unresolved, now } = sources;
  const { mirror } = hub;
  const at = (now + hub.clockOffsetMs) as Instant;
  const connection = connectionOf(sources);
  // A kiosk that the hub rejected issues no numbers of its own.
  const isAway = connection === 'offline' && hub.turnedAway === null;
  const offlineLeft = isAway ? sources.offlineLeft : null;
  const base = {
    ...{ connection, issuesOffline: false, pairingCode, pairingRefused },
    ...{ printer, printProof, unresolved, at },
  };
  if (mirror === null) return { ...base, ...NOTHING_KNOWN };

  const { site } = mirror.settings;
  const own = mirror.deviceId === null ? undefined : mirror.devices.get(mirror.deviceId);
  const serviceGroups = mirror.settings.serviceGroups.toSorted(byOrder);
  const services = mirror.settings.services
    .filter(({ active }) => active)
    .toSorted(byOrder)
    .map((service) => toKioskService(service, mirror, offlineLeft));
  return {
    ...base,
    issuesOffline: services.some(({ queueId }) => (offlineLeft?.(queueId) ?? null) !== null),
    centre: site.name,
    authority: site.authority,
    serviceGroups,
    services,
    usual: usualServices(serviceGroups, services),
    issuing: issuingAt(site, at, sources.zoneClock(site.zone)),
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
  issuing: { open: false, why: 'closed', opensAt: null, opensOn: null, reason: null },
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
  offlineLeft: ViewSources['offlineLeft'],
): KioskService {
  const queue = mirror.settings.queues.find(({ id }) => id === service.queueId);
  // The number of waiting visits is outdated while the hub is unreachable.
  const loads = offlineLeft === null ? mirror.loads[service.queueId] : undefined;
  const { waiting = null, estimate = null, left = null } = loads ?? {};
  const no = queueRefusal(
    queue ?? null,
    offlineLeft === null ? left : offlineLeft(service.queueId),
  );
  return {
    ...service,
    waiting,
    estimate,
    counters: countersOf(mirror, service.queueId),
    // Staff may know more of the quota than a kiosk without the hub.
    noNumbers: no === 'quota-reached' && offlineLeft !== null ? 'numbers-used-up' : no,
  };
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
    .slice(0, USUAL_MAX)
    .map(({ id }) => id);
}

const byOrder = (a: { readonly order: number }, b: { readonly order: number }): number =>
  a.order - b.order;
