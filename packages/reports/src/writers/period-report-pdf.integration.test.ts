import { parsePeriod, type Period } from '@motcua/domain';
import { LANGUAGES } from '@motcua/i18n';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { examplePeriod, exampleSettings } from '../../test/example-period.ts';
import { writePeriodReportPdf } from './period-report-pdf.ts';

const { site } = exampleSettings();

function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed.ok) throw new RangeError(parsed.refusal.code);
  return parsed.value;
}

async function pagesOf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(bytes);
  const { text } = await extractText(pdf);
  return { pdf, pages: text };
}

describe('a month as PDF', () => {
  it.each([
    ['vi', 'BÁO CÁO THÁNG 7 NĂM 2026'],
    ['en', 'Monthly report 7/2026'],
    ['de', 'Monatsbericht 7/2026'],
  ] as const)(
    'has in %s its title on every page, the figures of the centre and page numbers',
    async (language, title) => {
      const { pdf, pages } = await pagesOf(
        await writePeriodReportPdf(examplePeriod(), { language, site }),
      );
      expect(pages.length).toBeGreaterThan(2);
      for (const page of pages) expect(page).toContain(title);
      for (const figure of ['705', '692', '13', '275']) expect(pages[0]).toContain(figure);
      expect(pages.at(-1)).toMatch(new RegExp(`${pages.length}\\D+${pages.length}$`));
      expect(pages.join(' ')).toBe(pages.join(' ').normalize('NFC'));
      const { info } = await pdf.getMetadata();
      expect(info).toMatchObject({ Title: title });
      const marks = await pdf.getMarkInfo();
      expect(marks).toMatchObject({ Marked: true });
      const outline = await pdf.getOutline();
      expect(outline.length).toBeGreaterThan(10);
    },
  );

  it('is the same for the same report', async () => {
    const write = () => writePeriodReportPdf(examplePeriod(), { language: 'vi', site });
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });
});

describe('a long table', () => {
  it('has its head on every page on which it goes on', async () => {
    const bytes = await writePeriodReportPdf(examplePeriod(period('2026-Q3')), {
      language: 'vi',
      site,
    });
    const { pages } = await pagesOf(bytes);
    const withDays = pages.filter((page) => page.includes('Theo ngày'));
    expect(withDays.length).toBeGreaterThan(1);
    for (const page of withDays) expect(page).toContain('Chờ (phút)');
  });
});

describe.each(LANGUAGES)('an empty period in %s', (language) => {
  it('says so', async () => {
    const empty = { ...examplePeriod(), tables: [], dossiers: null, figures: [] };
    const notes = [{ code: 'no-data' as const, days: [], numbers: [] }];
    const heatMap = { hours: [], weekdays: [], days: [] };
    const bytes = await writePeriodReportPdf({ ...empty, notes, heatMap }, { language, site });
    const { pages } = await pagesOf(bytes);
    expect(pages).toHaveLength(1);
  });
});
