import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDay, readList, readSpans, readTime, readYesNo, writeList } from './cell-values.ts';

it.each([
  ['05/07/2025', '2025-07-05'],
  ['5.7.2025', '2025-07-05'],
  ['5-7-2025', '2025-07-05'],
  ['2025-07-05', '2025-07-05'],
  ['2025-07-05T08:15', '2025-07-05'],
  ['05/07/2025 08:15:00', '2025-07-05'],
  ['45843', '2025-07-05'],
  ['45843.34', '2025-07-05'],
  ['31/02/2025', null],
  ['07/25/2025', null],
  ['5/7/25', null],
  ['705', null],
  ['hôm nay', null],
  ['', null],
])('reads the day %j as %j', (text, day) => {
  expect(readDay(text)).toBe(day);
});

it.each([
  ['7:30', '07:30'],
  ['07h30', '07:30'],
  ['7h', '07:00'],
  ['7 giờ 30', '07:30'],
  ['14.30 Uhr', '14:30'],
  ['07:30:00', '07:30'],
  ['0.3125', '07:30'],
  ['24:00', '24:00'],
  ['25:00', null],
  ['7:60', null],
  ['sáng', null],
])('reads the time %j as %j', (text, time) => {
  expect(readTime(text)).toBe(time);
});

it('reads hours of several spans, and refuses all where one is none', () => {
  expect(readSpans('7:30-11:30; 13h30 – 17h')).toEqual([
    { from: '07:30', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ]);
  expect(readSpans('7:30-11:30; chiều')).toBeNull();
  expect(readSpans('')).toEqual([]);
});

it.each([
  ['Có', true],
  ['x', true],
  ['Ja', true],
  ['KHÔNG', false],
  ['', false],
  ['maybe', null],
])('reads %j as %j', (text, answer) => {
  expect(readYesNo(text)).toBe(answer);
});

it.each([
  ['Căn cước; Giấy khai sinh', ['Căn cước', 'Giấy khai sinh']],
  ['- Căn cước; hộ chiếu\n2. Giấy khai sinh\n', ['Căn cước; hộ chiếu', 'Giấy khai sinh']],
  ['', []],
])('reads the list %j', (text, items) => {
  expect(readList(text)).toEqual(items);
});

it('reads every list as it was written', () => {
  const item = fc.string({ unit: fc.constantFrom('a', ';', '-', '•', ' ', '1', '.', ')') });
  fc.assert(
    fc.property(fc.array(item.map((text) => text.trim())), (items) => {
      expect(readList(writeList(items))).toEqual(items);
    }),
  );
});
