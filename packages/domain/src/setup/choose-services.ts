import type { QueueId, ServiceId } from '../ids.ts';
import { proposePrefixes } from '../queue/prefix-proposal.ts';
import type { Queue } from '../queue/queue.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Settings } from '../site/settings.ts';
import { CATALOGUE } from './catalogue.ts';

/** The numbers of a day in a queue that was proposed. */
const NUMBERS = { from: 1, to: 999 } as const;

/**
 * The settings with exactly these services of the catalogue, and with the queues and groups that they need; refuses with
 * `service-not-found`. What the centre made or changed itself stays as it is. New queues get prefixes that are confused
 * neither with each other nor with those in use.
 */
export function chooseServices(
  settings: Settings,
  serviceIds: readonly ServiceId[],
): Result<Settings> {
  const unknown = serviceIds.find((id) => !CATALOGUE.services.some((each) => each.id === id));
  if (unknown !== undefined) return refuse('service-not-found', { serviceId: unknown });

  const chosen = CATALOGUE.services.filter(({ id }) => serviceIds.includes(id));
  const services = [
    ...settings.services.filter(({ id }) => !has(CATALOGUE.services, id)),
    ...chosen.map((service) => settings.services.find(({ id }) => id === service.id) ?? service),
  ];
  const needed = CATALOGUE.serviceGroups.filter(({ id }) =>
    services.some(({ groupId }) => groupId === id),
  );
  const serviceGroups = [
    ...settings.serviceGroups.filter(
      ({ id }) => !has(CATALOGUE.serviceGroups, id) || has(needed, id),
    ),
    ...needed.filter(({ id }) => !has(settings.serviceGroups, id)),
  ];
  const queues = queuesFor(settings, services);
  return ok({
    ...settings,
    ...{ services, serviceGroups, queues },
    counters: settings.counters.map((counter) => ({
      ...counter,
      queueIds: counter.queueIds.filter((id) => has(queues, id)),
    })),
    // With the first services only: later the centre has decided about them.
    priorityGroups:
      settings.services.length === 0 && settings.priorityGroups.length === 0
        ? CATALOGUE.priorityGroups
        : settings.priorityGroups,
  });
}

function queuesFor(
  { queues }: Settings,
  services: readonly { readonly queueId: QueueId }[],
): readonly Queue[] {
  const isNeeded = (id: string) => services.some(({ queueId }) => queueId === id);
  const kept = queues.filter(({ id }) => !has(CATALOGUE.serviceGroups, id) || isNeeded(id));
  const missing = CATALOGUE.serviceGroups.filter(({ id }) => isNeeded(id) && !has(kept, id));
  const prefixes = proposePrefixes(
    missing.map(({ name }) => name.vi),
    kept.map(({ series }) => series.prefix),
  );
  const made = missing.map(({ id, name }, index): Queue => ({
    ...{ name, active: true, dailyQuota: null },
    id: id as string as QueueId,
    series: { prefix: prefixes[index] ?? '', ...NUMBERS },
  }));
  return [...kept, ...made];
}

function has(items: readonly { readonly id: string }[], id: string): boolean {
  return items.some((item) => item.id === id);
}
