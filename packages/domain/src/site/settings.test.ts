import { describe, expect, it } from 'vitest';
import { aCounter, aQueue, aService, aServiceGroup, aSite, someSettings } from '../builders.ts';
import {
  LISTED_KINDS,
  type Setting,
  type Settings,
  settingsOf,
  withoutSetting,
  withSetting,
} from './settings.ts';

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const all = (settings: readonly Setting[]): Settings =>
  settings.reduce(withSetting, someSettings());
const services = (...values: readonly (readonly [string, number])[]) =>
  values.map(([id, order]): Setting => ({
    kind: 'service',
    value: aService({ id: id as never, order }),
  }));

describe('the settings', () => {
  it('stand in the order of the head of centre, and by id where that is equal', () => {
    const placed = all(services(['0', 2], ['c', 1], ['a', 1], ['b', 1]));
    expect(ids(placed.services)).toEqual(['a', 'b', 'c', '0']);
    const groups = ['c', 'b', 'a'].map((id): Setting => {
      return { kind: 'service-group', value: aServiceGroup({ id: id as never }) };
    });
    expect(ids(all(groups).serviceGroups)).toEqual(['a', 'b', 'c']);
  });

  it('have queues by their letters before their numbers, and counters by their number', () => {
    const queues = [
      ['a', 'H', 500],
      ['b', 'H', 1],
      ['c', 'G', 1],
    ] as const;
    const placed = queues.map(([id, prefix, from]): Setting => {
      return {
        kind: 'queue',
        value: aQueue({ id: id as never, series: { prefix, from, to: 999 } }),
      };
    });
    expect(ids(all(placed).queues)).toEqual(['c', 'b', 'a']);
    const counters = [2, 1].map((number): Setting => {
      return { kind: 'counter', value: aCounter({ id: `${3 - number}` as never, number }) };
    });
    expect(ids(all(counters).counters)).toEqual(['2', '1']);
  });

  it('have each item once, and are the same where nothing was removed', () => {
    const twice = all([...services(['a', 1], ['b', 2]), ...services(['a', 3])]);
    expect(ids(twice.services)).toEqual(['b', 'a']);
    expect(ids(withoutSetting(twice, 'service', 'a').services)).toEqual(['b']);
    for (const kind of LISTED_KINDS) expect(withoutSetting(twice, kind, 'gone')).toBe(twice);
    expect(settingsOf(twice, 'service')).toBe(twice.services);
  });

  it('have one site', () => {
    const site = aSite({ place: 'Mường Bi' });
    expect(withSetting(someSettings(), { kind: 'site', value: site }).site).toBe(site);
  });
});
