import {
  aCounter,
  aQueue,
  aService,
  aServiceGroup,
  CERT,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
} from '@motcua/domain/builders';
import type { ServiceGroupId, ServiceId } from '@motcua/domain';
import { describe, expect, it } from 'vitest';
import { moved } from '../forms/reorder.ts';
import { checkCounter, newCounterForm, toCounter, toCounterForm } from './counter-form.ts';
import { checkQueue, NEW_QUEUE, numbersOf, toQueue, toQueueForm } from './queue-form.ts';
import {
  checkService,
  newServiceForm,
  searchServices,
  toService,
  toServiceForm,
} from './service-form.ts';

describe('a counter', () => {
  it('is unchanged by its form', () => {
    const counter = aCounter({ name: { vi: 'Hộ tịch', fr: 'État civil' }, quick: 'first' });
    expect(toCounter(counter.id, toCounterForm(counter))).toEqual(counter);
  });

  it('gets the first number that is free', () => {
    expect(newCounterForm([aCounter({ number: 1 }), aCounter({ number: 3 })]).number).toBe('2');
  });

  it('is refused the number of another counter, but may keep its own', () => {
    const form = toCounterForm(aCounter({ number: 2 }));
    expect(checkCounter(COUNTER_3, form, [aCounter()])).toEqual({
      number: { key: 'admin.problem-counter-number', params: { number: '2' } },
    });
    expect(checkCounter(COUNTER_2, form, [aCounter()])).toEqual({});
  });

  it('needs a number, a Vietnamese name and a queue', () => {
    const form = {
      ...newCounterForm([]),
      number: 'x',
      name: { vi: ' ', en: 'Desk' },
    };
    expect(Object.keys(checkCounter(COUNTER_2, form, []))).toEqual(['number', 'name', 'queueIds']);
  });
});

describe('a queue', () => {
  it('writes its prefix in capitals and drops empty languages', () => {
    const form = { ...NEW_QUEUE, prefix: 'đ ', name: { vi: 'Đất đai', en: ' ' } };
    expect(toQueue(CIVIL, form)).toEqual({
      id: CIVIL,
      name: { vi: 'Đất đai' },
      series: { prefix: 'Đ', from: 1, to: 999 },
      active: true,
      dailyQuota: null,
    });
  });

  it('is unchanged by its form, with a quota and without', () => {
    for (const queue of [aQueue(), aQueue({ dailyQuota: 40 }), aQueue({ dailyQuota: 0 })])
      expect(toQueue(queue.id, toQueueForm(queue))).toEqual(queue);
  });

  it('names the queue whose numbers it would repeat', () => {
    const form = toQueueForm(aQueue({ series: { prefix: 'H', from: 900, to: 1200 } }));
    expect(checkQueue(CERT, form, [aQueue()])).toEqual({
      to: { key: 'refusal.number-range-overlaps', params: { queue: 'Hộ tịch' } },
    });
    expect(checkQueue(CERT, { ...form, from: '1000' }, [aQueue()])).toEqual({});
  });

  it('names the queue whose numbers it would resemble, with the letter of a kiosk', () => {
    const form = toQueueForm(aQueue({ series: { prefix: 'HA', from: 1, to: 999 } }));
    expect(checkQueue(CERT, form, [aQueue()])).toEqual({
      prefix: { key: 'refusal.number-prefix-clashes', params: { queue: 'Hộ tịch' } },
    });
    const before = aQueue({ id: CERT, series: { prefix: 'HA', from: 1, to: 999 } });
    expect(checkQueue(CERT, form, [aQueue(), before])).toEqual({});
  });

  it.each([
    [{ prefix: 'H1' }, 'prefix'],
    [{ from: '0' }, 'from'],
    [{ to: '10000' }, 'to'],
    [{ from: '9', to: '1' }, 'to'],
    [{ dailyQuota: 'x' }, 'dailyQuota'],
  ])('is wrong with %j in the field %s', (part, field) => {
    const form = { ...NEW_QUEUE, name: { vi: 'Hộ tịch' }, ...part };
    expect(Object.keys(checkQueue(CIVIL, form, []))).toEqual([field]);
  });

  it('shows its first and last number as visitors read them', () => {
    expect(numbersOf({ ...NEW_QUEUE, prefix: 'h' })).toEqual(['H001', 'H999']);
    expect(numbersOf({ ...NEW_QUEUE, from: '' })).toBeNull();
  });
});

describe('a service', () => {
  it('is unchanged by its form', () => {
    const service = aService({
      papers: [{ vi: 'Căn cước' }, { vi: 'Căn cước', en: 'ID card' }],
      quick: true,
    });
    expect(toService(service.id, toServiceForm(service))).toEqual(service);
  });

  it('is not made before group and queue are chosen', () => {
    const form = newServiceForm([aService({ order: 7 })]);
    expect(form.order).toBe('8');
    expect(toService('x' as ServiceId, form)).toBeNull();
    expect(Object.keys(checkService(form))).toEqual(['name', 'groupId', 'queueId']);
  });

  it('names the paper without a text', () => {
    const form = toServiceForm(aService({ papers: [{ vi: 'Căn cước' }, { vi: '' }] }));
    expect(Object.keys(checkService(form))).toEqual(['paper-1']);
  });
});

describe('searchServices', () => {
  const other = aServiceGroup({ id: 'cert' as ServiceGroupId, name: { vi: 'Chứng thực' } });
  const copies = aService({
    id: 'copy' as ServiceId,
    groupId: other.id,
    name: { vi: 'Sao y' },
    code: null,
  });
  const find = (query: string) =>
    searchServices([aServiceGroup(), other], [aService(), copies], query).flatMap(({ services }) =>
      services.map(({ id }) => id),
    );

  it.each([
    ['ket hon', ['marriage']],
    ['MARRIAGE', ['marriage']],
    ['000894', ['marriage']],
    ['chung thuc', ['copy']],
    ['', ['marriage', 'copy']],
    ['xyz', []],
  ])('finds for %j %j', (query, ids) => {
    expect(find(query)).toEqual(ids);
  });
});

describe('moved', () => {
  it('moves one item and never out of the list', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
