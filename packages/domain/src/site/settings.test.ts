import { describe, expect, it } from 'vitest';
import { aCounter, aQueue, aService, aServiceGroup } from '../builders.ts';
import { SETTINGS_ORDER } from './settings.ts';

const { serviceGroups, services, queues, counters } = SETTINGS_ORDER;
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const three = <T extends object>(make: (id: never) => T): readonly [T, T, T] => [
  make('c' as never),
  make('b' as never),
  make('a' as never),
];

describe('the order of settings', () => {
  it('is the head of centre’s for groups and services, and the same for equals whoever came first', () => {
    const [c, b, a] = three((id) => aService({ id, order: 1 }));
    const last = aService({ id: '0' as never, order: 2 });
    expect(idsOf([last, c, a, b].toSorted(services))).toEqual(['a', 'b', 'c', '0']);
    expect(idsOf(three((id) => aServiceGroup({ id })).toSorted(serviceGroups))).toEqual([
      ...['a', 'b', 'c'],
    ]);
  });

  it('is that of the letters before the numbers for queues, and of the number above the door for counters', () => {
    const series = (prefix: string, from: number) => ({ prefix, from, to: 999 });
    const hLate = aQueue({ id: 'a' as never, series: series('H', 500) });
    const h = aQueue({ id: 'b' as never, series: series('H', 1) });
    const g = aQueue({ id: 'c' as never, series: series('G', 1) });
    expect(idsOf([hLate, h, g].toSorted(queues))).toEqual(['c', 'b', 'a']);
    const second = aCounter({ id: 'a' as never, number: 2 });
    const first = aCounter({ id: 'b' as never, number: 1 });
    expect(idsOf([second, first].toSorted(counters))).toEqual(['b', 'a']);
  });
});
