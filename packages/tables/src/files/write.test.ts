import type { LocalDate } from '@motcua/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OutRow } from '../table.ts';
import { type CsvSeparator, toCsv } from '../write-csv.ts';
import { openArchive } from './zip-archive.ts';
import { readTableFile } from './read-file.ts';
import { toXlsx } from './write-xlsx.ts';

const rows: readonly OutRow[] = [
  ['Tên', 'Số', 'Ngày'],
  ['=1+1', 42, { day: '2025-07-05' as LocalDate }],
  ['\'-a; b, @c\n"d"', null, null],
];
const read = [
  ['Tên', 'Số', 'Ngày'],
  ['=1+1', '42', '2025-07-05'],
  ['\'-a; b, @c\n"d"', '', ''],
];
const cellsOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const file = await readTableFile(bytes);
  return file.ok ? file.sheets.map((sheet) => sheet.rows.map(({ cells }) => cells)) : file.code;
};
const csv = (out: readonly OutRow[], separator: CsvSeparator) =>
  new TextEncoder().encode(toCsv(out, separator));

it('writes what it reads, as CSV and XLSX', async () => {
  expect(await cellsOf(csv(rows, ';'))).toEqual([read]);
  expect(await cellsOf(csv(rows, ','))).toEqual([read]);
  expect(await cellsOf(await toXlsx([{ name: 'Dịch vụ: 1/2', rows }]))).toEqual([read]);
});

it('writes no formula', async () => {
  expect(toCsv(rows, ';')).toContain("'=1+1;42;2025-07-05");
  const archive = openArchive(await toXlsx([{ name: 'a', rows }]));
  const sheet = archive.ok ? archive.entries.get('xl/worksheets/sheet1.xml') : undefined;
  expect(new TextDecoder().decode(sheet)).not.toContain('<f>');
});

it('gives any text back from CSV', async () => {
  const text = fc
    .string({ unit: fc.constantFrom('=', '+', '@', "'", '"', ',', ';', '\n', 'a', 'ế', '＝') })
    .map((each) =>
      `${each}a`
        .split('\n')
        .map((line) => line.trim())
        .join('\n')
        .trim(),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 3 }), async (cells) => {
      const table = [cells.map((_, index) => `t${index}`), cells, cells];
      for (const separator of [';', ','] as const)
        expect(await cellsOf(csv(table, separator))).toEqual([table]);
    }),
  );
});
