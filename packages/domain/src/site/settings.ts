import type { Counter } from './counter.ts';
import type { PriorityGroup } from './priority-group.ts';
import type { Queue } from '../queue/queue.ts';
import type { BackupSettings } from './backup-settings.ts';
import type { Service, ServiceGroup } from '../queue/service.ts';
import type { Site } from './site.ts';

/** What can be set, by kind. */
interface SettingValues {
  readonly 'site': Site;
  readonly 'service-group': ServiceGroup;
  readonly 'service': Service;
  readonly 'queue': Queue;
  readonly 'counter': Counter;
  readonly 'priority-group': PriorityGroup;
  readonly 'safekeeping': BackupSettings;
}

export type SettingKind = keyof SettingValues;
export type SettingOf<K extends SettingKind> = SettingValues[K];

/** What the head of centre sets, one item at a time. */
export type Setting = {
  readonly [K in SettingKind]: { readonly kind: K; readonly value: SettingValues[K] };
}[SettingKind];

/** All of them, as a screen needs them. */
export interface Settings {
  readonly site: Site;
  readonly serviceGroups: readonly ServiceGroup[];
  readonly services: readonly Service[];
  readonly queues: readonly Queue[];
  readonly counters: readonly Counter[];
  readonly priorityGroups: readonly PriorityGroup[];
  readonly safekeeping: BackupSettings;
}

/** Kinds of which there are many, and which can be removed. */
export type ListedKind = Exclude<SettingKind, 'site' | 'safekeeping'>;

/** The list that holds the items of a kind, and their order on every screen; ids decide between equals. */
type Lists = {
  readonly [K in ListedKind]: {
    readonly of: (settings: Settings) => readonly SettingOf<K>[];
    readonly with: (settings: Settings, items: readonly SettingOf<K>[]) => Settings;
    readonly order: (a: SettingOf<K>, b: SettingOf<K>) => number;
  };
};

/** One entry a kind. How it is read from outside is in the protocol, what it must fit and what needs it in `setting-rules`. */
const LISTS: Lists = {
  'service-group': {
    of: ({ serviceGroups }) => serviceGroups,
    with: (settings, serviceGroups) => ({ ...settings, serviceGroups }),
    order: (a, b) => a.order - b.order || byId(a, b),
  },
  'service': {
    of: ({ services }) => services,
    with: (settings, services) => ({ ...settings, services }),
    order: (a, b) => a.order - b.order || byId(a, b),
  },
  'queue': {
    of: ({ queues }) => queues,
    with: (settings, queues) => ({ ...settings, queues }),
    order: (a, b) =>
      byText(a.series.prefix, b.series.prefix) || a.series.from - b.series.from || byId(a, b),
  },
  'counter': {
    of: ({ counters }) => counters,
    with: (settings, counters) => ({ ...settings, counters }),
    order: (a, b) => a.number - b.number || byId(a, b),
  },
  'priority-group': {
    of: ({ priorityGroups }) => priorityGroups,
    with: (settings, priorityGroups) => ({ ...settings, priorityGroups }),
    order: (a, b) => a.order - b.order || byId(a, b),
  },
};

export const LISTED_KINDS = Object.keys(LISTS) as readonly ListedKind[];

/** The items of a kind, in their order. */
export function settingsOf<K extends ListedKind>(
  settings: Settings,
  kind: K,
): readonly SettingOf<K>[] {
  return LISTS[kind].of(settings);
}

/** The settings with this one put among them, or in place of the one with its id. */
export function withSetting(settings: Settings, setting: Setting): Settings {
  if (setting.kind === 'site') return { ...settings, site: setting.value };
  if (setting.kind === 'safekeeping') return { ...settings, safekeeping: setting.value };
  return withItem(settings, setting.kind, setting.value);
}

/** The settings without one of them; the same where there is none. */
export function withoutSetting<K extends ListedKind>(
  settings: Settings,
  kind: K,
  id: string,
): Settings {
  const items = settingsOf(settings, kind);
  const others = items.filter((item) => item.id !== id);
  return others.length === items.length ? settings : LISTS[kind].with(settings, others);
}

function withItem<K extends ListedKind>(settings: Settings, kind: K, item: SettingOf<K>): Settings {
  const others = settingsOf(settings, kind).filter(({ id }) => id !== item.id);
  return LISTS[kind].with(settings, [...others, item].toSorted(LISTS[kind].order));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return byText(a.id, b.id);
}

/** By code unit, because the machine's locale must not change an order. */
function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What comes from tables of other programs, and goes out to them. */
export const IMPORT_KINDS = ['services', 'people', 'holidays', 'bookings', 'dossiers'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
