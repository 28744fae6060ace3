export * from './cell-values.ts';
export * from './columns.ts';
export * from './find-table.ts';
export * from './table.ts';
export * from './write-csv.ts';
