import type { Counter } from './counter.ts';
import type { PriorityGroup } from './priority-group.ts';
import type { Queue } from '../queue/queue.ts';
import type { Safekeeping } from './backup-settings.ts';
import type { Service, ServiceGroup } from '../queue/service.ts';
import type { Site } from './site.ts';

/** What the head of centre sets, one item at a time. */
export type Setting =
  | { readonly kind: 'site'; readonly value: Site }
  | { readonly kind: 'service-group'; readonly value: ServiceGroup }
  | { readonly kind: 'service'; readonly value: Service }
  | { readonly kind: 'queue'; readonly value: Queue }
  | { readonly kind: 'counter'; readonly value: Counter }
  | { readonly kind: 'priority-group'; readonly value: PriorityGroup }
  | { readonly kind: 'safekeeping'; readonly value: Safekeeping };

export type SettingKind = Setting['kind'];

/** All of them, as a screen needs them. */
export interface Settings {
  readonly site: Site;
  readonly serviceGroups: readonly ServiceGroup[];
  readonly services: readonly Service[];
  readonly queues: readonly Queue[];
  readonly counters: readonly Counter[];
  readonly priorityGroups: readonly PriorityGroup[];
  readonly safekeeping: Safekeeping;
}

/** The one order of each list, in which every screen shows it; ids decide between equals. */
export const SETTINGS_ORDER = {
  serviceGroups: (a: ServiceGroup, b: ServiceGroup) => a.order - b.order || byId(a, b),
  services: (a: Service, b: Service) => a.order - b.order || byId(a, b),
  queues: (a: Queue, b: Queue) =>
    byText(a.series.prefix, b.series.prefix) || a.series.from - b.series.from || byId(a, b),
  counters: (a: Counter, b: Counter) => a.number - b.number || byId(a, b),
  priorityGroups: (a: PriorityGroup, b: PriorityGroup) => a.order - b.order || byId(a, b),
} as const;

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return byText(a.id, b.id);
}

/** By code, because the alphabet of the machine's language must not change an order. */
function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
