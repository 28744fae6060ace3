import type { Counter } from './counter.ts';
import type { Queue } from './queue.ts';
import type { Service, ServiceGroup } from './service.ts';
import type { Site } from './site.ts';

/** What the head of centre sets, one item at a time. */
export type Setting =
  | { readonly kind: 'site'; readonly value: Site }
  | { readonly kind: 'service-group'; readonly value: ServiceGroup }
  | { readonly kind: 'service'; readonly value: Service }
  | { readonly kind: 'queue'; readonly value: Queue }
  | { readonly kind: 'counter'; readonly value: Counter };

export type SettingKind = Setting['kind'];

/** All of them, as a screen needs them. */
export interface Settings {
  readonly site: Site;
  readonly serviceGroups: readonly ServiceGroup[];
  readonly services: readonly Service[];
  readonly queues: readonly Queue[];
  readonly counters: readonly Counter[];
}
