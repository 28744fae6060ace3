export * from './definitions/day-report-shape.ts';
export * from './definitions/day-report.ts';
export * from './intervals.ts';
export * from './statistics.ts';
export * from './visit-record.ts';
