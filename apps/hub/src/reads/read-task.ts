import type { LocalDate, Period } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import { withoutNumbers } from '@motcua/reports';
import type { JournalQuery, PeriodFormat, ReportFormat } from '@motcua/protocol/http';
import { makeDayReport, writeDayReport } from './day-report.ts';
import { journalCsv, journalPage } from './journal-query.ts';
import { dayRollUp, writePeriodReport } from './period-report.ts';
import type { ReadSource } from './read-source.ts';
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
    }
  /** Why a visit waited, as JSON. */
  | { readonly type: 'visit-story'; readonly day: LocalDate; readonly number: string }
  /** The figures of a finished day that any period is added up from, as JSON. */
  | { readonly type: 'day-roll-up'; readonly day: LocalDate };

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
    case 'period-report':
      yield await writePeriodReport(source, task.period, task.format, task.language);
      return;
    case 'visit-story':
      yield JSON.stringify({ story: storyOf(source, task.day, task.number) });
      return;
    case 'day-roll-up':
      yield JSON.stringify(dayRollUp(source, task.day));
      return;
    default:
      task satisfies never;
  }
}
