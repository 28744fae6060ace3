import * as z from 'zod/mini';
import { dayReport } from './day-report.ts';
import type { HttpRoute } from './route.ts';
import { localDate } from './values.ts';

export const REPORT_FORMATS = ['pdf', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const ofDay = z.object({ day: localDate });
export const inLanguage = z.object({ language: z.optional(z.string().check(z.maxLength(20))) });

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
} as const satisfies Record<string, HttpRoute>;
