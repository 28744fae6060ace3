import { describe, expect, it } from 'vitest';
import { fitColumns } from './column-widths.ts';
import { createSheet } from './sheet.ts';
import { CELL_SIZE, PADDING, type TablePlan } from './table.ts';

const sheet = createSheet({ title: '', author: '', locale: 'vi-VN', madeAt: new Date(0) });

const plan: TablePlan = {
  columns: [
    { title: 'Hàng chờ', align: 'left', yields: true },
    { title: 'Trung vị', align: 'right' },
    { title: '90 %', align: 'right' },
  ],
  groups: [
    { title: '', span: 1 },
    { title: 'Phục vụ (phút), một tên rất dài', span: 2 },
  ],
  rows: [
    ['Lĩnh vực khác (văn hoá, y tế, giáo dục)', '1.234,5', '12.345,6'],
    ['Hộ tịch', '0,1', '0,2'],
  ],
  total: ['Tổng cộng', '1.234,5', '123.456,7'],
};

const widths = (most: number, fill = false) =>
  fitColumns(sheet, plan, { most, fill }).columns.map(({ width }) => width);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const names = (most: number) =>
  fitColumns(sheet, plan, { most, fill: false }).rows.map(([name]) => name);

describe('columns', () => {
  it('fit every figure and its group, however narrow the page', () => {
    for (const most of [600, 250]) {
      const [, median = 0, p90 = 0] = widths(most);
      expect(median).toBeGreaterThan(sheet.widthOf('1.234,5', CELL_SIZE) + 2 * PADDING);
      expect(p90).toBeGreaterThan(sheet.widthOf('123.456,7', CELL_SIZE, 'bold') + 2 * PADDING);
      expect(median + p90).toBeGreaterThan(sheet.widthOf('Phục vụ (phút), một tên rất dài', 6.8));
    }
  });

  it('take missing width from the names', () => {
    expect(sum(widths(250))).toBeCloseTo(250);
    expect(widths(250).slice(1)).toEqual(widths(600).slice(1));
  });

  it('share extra width only when they are to fill the page', () => {
    expect(sum(widths(600))).toBeLessThan(600);
    expect(sum(widths(600, true))).toBeCloseTo(600);
  });

  it('leave out text in brackets before a name is cut', () => {
    expect(names(600)[0]).toBe('Lĩnh vực khác (văn hoá, y tế, giáo dục)');
    expect(names(240)).toEqual(['Lĩnh vực khác', 'Hộ tịch']);
  });
});
