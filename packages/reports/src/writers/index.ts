export * from './day-report-csv.ts';
export * from './day-report-pdf.ts';
export type { WriterOptions } from './day-page.ts';
