import { ONE_PERSON, type ServiceGroupId, type ServiceId } from '@motcua/domain';
import { kimBoi } from '@motcua/testing';
import { describe, expect, it } from 'vitest';
import type { KioskService, KioskView } from '../../bridge.ts';
import { screenKey } from './screen-key.ts';
import type { VisibleScreen } from './visible-screen.ts';

const services: readonly KioskService[] = kimBoi.services.map((service) => ({
  ...service,
  ...{ waiting: 3, estimate: null, counters: [2], noNumbers: null },
}));
const [group] = kimBoi.serviceGroups;
const request = { serviceIds: [], priorityGroupId: null, needs: [], party: ONE_PERSON };
const LISTS = ['welcome', 'services', 'more-services', 'more-groups', 'confirm'] as const;

describe('The key of the screen’s layout', () => {
  const view = { services, usual: [] as ServiceId[], printer: 'ready', training: false };
  const keyOf = (name: (typeof LISTS)[number], part: Partial<KioskView> = {}): string =>
    screenKey(
      {
        name,
        services,
        request,
        group,
        groupId: group?.id as ServiceGroupId,
      } as unknown as VisibleScreen,
      { ...view, ...part } as KioskView,
      false,
    );
  const changed = (part: Partial<KioskService>) =>
    services.map((service, index) => (index === 0 ? { ...service, ...part } : service));

  it.each(LISTS)('differs on %s when the mirror removes, adds or lengthens a line', (name) => {
    const before = keyOf(name);
    for (const part of [
      { services: services.slice(1) },
      { services: changed({ noNumbers: 'quota-reached' }) },
      { services: changed({ estimate: { fromMinutes: 25, toMinutes: 40 } }) },
      { printer: 'out-of-paper' },
      { training: true },
    ] as const)
      expect(keyOf(name, part)).not.toBe(before);
  });

  it.each(LISTS)('is the same on %s when only a figure changes', (name) => {
    expect(keyOf(name, { services: changed({ waiting: 4 }) })).toBe(keyOf(name));
  });
});
