import {
  dossierFigures,
  dossierService,
  type LocalDate,
  type Period,
  periodBefore,
  type Refusal,
} from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import {
  dayFigures,
  type DayFigures,
  type PeriodFormat,
  type PeriodReport,
} from '@motcua/protocol/http';
import { periodReport, recordsOf, rollUpDay } from '@motcua/reports';
import type { Hub } from '../engine/hub.ts';
import { REPORT_CONTENT_TYPES } from './day-report.ts';
import type { ReadSource } from './read-source.ts';
import { settingsOfDay } from './settings-of-day.ts';

export const PERIOD_CONTENT_TYPES: Readonly<Record<PeriodFormat, string>> = {
  ...REPORT_CONTENT_TYPES,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Why there is no report of that period: it is still to come. */
export function whyNoPeriodReport(
  { state, now }: Pick<Hub, 'state' | 'now'>,
  { from }: Period,
): Refusal | null {
  const isToCome = from > state.today && from > state.settings.clock.localDate(now());
  return isToCome ? { code: 'day-not-yet', detail: { day: from } } : null;
}

/** One day as figures that can be merged with other days. */
export function dayRollUp({ store }: Pick<ReadSource, 'store'>, day: LocalDate): DayFigures {
  const settings = settingsOfDay(store, day);
  return rollUpDay({ day, settings, records: recordsOf(store.journal.ofDay(day)) });
}

/** The figures of a period beside those of the period before; days without a roll-up are added up from the journal. */
export function makePeriodReport(
  source: ReadSource,
  period: Period,
  complaints: number | null = null,
): PeriodReport {
  const { store, state, now } = source;
  const madeAt = now();
  const days = daysWithFigures(source, periodBefore(period).from, period.to);
  return periodReport({
    ...{ period, days, madeAt, dossiers: dossiersOf(source, period, complaints) },
    settings: state.settings.all(),
    people: [...state.people.values()],
    today: store.journal.latestDay() ?? state.settings.clock.localDate(madeAt),
    visitsFrom: store.rollUps.firstDayBehind(store.journal.visitsForgottenThrough()),
  });
}

/** Imported dossiers of a period, as they stood when the last file was read; null: none was. */
function dossiersOf(
  { store, state: { settings } }: ReadSource,
  period: Period,
  complaints: number | null,
) {
  const imported = store.imported.lastOf('dossiers');
  if (imported === null) return null;
  const before = periodBefore(period);
  const dossiers = store.imported.dossiersOf(before.from, period.to);
  if (dossiers.length === 0) return null;
  const source = {
    dossiers,
    asOf: settings.clock.localDate(imported.at),
    dueOf: ({ due }: (typeof dossiers)[number]) => due,
    serviceOf: dossierService(settings.all().services),
  };
  const former = dossierFigures({ ...source, period: before });
  const { received, carriedOver } = former.total;
  return {
    figures: dossierFigures({ ...source, period }),
    before: received + carriedOver === 0 ? null : former,
    complaints,
  };
}

/** The same as a file to keep, print or compute with. */
export async function writePeriodReport(
  source: ReadSource,
  period: Period,
  format: PeriodFormat,
  language: Language,
  complaints: number | null = null,
): Promise<string | Uint8Array> {
  const report = makePeriodReport(source, period, complaints);
  if (format === 'json') return JSON.stringify(report, null, 2);
  // Fonts and the PDF library take their time to load.
  const writers = await import('@motcua/reports/writers');
  const options = { language, site: source.state.settings.site };
  switch (format) {
    case 'csv':
      return writers.writePeriodReportCsv(report, options);
    case 'xlsx':
      return writers.writePeriodReportXlsx(report, options);
    case 'pdf':
      return writers.writePeriodReportPdf(report, options);
  }
}

function daysWithFigures(
  source: Pick<ReadSource, 'store'>,
  from: LocalDate,
  to: LocalDate,
): readonly DayFigures[] {
  const { rollUps, journal } = source.store;
  const figures = new Map(
    rollUps.within(from, to).map(({ day, body }) => [day, dayFigures.parse(JSON.parse(body))]),
  );
  const forgotten = journal.visitsForgottenThrough();
  for (const day of rollUps.begun(from, to)) {
    const isInJournal = (journal.firstSeqOf(day) ?? 0) > forgotten;
    if (isInJournal && !figures.has(day)) figures.set(day, dayRollUp(source, day));
  }
  return [...figures.values()];
}
