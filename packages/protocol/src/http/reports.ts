import * as z from 'zod/mini';
import { dayReport } from './day-report.ts';
import { periodReport } from './period-report.ts';
import type { HttpRoute } from './route.ts';
import { localDate } from './values.ts';

export const REPORT_FORMATS = ['pdf', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const PERIOD_FORMATS = [...REPORT_FORMATS, 'xlsx'] as const;
export type PeriodFormat = (typeof PERIOD_FORMATS)[number];

export const ofDay = z.object({ day: localDate });
export const inLanguage = z.object({ language: z.optional(z.string().check(z.maxLength(20))) });

/** `2026-07-14`, `2026-W27`, `2026-07`, `2026-Q3`, `2026`, or two of them with `..` between. */
export const ofPeriod = z.object({ period: z.string().check(z.maxLength(40)) });
const periodFile = z.extend(ofPeriod, inLanguage.shape);

export const reports = {
  day: {
    method: 'GET',
    path: '/api/reports/day/:day',
    summary: 'The figures of one day',
    params: ofDay,
    answer: dayReport,
  },
  dayPdf: {
    method: 'GET',
    path: '/api/reports/day/:day.pdf',
    summary: 'The same as a page to print and sign',
    params: ofDay,
    query: inLanguage,
  },
  dayCsv: {
    method: 'GET',
    path: '/api/reports/day/:day.csv',
    summary: 'The same for a spreadsheet',
    params: ofDay,
    query: inLanguage,
  },
  period: {
    method: 'GET',
    path: '/api/reports/period',
    summary:
      'The figures of a day, week, month, quarter, year or any days, beside the period before',
    query: ofPeriod,
    answer: periodReport,
  },
  periodPdf: {
    method: 'GET',
    path: '/api/reports/period.pdf',
    summary: 'The same as pages to print and sign',
    query: periodFile,
  },
  periodCsv: {
    method: 'GET',
    path: '/api/reports/period.csv',
    summary: 'The same for a spreadsheet, as text',
    query: periodFile,
  },
  periodXlsx: {
    method: 'GET',
    path: '/api/reports/period.xlsx',
    summary: 'The same as a workbook with real numbers',
    query: periodFile,
  },
} as const satisfies Record<string, HttpRoute>;
