export * from './day-report-csv.ts';
export * from './day-report-pdf.ts';
export * from './journal-csv.ts';
export * from './period-report-csv.ts';
export * from './period-report-pdf.ts';
export * from './period-report-xlsx.ts';
