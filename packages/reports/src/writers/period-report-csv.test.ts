import { LANGUAGES } from '@motcua/i18n';
import { describe, expect, it } from 'vitest';
import { examplePeriod, exampleSettings } from '../../test/example-period.ts';
import { writePeriodReportCsv } from './period-report-csv.ts';

const settings = exampleSettings();
const linesOf = (csv: string) => csv.replace(/^\uFEFF/, '').split('\r\n');
const written = (language: (typeof LANGUAGES)[number], of = settings) =>
  linesOf(writePeriodReportCsv(examplePeriod(undefined, of), { language, site: of.site }));

describe('a month as CSV', () => {
  const lines = written('vi');

  it('says 705, 692, 13, the shares, the pending ones and no complaint', () => {
    for (const line of [
      'Tiếp nhận trong kỳ;705;0;705;',
      'Trực tuyến;692;0;692;',
      '"Trực tiếp, bưu chính";13;0;13;',
      'Tỷ lệ đúng hạn trên số đã giải quyết;100%;;;',
      'Tỷ lệ đã giải quyết đúng hạn trên tổng số;61%;;;',
      '"Đang giải quyết, trong hạn";275;0;275;',
      '"Đang giải quyết, quá hạn";0;0;0;',
    ])
      expect(lines).toContain(line);
    expect(lines.find((line) => line.startsWith('"Phản ánh'))).toBe(
      '"Phản ánh, kiến nghị, khiếu nại";0;;;',
    );
  });

  it('is titled by its month, and names the working day without data', () => {
    expect(lines).toContain('BÁO CÁO THÁNG 7 NĂM 2026');
    expect(lines).toContain('Ngày làm việc không có số liệu: 15/07/2026.');
  });

  it.each(LANGUAGES)(
    'has the same tables in %s, and no cell with a decimal separator',
    (language) => {
      const own = written(language);
      expect(own.length).toBe(lines.length);
      const cells = own.flatMap((line) => line.split(';'));
      expect(cells.filter((cell) => /^-?\d+[.,]\d+$/.test(cell))).toEqual([]);
    },
  );

  it('never makes a formula of a name', () => {
    const of = exampleSettings('=HYPERLINK("http://x")');
    const row = written('vi', of).find((line) => line.includes('HYPERLINK'));
    expect(row).toMatch(/^"'=HYPERLINK/);
  });
});
