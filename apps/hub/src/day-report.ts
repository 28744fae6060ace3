import type { LocalDate, Refusal } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import { dayReport, type DayReport } from '@motcua/reports';
import type { Hub } from './hub.ts';
import type { DrawTask } from './jobs/draw-day-report.ts';
import { inOwnProcess } from './own-process.ts';

export const REPORT_FORMATS = ['pdf', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const DRAW_DAY_REPORT = new URL('./jobs/draw-day-report.ts', import.meta.url);
const DRAWN_WITHIN_MS = 120_000;

export interface ReportFile {
  readonly contentType: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Why there is no report of that day: it has not been yet. */
export function whyNoReport(
  { state, now }: Pick<Hub, 'state' | 'now'>,
  day: LocalDate,
): Refusal | null {
  const isToCome = day > state.today && day > state.settings.clock.localDate(now());
  return isToCome ? { code: 'day-not-yet', detail: { day } } : null;
}

/** The figures of one local day: from its journal, or as they were kept when its visits were forgotten. */
export function makeDayReport({ state, store, now }: Hub, day: LocalDate): DayReport {
  const kept = store.figures.of(day);
  // A day that came again after a wrong clock is told by its journal, until that is forgotten too.
  const isGone = () =>
    (store.journal.firstSeqOf(day) ?? 0) <= store.journal.visitsForgottenThrough();
  // Sound: only this function's answers are ever kept.
  if (kept !== null && isGone()) return kept as DayReport;
  const settings = state.settings.all();
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
  hub: Hub,
  day: LocalDate,
  format: ReportFormat,
  language: Language,
): Promise<ReportFile> {
  const report = makeDayReport(hub, day);
  const { site } = hub.state.settings;
  const fileName = `motcua-${day}-${language}.${format}`;
  switch (format) {
    case 'pdf': {
      const task: DrawTask = { report, options: { language, site } };
      const bytes = await inOwnProcess<Uint8Array>(DRAW_DAY_REPORT, task, DRAWN_WITHIN_MS);
      return { contentType: 'application/pdf', fileName, bytes };
    }
    case 'csv': {
      const { writeDayReportCsv } = await loadWriters();
      const bytes = toBytes(writeDayReportCsv(report, { language, site }));
      return { contentType: 'text/csv; charset=utf-8', fileName, bytes };
    }
    case 'json':
      return {
        contentType: 'application/json; charset=utf-8',
        fileName,
        bytes: toBytes(JSON.stringify(report, null, 2)),
      };
    default:
      return format satisfies never;
  }
}

/** Fonts and the PDF library are no business of a hub that calls numbers: loaded when a report is asked for. */
function loadWriters() {
  return import('@motcua/reports/writers');
}

function toBytes(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
