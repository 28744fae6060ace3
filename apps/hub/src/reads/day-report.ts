import type { LocalDate, Refusal } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import type { DayReport, ReportFormat } from '@motcua/protocol/http';
import { dayReport, keptReport } from '@motcua/reports';
import type { Hub } from '../engine/hub.ts';
import type { ReadSource } from './read-source.ts';
import { settingsOfDay } from './settings-of-day.ts';

export const REPORT_CONTENT_TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Why there is no report of that day: it is still to come. */
export function whyNoReport(
  { state, now }: Pick<Hub, 'state' | 'now'>,
  day: LocalDate,
): Refusal | null {
  const isToCome = day > state.today && day > state.settings.clock.localDate(now());
  return isToCome ? { code: 'day-not-yet', detail: { day } } : null;
}

/** The figures of one local day: from its journal, or as they were kept when its visits were deleted. */
export function makeDayReport(
  { store, now }: Pick<ReadSource, 'store' | 'now'>,
  day: LocalDate,
  settings = settingsOfDay(store, day),
): DayReport {
  const kept = store.figures.of(day);
  // A day that came again after a wrong clock is computed from its journal, until that is redacted too.
  const isGone = () =>
    (store.journal.firstSeqOf(day) ?? 0) <= store.journal.visitsForgottenThrough();
  if (kept !== null && isGone()) return keptReport(kept);
  return dayReport({
    day,
    zone: settings.site.zone,
    settings,
    changes: store.journal.ofDay(day),
    bookings: store.tables.bookings(day),
    madeAt: now(),
  });
}

/** The same as a file to keep, print or compute with. */
export async function writeDayReport(
  source: ReadSource,
  day: LocalDate,
  format: ReportFormat,
  language: Language,
): Promise<string | Uint8Array> {
  const settings = settingsOfDay(source.store, day);
  const report = makeDayReport(source, day, settings);
  if (format === 'json') return JSON.stringify(report, null, 2);
  // Fonts and the PDF library take their time to load.
  const { writeDayReportCsv, writeDayReportPdf } = await import('@motcua/reports/writers');
  const options = { language, site: settings.site };
  return format === 'csv' ? writeDayReportCsv(report, options) : writeDayReportPdf(report, options);
}
