import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PREFIX_LETTERS } from './queue.ts';
import { needsBaseLine, turnedNumber, turnedPairs } from './turned-number.ts';
import { formatTicketNumber } from './ticket-number.ts';

it.each([
  ['069', '690'],
  ['H069', 'H690'],
  ['M016', 'W910'],
  ['HX061', 'XH190'],
  ['HN66', 'NH99'],
  ['A069', 'V690'],
  ['H181', 'H181'],
  // The prefix shows which way is up.
  ['T069', null],
  ['HT69', null],
  ['Ô069', null],
  ['H062', null],
  ['none', null],
])('turns %s into %s', (number, turned) => {
  expect(turnedNumber(number)).toBe(turned);
});

const number = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...PREFIX_LETTERS), maxLength: 2 }),
    fc.integer({ min: 1, max: 9999 }),
  )
  .map(([prefix, value]) => formatTicketNumber({ prefix, from: 1, to: 9999 }, value));

it('turns every number back', () => {
  fc.assert(
    fc.property(number, (each) => {
      const turned = turnedNumber(each);
      if (turned !== null) expect(turnedNumber(turned)).toBe(each);
    }),
  );
});

it('lets no two slips differ only by turning the paper over: the line is then above the number', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const upright = (each: string) => `${each}${needsBaseLine(each) ? ' line below' : ''}`;
      const upsideDown = (each: string) =>
        `${turnedNumber(each)}${needsBaseLine(each) ? ' line above' : ''}`;
      for (const other of [b, turnedNumber(a) ?? b])
        if (a !== other) expect(upsideDown(a)).not.toBe(upright(other));
    }),
  );
});

it('names the pairs of a series, and those with another', () => {
  const series = (prefix: string, to = 200) => ({ prefix, from: 1, to });
  const h = series('H');
  expect(turnedPairs(h, [h])).toEqual([
    ['H001', 'H100'],
    ['H011', 'H110'],
    ['H060', 'H090'],
    ['H061', 'H190'],
    ['H081', 'H180'],
    ['H090', 'H060'],
    ['H091', 'H160'],
    ['H100', 'H001'],
    ['H110', 'H011'],
    ['H160', 'H091'],
    ['H161', 'H191'],
    ['H180', 'H081'],
    ['H190', 'H061'],
    ['H191', 'H161'],
  ]);
  expect(turnedPairs(series('A'), [series('A')])).toEqual([]);
  expect(turnedPairs(series('M', 9), [series('M'), series('W')])).toEqual([['M001', 'W100']]);
});
