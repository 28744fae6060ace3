import { LANGUAGES, texts } from '@motcua/i18n';
import type { QueueId } from '@motcua/domain';
import type { DayReport } from '@motcua/reports';
import { writeDayReportCsv, writeDayReportPdf } from '@motcua/reports/writers';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectGoldenText } from '../golden-file.ts';
import { DAYS, site } from './days.ts';
import { pageText, type PageText } from './page-text.ts';

const CASES = Object.entries<DayReport>(DAYS).map(([day, report]) => ({ day, report }));
const EVERY = CASES.flatMap((each) => LANGUAGES.map((language) => ({ ...each, language })));

describe('the figures of the day', () => {
  it.each(CASES)('are as before: $day', ({ day, report }) => {
    expectGoldenText(`report/${day}/figures.json`, `${JSON.stringify(report, null, 2)}\n`);
  });

  it.each(CASES)('add up: $day', ({ report }) => {
    const { issued, carriedOver, outcomes, open, services } = report.totals;
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(Object.values(outcomes)) + open.length).toBe(issued + carriedOver);
    expect(sum(report.queues.map((queue) => queue.issued))).toBe(issued);
    expect(sum(report.queues.map((queue) => queue.carriedOver))).toBe(carriedOver);
    expect(sum(report.queues.map((queue) => queue.services))).toBe(services);
    expect(sum(report.counters.map(({ served }) => served))).toBe(services);
    expect(sum(report.hours.map(({ arrivals }) => arrivals))).toBe(issued);
  });
});

describe.each(EVERY)('the page of the $day day in $language', ({ day, report, language }) => {
  let page: PageText;
  beforeAll(async () => {
    page = await pageText(await writeDayReportPdf(report, { language, site }));
  });

  it('is one and says the same as before', () => {
    expect(page.pages).toBe(1);
    expectGoldenText(`report/${day}/${language}.page.txt`, page.text);
  });

  it('is right to the last mark, also when it is copied or searched', () => {
    expect(page.text).toBe(page.text.normalize('NFC'));
    expect(page.text).not.toMatch(/\p{M}|\uFFFD|\0/u);
    expect(page.text).toContain(page.title);
    expect(page.language?.slice(0, 2)).toBe(language);
    const t = texts(language);
    for (const key of ['report.by-queue', 'report.no-shows', 'report.slips-not-printed'] as const)
      expect(page.text).toContain(t(key));
  });

  it('cuts no figure and no word', () => {
    expect(page.text).not.toContain('…');
  });

  it('names every queue in full, and who waited longest', () => {
    for (const { name } of report.queues) {
      const words = (name[language] ?? name.vi).replace(/\s*\([^()]*\)$/u, '').split(' ');
      for (const word of words) expect(page.text).toContain(word);
    }
    if (report.longestWaits.length > 1)
      expect(page.text).toContain(texts(language)('report.longest-waits'));
  });
});

describe('the page of the fullest day', () => {
  const { busy } = DAYS;
  const more = busy.queues.slice(0, 3).map((queue, index) => ({
    ...queue,
    queueId: `further-${index}` as QueueId,
    name: { ...queue.name, de: 'Angelegenheiten der Kultur und der allgemeinbildenden Schulen' },
  }));
  const full: DayReport = { ...busy, queues: [...busy.queues, ...more] };

  it.each(LANGUAGES)('says in %s who waited longest, on one page', async (language) => {
    const page = await pageText(await writeDayReportPdf(full, { language, site }));
    expect(page.pages).toBe(1);
    expect(page.text).toContain(texts(language)('report.longest-waits'));
    expect(page.text).toContain(full.longestWaits[1]?.number);
  });
});

describe('the table for spreadsheets', () => {
  it.each(EVERY)('is as before: $day, $language', ({ day, report, language }) => {
    const csv = writeDayReportCsv(report, { language, site });
    expect(csv).toBe(csv.normalize('NFC'));
    expectGoldenText(`report/${day}/${language}.csv`, csv);
  });
});
