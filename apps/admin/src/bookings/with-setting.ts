import type { Setting, Settings } from '@motcua/domain';

/** The settings as they would be with this one saved, as far as bookings depend on them. */
export function withSetting(settings: Settings, setting: Setting): Settings {
  switch (setting.kind) {
    case 'site':
      return { ...settings, site: setting.value };
    case 'service':
      return { ...settings, services: put(settings.services, setting.value) };
    case 'queue':
      return { ...settings, queues: put(settings.queues, setting.value) };
    default:
      return settings;
  }
}

/** The settings as they would be without it. */
export function withoutSetting(settings: Settings, kind: Setting['kind'], id: string): Settings {
  const others = <T extends { readonly id: string }>(items: readonly T[]) =>
    items.filter((each) => each.id !== id);
  if (kind === 'service') return { ...settings, services: others(settings.services) };
  return kind === 'queue' ? { ...settings, queues: others(settings.queues) } : settings;
}

function put<T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] {
  return [...items.filter(({ id }) => id !== item.id), item];
}
