import type { Instant, PriorityGroupId, QueueId, ServiceId } from '../ids.ts';
import type { Device } from '../people/people-and-devices.ts';
import { ok, refuse, type RefusalCode, type Result } from '../result.ts';
import type { Opening } from '../site/opening-hours.ts';
import type { PriorityGroup } from '../site/priority-group.ts';
import type { Settings } from '../site/settings.ts';
import { MAX_STEPS, type NextStep, type Visit } from '../visit/visit.ts';
import { servicesIn, toStep } from '../visit/steps.ts';
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

/** The same in the settings as they are stored. */
export function admissionSettings({
  site,
  services,
  queues,
  priorityGroups,
}: Pick<Settings, 'site' | 'services' | 'queues' | 'priorityGroups'>): AdmissionSettings {
  const find = <T extends { readonly id: string }>(items: readonly T[], id: string) =>
    items.find((each) => each.id === id) ?? null;
  return {
    site,
    service: (id) => find(services, id),
    queue: (id) => find(queues, id),
    priorityGroup: (id) => find(priorityGroups, id),
  };
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
  /** `hours` alone where a booking has its place already; else as `bindingLimits` says. */
  readonly limits: 'all' | 'hours' | 'none';
}

/** Which limits bind a request: none in practice, nor where staff make an exception and say why. */
export function bindingLimits(
  by: 'staff' | 'visitor',
  training: boolean,
  reason: string | null,
): 'all' | 'none' {
  return training || (by === 'staff' && (reason ?? '') !== '') ? 'none' : 'all';
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

/**
 * Whether staff may add a service to a visit; answers the step. Hours do not bind it. Refuses with `steps-used-up`,
 * `service-not-found`, `queue-closed`, and with `quota-reached` unless a reason is given.
 */
export function admitStep(
  { settings, left }: Pick<AdmissionContext, 'settings' | 'left'>,
  serviceId: ServiceId,
  visit: Visit,
  reason: string | null,
): Result<NextStep> {
  if (servicesIn(visit) >= MAX_STEPS) return refuse('steps-used-up');
  const services = offeredServices(settings, [serviceId]);
  if (!services.ok) return services;
  const limits = bindingLimits('staff', visit.training, reason);
  return limits === 'all' && queueWithoutPlace(services.value, left) !== null
    ? refuse('quota-reached')
    : ok(toStep(services.value[0]));
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
    if (settings.queue(queueId)?.active !== true) return refuse('queue-closed', { queueId });
    services.push(service);
  }
  const [first, ...others] = services;
  return first === undefined ? refuse('service-not-found') : ok([first, ...others]);
}
