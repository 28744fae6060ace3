import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PREFIX_PATTERN } from './queue.ts';
import { prefixWarnings, proposePrefixes } from './prefix-proposal.ts';

/** The service groups of a commune. */
const GROUPS = [
  'Hướng dẫn, hỗ trợ nộp hồ sơ trực tuyến, VNeID',
  'Nhận kết quả',
  'Hộ tịch',
  'Chứng thực, sao y',
  'Bảo trợ xã hội, người có công',
  'Đất đai, xây dựng, môi trường',
  'Hộ kinh doanh, thuế',
  'Cư trú, căn cước (Công an xã)',
  'Lĩnh vực khác',
];

it('takes an initial of the name where it can', () => {
  expect(proposePrefixes(['Hộ tịch', 'Đất đai', 'Nhận kết quả'])).toEqual(['H', 'Đ', 'N']);
  expect(proposePrefixes(['Hộ tịch', 'Hộ kinh doanh'])).toEqual(['H', 'K']);
  expect(proposePrefixes(['Một'], ['N'])).not.toContain('M');
});

it('proposes one for each group of a commune without a warning', () => {
  const proposed = proposePrefixes(GROUPS);
  expect(new Set(proposed).size).toBe(GROUPS.length);
  for (const prefix of proposed) expect(prefixWarnings(prefix, proposed)).toEqual([]);
});

it('proposes only what it would not warn about, beside whatever is in use', () => {
  const prefix = fc.stringMatching(/^[A-ZĐƠƯ]{1,2}$/);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...GROUPS, '', '123', 'Ω'), { maxLength: 12 }),
      fc.array(prefix, { maxLength: 5 }),
      (names, inUse) => {
        const proposed = proposePrefixes(names, inUse);
        expect(proposed).toHaveLength(names.length);
        for (const each of proposed) {
          expect(each).toMatch(PREFIX_PATTERN);
          if (each !== '') expect(prefixWarnings(each, [...inUse, ...proposed])).toEqual([]);
        }
      },
    ),
  );
});

it.each([
  ['O', [], ['digit']],
  ['D', ['G'], ['sound']],
  ['M', ['W'], ['turned']],
  ['HX', ['XH'], ['turned']],
  ['H', ['HA'], ['clashes']],
  ['H', ['H', 'T'], []],
])('warns of %s beside %j: %j', (prefix, others, because) => {
  expect(prefixWarnings(prefix, others).map((warning) => warning.because)).toEqual(because);
});
