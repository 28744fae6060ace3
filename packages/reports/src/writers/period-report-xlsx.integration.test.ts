import { LANGUAGES, type Language } from '@motcua/i18n';
import type { PeriodReport } from '@motcua/protocol/http';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { examplePeriod, exampleSettings } from '../../test/example-period.ts';
import { writePeriodReportXlsx } from './period-report-xlsx.ts';

/** The parts of the workbook, read without the library that wrote it. */
async function partsOf(
  language: Language,
  settings = exampleSettings(),
  report: PeriodReport = examplePeriod(undefined, settings),
) {
  const bytes = await writePeriodReportXlsx(report, { language, site: settings.site });
  const parts = new Map(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
  const part = (name: string) => parts.get(name) ?? '';
  const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  const names = Array.from(
    part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g),
    ([, name = '']) => name,
  );
  return { part, names, sheets: sheets.map(([, sheet]) => sheet) };
}

describe('a month as XLSX', () => {
  it.each(LANGUAGES)(
    'has in %s a sheet for every table, each with its own short name',
    async (language) => {
      const { names, sheets } = await partsOf(language);
      expect(names).toHaveLength(sheets.length);
      expect(names.length).toBeGreaterThan(12);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      expect(names.filter((name) => name.length > 31)).toEqual([]);
    },
  );

  it('has real numbers', async () => {
    const { sheets } = await partsOf('vi');
    for (const value of [705, 692, 13, 275, 430])
      expect(sheets.some((sheet) => sheet.includes(`<v>${value}</v>`))).toBe(true);
  });

  it('never makes a formula of a name', async () => {
    const { part, sheets } = await partsOf('vi', exampleSettings('=1+1'));
    expect(sheets.filter((sheet) => /<f[ >]/.test(sheet))).toEqual([]);
    expect([part('xl/sharedStrings.xml'), ...sheets].join('')).toContain('=1+1');
  });

  it('is a workbook for a period without anything as well', async () => {
    const empty = {
      ...examplePeriod(),
      ...{ figures: [], tables: [], dossiers: null },
      heatMap: { hours: [], weekdays: [], days: [] },
    };
    const { names } = await partsOf('en', undefined, empty);
    expect(names).toEqual(['Figures', 'How it is counted']);
  });
});
