export {
  type ColumnMap,
  columnsOf,
  columnTitle,
  IMPORT_KINDS,
  type ImportKind,
} from './columns.ts';
export * from './export-table.ts';
export * from './find-table.ts';
export * from './import-plan.ts';
export type { ImportCurrent, ImportItems, ImportProblem } from './import-rules.ts';
export type { ImportError } from './import-row.ts';
export { type Holiday, holidaysOf, withHolidays } from './kinds/holiday.ts';
export * from './table.ts';
export * from './write-csv.ts';
