import type { ImportKind, LocalDate, Period } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import { withoutNumbers } from '@motcua/reports';
import type { JournalQuery, PeriodFormat, ReportFormat } from '@motcua/protocol/http';
import { makeDayReport, writeDayReport } from './day-report.ts';
import { journalCsv, journalPage } from './journal-query.ts';
import { visitsTable } from './api-tables.ts';
import { dayRollUp, makePeriodReport, writePeriodReport } from './period-report.ts';
import { type ImportFile, planOfImport, previewImport } from './plan-import.ts';
import { planTakeBack } from './plan-take-back.ts';
import type { ReadSource } from './read-source.ts';
import { type TableFormat, writeTable } from './table-export.ts';
import { storyOf } from './story-of.ts';

/** A read that may take long. */
export type ReadTask =
  | { readonly type: 'journal-page'; readonly query: JournalQuery }
  | { readonly type: 'journal-csv'; readonly query: JournalQuery; readonly language: Language }
  | {
      readonly type: 'day-report';
      readonly day: LocalDate;
      readonly format: ReportFormat;
      readonly language: Language;
    }
  /** The figures of a day that are kept when its visits are deleted, as JSON. */
  | { readonly type: 'day-figures'; readonly day: LocalDate }
  | {
      readonly type: 'period-report';
      readonly period: Period;
      readonly format: PeriodFormat;
      readonly language: Language;
      /** As the centre counts them; null: not given. */
      readonly complaints: number | null;
    }
  /** The same as JSON for other programs, without single clerks. */
  | { readonly type: 'figures'; readonly period: Period }
  /** Every visit of a day as CSV. */
  | { readonly type: 'visits-table'; readonly day: LocalDate; readonly language: Language }
  /** Why a visit waited, as JSON. */
  | { readonly type: 'visit-story'; readonly day: LocalDate; readonly number: string }
  /** The figures of a finished day that any period is added up from, as JSON. */
  | { readonly type: 'day-roll-up'; readonly day: LocalDate }
  | {
      readonly type: 'table';
      readonly kind: ImportKind;
      readonly format: TableFormat;
      readonly language: Language;
      readonly isEmpty: boolean;
    }
  | { readonly type: 'import-preview'; readonly file: ImportFile; readonly language: Language }
  /** What an import, or taking one back, is to write, as JSON. */
  | { readonly type: 'import-plan'; readonly file: ImportFile }
  | { readonly type: 'take-back-plan'; readonly importId: string };

/** Runs a read; the answer comes in pieces, as they are ready. */
export async function* read(
  source: ReadSource,
  task: ReadTask,
): AsyncGenerator<string | Uint8Array> {
  switch (task.type) {
    case 'journal-page':
      yield journalPage(source, task.query);
      return;
    case 'journal-csv':
      yield* journalCsv(source, task.query, task.language);
      return;
    case 'day-report':
      yield await writeDayReport(source, task.day, task.format, task.language);
      return;
    case 'day-figures':
      yield JSON.stringify(withoutNumbers(makeDayReport(source, task.day)));
      return;
    case 'period-report': {
      const { period, format, language, complaints } = task;
      yield await writePeriodReport(source, period, format, language, complaints);
      return;
    }
    case 'figures': {
      const report = makePeriodReport(source, task.period);
      const tables = report.tables.filter(({ id }) => id !== 'clerks');
      yield JSON.stringify({ ...report, tables });
      return;
    }
    case 'visits-table':
      yield visitsTable(source, task.day, task.language);
      return;
    case 'visit-story':
      yield JSON.stringify({ story: storyOf(source, task.day, task.number) });
      return;
    case 'day-roll-up':
      yield JSON.stringify(dayRollUp(source, task.day));
      return;
    case 'table':
      yield await writeTable(source, task.kind, task.format, task.language, task.isEmpty);
      return;
    case 'import-preview':
      yield JSON.stringify(await previewImport(source, task.file, task.language));
      return;
    case 'import-plan':
      yield JSON.stringify(await planOfImport(source, task.file));
      return;
    case 'take-back-plan':
      yield JSON.stringify(planTakeBack(source, task.importId));
      return;
    default:
      task satisfies never;
  }
}
