import { LANGUAGES, texts } from '@motcua/i18n';
import type { QueueId } from '@motcua/domain';
import type { DayReport } from '@motcua/protocol/http';
import { writeDayReportCsv, writeDayReportPdf } from '@motcua/reports/writers';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectGoldenText } from '../golden-file.ts';
import { DAYS, site } from './days.ts';
import { pageText, type PageText } from './page-text.ts';

const CASES = Object.entries<DayReport>(DAYS).map(([day, report]) => ({ day, report }));
const EVERY = CASES.flatMap((each) => LANGUAGES.map((language) => ({ ...each, language })));

describe('the figures of the day', () => {
  it.each(CASES)('are unchanged: $day', ({ day, report }) => {
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

  it('has the same text as before', () => {
    expectGoldenText(`report/${day}/${language}.page.txt`, page.text);
  });

  it('has correct text, also when it is copied or searched', () => {
    expect(page.text).toBe(page.text.normalize('NFC'));
    expect(page.text).not.toMatch(/\p{M}|\uFFFD|\0/u);
    expect(page.text).toContain(page.title);
    expect(page.language?.slice(0, 2)).toBe(language);
    const t = texts(language);
    for (const key of ['report.by-queue', 'report.no-shows', 'report.slips-not-printed'] as const)
      expect(page.text).toContain(t(key));
  });

  it('truncates no figure and no word', () => {
    expect(page.text).not.toContain('…');
  });

  it('lists every incident, on further pages where one has no space', () => {
    const { queues, counters, noShows, callsNotHeard, slipsNotPrinted, longestWaits, totals } =
      report;
    for (const { prefix } of queues) expect(page.text).toContain(prefix);
    for (const { name } of counters)
      expect(page.text).toContain((name[language] ?? name.vi).split(' ')[0]);
    const incidents = [...noShows, ...callsNotHeard, ...slipsNotPrinted, ...longestWaits];
    for (const { number } of incidents) expect(page.text).toContain(number);
    for (const number of [...totals.open, ...totals.rolledOver])
      expect(page.text).toContain(number);
  });

  it('lists every queue completely, and the longest waits', () => {
    for (const { name } of report.queues) {
      const words = (name[language] ?? name.vi).replace(/\s*\([^()]*\)$/u, '').split(' ');
      for (const word of words) expect(page.text).toContain(word);
    }
    if (report.longestWaits.length > 1)
      expect(page.text).toContain(texts(language)('report.longest-waits'));
  });
});

describe('the report of the fullest day', () => {
  const { busy } = DAYS;
  const many = <T>(items: readonly T[], count: number, change: (item: T, index: number) => T) =>
    Array.from({ length: count }, (_, index) => items[index % items.length]).flatMap(
      (item, index) => (item === undefined ? [] : [change(item, index)]),
    );
  const numbered = <T extends { readonly number: string }>(item: T, index: number): T => ({
    ...item,
    number: `M${String(index).padStart(3, '0')}`,
  });
  const full: DayReport = {
    ...busy,
    queues: many(busy.queues, 40, (queue, index) => ({
      ...queue,
      queueId: `queue-${index}` as QueueId,
      prefix: `Q${index}`,
    })),
    counters: many(busy.counters, 60, (counter, index) => ({ ...counter, number: 100 + index })),
    noShows: many(busy.noShows, 150, numbered),
    totals: { ...busy.totals, open: Array.from({ length: 90 }, (_, n) => `Z${n}`), rolledOver: [] },
  };

  it.each(LANGUAGES)('lists everything in %s, on as many pages as needed', async (language) => {
    const page = await pageText(await writeDayReportPdf(full, { language, site }));
    expect(page.pages).toBeGreaterThan(4);
    expect(page.text).toContain(texts(language)('report.page', { page: 1, pages: page.pages }));
    for (const { prefix } of full.queues) expect(page.text).toMatch(new RegExp(`\\b${prefix}\\b`));
    for (const { number } of full.counters)
      expect(page.text).toMatch(new RegExp(`\\b${number}\\b`));
    for (const { number } of full.noShows) expect(page.text).toContain(number);
    for (const number of full.totals.open) expect(page.text).toMatch(new RegExp(`\\b${number}\\b`));
    expect(page.text).toContain(full.longestWaits[1]?.number);
    expect(page.text).not.toContain('…');
  });
});

describe('the spreadsheet', () => {
  it.each(EVERY)('is unchanged: $day, $language', ({ day, report, language }) => {
    const csv = writeDayReportCsv(report, { language, site });
    expect(csv).toBe(csv.normalize('NFC'));
    expectGoldenText(`report/${day}/${language}.csv`, csv);
  });
});
