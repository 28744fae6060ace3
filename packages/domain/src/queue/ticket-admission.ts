import type { Instant, PriorityGroupId, QueueId, ServiceId } from '../ids.ts';
import type { Device } from '../people/people-and-devices.ts';
import { ok, refuse, type RefusalCode, type Result } from '../result.ts';
import type { Opening } from '../site/opening-hours.ts';
import type { PriorityGroup } from '../site/priority-group.ts';
import type { Site } from '../site/site.ts';
import { numbersEnded } from './issuing-hours.ts';
import type { Queue } from './queue.ts';
import { queueWithoutPlace } from './quota.ts';
import type { Service } from './service.ts';

/** The settings that admission needs, found by id; null: there is none. */
export interface AdmissionSettings {
  readonly site: Pick<Site, 'lastTicketMinutes'>;
  readonly service: (id: ServiceId) => Service | null;
  readonly queue: (id: QueueId) => Queue | null;
  readonly priorityGroup: (id: PriorityGroupId) => PriorityGroup | null;
}

/** A centre at a moment, as the hub knows it, or a kiosk without its hub. */
export interface AdmissionContext {
  readonly settings: AdmissionSettings;
  readonly opening: Opening;
  readonly at: Instant;
  /** Places that the quota of a queue leaves today; null: it has no quota. */
  readonly left: (queueId: QueueId) => number | null;
}

/** At least one. */
export type OfferedServices = readonly [Service, ...Service[]];

/** A request for a number. */
export interface AdmissionRequest {
  readonly serviceIds: readonly ServiceId[];
  readonly priorityGroupId: PriorityGroupId | null;
  /** Where it is asked for; undefined: by staff. */
  readonly kiosk: Pick<Device, 'locked'> | undefined;
  /**
   * Which limits bind it: `all`; `hours` alone, where a booking has its place already; `none` for practice, and for an
   * exception that staff give a reason for.
   */
  readonly limits: 'all' | 'hours' | 'none';
}

/**
 * Whether a number may be given; answers the services in the order chosen, each once. Refuses with `kiosk-locked`,
 * `service-not-found`, `queue-closed`, `setting-not-found`, `outside-opening-hours`, `numbers-ended`, `quota-reached`.
 * Which number it is, `nextNumber` decides, and refuses with `numbers-used-up`.
 */
export function admitTicket(
  context: AdmissionContext,
  { serviceIds, priorityGroupId, kiosk, limits }: AdmissionRequest,
): Result<OfferedServices> {
  const { settings, opening, at } = context;
  if (kiosk?.locked === true) return refuse('kiosk-locked');
  const services = offeredServices(settings, serviceIds);
  if (!services.ok) return services;
  if (priorityGroupId !== null && settings.priorityGroup(priorityGroupId)?.active !== true)
    return refuse('setting-not-found', { kind: 'priority-group', id: priorityGroupId });
  if (limits === 'none') return services;
  if (!opening.open) return refuse('outside-opening-hours');
  if (limits === 'hours') return services;
  if (numbersEnded(opening, settings.site.lastTicketMinutes, at)) return refuse('numbers-ended');
  return queueWithoutPlace(services.value, context.left) === null
    ? services
    : refuse('quota-reached');
}

/** What no longer binds where `limits` is `none`: what staff can overrule with a reason. */
export const ADMISSION_LIMITS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'outside-opening-hours',
  'numbers-ended',
  'quota-reached',
]);

/** The services, each once; refuses what is not offered, no service at all, and what a closed queue would take. */
export function offeredServices(
  settings: Pick<AdmissionSettings, 'service' | 'queue'>,
  serviceIds: readonly ServiceId[],
): Result<OfferedServices> {
  const services: Service[] = [];
  for (const serviceId of new Set(serviceIds)) {
    const service = settings.service(serviceId);
    if (service === null || !service.active) return refuse('service-not-found', { serviceId });
    const { queueId } = service;
    if (queueRefusal(settings.queue(queueId), null) !== null)
      return refuse('queue-closed', { queueId });
    services.push(service);
  }
  const [first, ...others] = services;
  return first === undefined ? refuse('service-not-found') : ok([first, ...others]);
}

/** Why a queue gives no number at any hour of the day; null: it gives one. */
export function queueRefusal(
  queue: Queue | null,
  left: number | null,
): 'queue-closed' | 'quota-reached' | null {
  if (queue?.active !== true) return 'queue-closed';
  return queueWithoutPlace([{ queueId: queue.id }], () => left) === null ? null : 'quota-reached';
}
