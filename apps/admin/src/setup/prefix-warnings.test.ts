import type { QueueId } from '@motcua/domain';
import { aQueue, CERT, CIVIL } from '@motcua/domain/builders';
import { expect, it } from 'vitest';
import { prefixWarnings } from './prefix-warnings.ts';

const land = (prefix: string, active = true) =>
  aQueue({
    ...{ id: 'land' as QueueId, name: { vi: 'Đất đai', en: 'Land' }, active },
    series: { prefix, from: 1, to: 999 },
  });
const warned = (typed: string, ...queues: Parameters<typeof land>) =>
  prefixWarnings(CERT, typed, [aQueue(), land(...queues)], 'en').map(({ key }) => key);

it('names the queue whose letter sounds, looks or is written alike, and offers letters that do not', () => {
  expect(prefixWarnings(CERT, 'g', [aQueue(), land('D')], 'en')).toEqual([
    {
      key: 'admin.prefix-like-sound',
      params: { prefix: 'G', other: 'D', queue: 'Land' },
    },
    {
      key: 'admin.prefix-clear',
      params: { letters: expect.stringMatching(/^\p{Lu}(, \p{Lu})+$/u) as string },
    },
  ]);
  expect(warned('đ', 'D')[0]).toBe('admin.prefix-like-mark');
  expect(warned('R', 'P')[0]).toBe('admin.prefix-like-shape');
  expect(warned('O', 'B')[0]).toBe('admin.prefix-like-digit');
});

it('is empty for letters that are not confusable, its own, a closed queue’s, and for none', () => {
  expect(warned('T', 'X')).toEqual([]);
  expect(warned('D', 'D')).toEqual([]);
  expect(warned('G', 'D', false)).toEqual([]);
  expect(warned('', 'D')).toEqual([]);
  expect(prefixWarnings(CIVIL, 'A', [aQueue(), land('D')], 'en')).toEqual([]);
});
