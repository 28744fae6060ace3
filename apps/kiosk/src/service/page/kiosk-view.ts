import type { HubState, Mirror } from '@motcua/client';
import {
  type AdmissionContext,
  admissionSettings,
  admitTicket,
  bindingLimits,
  type Instant,
  issuingAt,
  openingAt,
  type QueueId,
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
  const clock = sources.zoneClock(site.zone);
  const admission: AdmissionContext = {
    settings: admissionSettings(mirror.settings),
    opening: openingAt(site.hours, at, clock),
    at,
    left: offlineLeft ?? ((queueId) => mirror.loads[queueId]?.left ?? null),
  };
  const services = mirror.settings.services
    .filter(({ active }) => active)
    .toSorted(byOrder)
    .map((service) => toKioskService(service, mirror, admission, offlineLeft !== null));
  return {
    ...base,
    issuesOffline: services.some(({ queueId }) => (offlineLeft?.(queueId) ?? null) !== null),
    centre: site.name,
    authority: site.authority,
    serviceGroups,
    services,
    usual: usualServices(serviceGroups, services),
    issuing: issuingAt(site, at, clock),
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
  admission: AdmissionContext,
  isOffline: boolean,
): KioskService {
  // The number of waiting visits is outdated while the hub is unreachable.
  const loads = isOffline ? undefined : mirror.loads[service.queueId];
  const { waiting = null, estimate = null } = loads ?? {};
  return {
    ...service,
    waiting,
    estimate,
    counters: countersOf(mirror, service.queueId),
    noNumbers: whyNoNumbers(service, mirror, admission, isOffline),
  };
}

/** Why the service gets no number at any hour of the day; when numbers are given is said once, of the whole centre. */
function whyNoNumbers(
  { id }: Service,
  { deviceId, devices }: Mirror,
  admission: AdmissionContext,
  isOffline: boolean,
): KioskService['noNumbers'] {
  const kiosk = deviceId === null ? undefined : devices.get(deviceId);
  const limits = bindingLimits('visitor', kiosk?.training ?? false, null);
  const request = { serviceIds: [id], priorityGroupId: null, kiosk, limits };
  const admitted = admitTicket(admission, request);
  if (admitted.ok) return null;
  switch (admitted.refusal.code) {
    case 'queue-closed':
      return 'queue-closed';
    case 'quota-reached':
      // Staff may know more of the quota than a kiosk without the hub.
      return isOffline ? 'numbers-used-up' : 'quota-reached';
    default:
      return null;
  }
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
