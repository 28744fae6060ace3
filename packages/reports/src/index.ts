export * from './definitions/day-report-shape.ts';
export * from './definitions/day-report.ts';
export * from './intervals.ts';
export * from './journal-lines.ts';
export * from './statistics.ts';
export * from './step-record.ts';
export * from './visit-intervals.ts';
export * from './visit-record.ts';
