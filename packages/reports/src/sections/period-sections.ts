import { addDays, type LocalDate, type Period, periodText } from '@motcua/domain';
import {
  type ComparedFigure,
  FIGURE_UNITS,
  type FigureTable,
  type FigureUnit,
  type PeriodReport,
  type ReportNote,
} from '@motcua/protocol/http';
import type { Wording } from './wording.ts';

/** A figure with its unit, so that each format can write it as its readers expect; `change`: with a sign. */
export interface FigureCell {
  readonly unit: FigureUnit | 'percent';
  readonly value: number | null;
  readonly change?: true;
}

/** One table of the report in words, for every format. */
export interface Section {
  readonly id: 'overview' | 'dossiers' | FigureTable['id'] | 'visits-map' | 'waits-map';
  readonly title: string;
  /** Of the labels, then of the columns. */
  readonly head: readonly [string, ...string[]];
  /** What each column after the labels is; empty where the rows differ in it, or are hours. */
  readonly columns: FigureTable['columns'];
  readonly rows: readonly SectionRow[];
}

export interface SectionRow {
  readonly label: string;
  readonly cells: readonly FigureCell[];
}

const A_MONDAY = '2026-11-23' as LocalDate;

/** The title of the report: "BÁO CÁO THÁNG 7 NĂM 2026". */
export function periodTitle({ period }: { readonly period: Period }, { t, day }: Wording): string {
  const [year = '', rest = ''] = periodText(period).split('-');
  const params = { year, number: Number(rest.replaceAll(/\D/g, '')) };
  if (period.kind === 'day') return t('figures.title.day', { date: day(period.from) });
  if (period.kind !== 'range') return t(`figures.title.${period.kind}`, params);
  return t('figures.title.range', { from: day(period.from), to: day(period.to) });
}

/** Every table of the report in the order in which it is read. */
export function periodSections(report: PeriodReport, wording: Wording): readonly Section[] {
  const { t, day } = wording;
  const { dossiers, tables, heatMap } = report;
  const hasDays = tables.some(({ id }) => id === 'days');
  const imported =
    dossiers === null
      ? []
      : [
          comparison(
            'dossiers',
            t('figures.dossiers-at', { day: day(dossiers.at) }),
            dossiers.figures,
            report,
            wording,
          ),
          tableSection(dossiers.table, wording),
        ];
  const byWeekday = heatMap.weekdays.map(({ weekday, cells }) => ({
    label: weekdayName(weekday, wording),
    cells,
  }));
  const byDay = heatMap.days.map((each) => ({ label: day(each.day), cells: each.cells }));
  return [
    comparison('overview', t('figures.overview'), report.figures, report, wording),
    ...imported,
    ...tables.map((table) => tableSection(table, wording)),
    ...maps('weekday', byWeekday, heatMap.hours, wording),
    ...maps('day', hasDays ? byDay : [], heatMap.hours, wording),
  ].filter(({ rows }) => rows.length > 0);
}

/** The notes in words. */
export function noteLines({ notes }: PeriodReport, { t, day, whole }: Wording): readonly string[] {
  const dateRange = ({ from, to }: ReportNote['days'][number]) =>
    from === to ? day(from) : `${day(from)} – ${day(to)}`;
  return notes.map(({ code, days, numbers }) =>
    t(`figures.note.${code}`, {
      days: days.map(dateRange).join(', '),
      numbers: numbers.map(whole).join(' / '),
    }),
  );
}

/** The figures of the report with their definitions. */
export function definitions(
  report: PeriodReport,
  { t }: Wording,
): readonly { readonly name: string; readonly means: string }[] {
  const shown = [...report.figures, ...(report.dossiers?.figures ?? [])].filter(isKnown);
  return shown.map(({ id }) => ({ name: t(`figures.${id}`), means: t(`figures.${id}.means`) }));
}

function comparison(
  id: 'overview' | 'dossiers',
  title: string,
  figures: readonly ComparedFigure[],
  { before }: PeriodReport,
  { t, day }: Wording,
): Section {
  return {
    id,
    title,
    columns: [],
    head: [
      t('figures.figure'),
      t('figures.value'),
      t('figures.before', { from: day(before.from), to: day(before.to) }),
      t('figures.difference'),
      t('figures.percent'),
    ],
    rows: figures.filter(isKnown).map((figure) => {
      const unit = FIGURE_UNITS[figure.id];
      return {
        label: t(`figures.${figure.id}`),
        cells: [
          { unit, value: figure.value },
          { unit, value: figure.before },
          { unit, value: figure.difference, change: true },
          { unit: 'percent', value: figure.percent, change: true },
        ],
      };
    }),
  };
}

function isKnown({ value, before }: ComparedFigure): boolean {
  return value !== null || before !== null;
}

function tableSection({ id, columns, rows }: FigureTable, wording: Wording): Section {
  const { t } = wording;
  const title = t(`figures.table.${id}`);
  return {
    id,
    title,
    columns,
    head: [title, ...columns.map((column) => t(`figures.${column}`))],
    rows: rows.map((row) => ({
      label: rowLabel(id, row, wording),
      cells: columns.map((column, index) => ({
        unit: FIGURE_UNITS[column],
        value: row.values[index] ?? null,
      })),
    })),
  };
}

function rowLabel(
  id: FigureTable['id'],
  { key, number, name }: FigureTable['rows'][number],
  wording: Wording,
): string {
  const { t, day } = wording;
  switch (id) {
    case 'hours':
      return t('report.hour-label', { hour: number ?? key });
    case 'weekdays':
      return weekdayName(number ?? 0, wording);
    case 'days':
      return day(key as LocalDate);
    case 'months':
      return `${key.slice(5)}/${key.slice(0, 4)}`;
    case 'counters':
      return [
        number === null ? '' : t('report.counter-number', { number }),
        name === null ? '' : wording.name(name),
      ]
        .filter((part) => part !== '')
        .join(' · ');
    case 'queues':
    case 'services':
    case 'clerks':
    case 'results':
    case 'dossier-services':
      return name === null ? t('figures.no-service') : wording.name(name);
  }
}

function weekdayName(weekday: number, wording: Wording): string {
  return wording.weekday(addDays(A_MONDAY, weekday));
}

interface MapRow {
  readonly label: string;
  readonly cells: PeriodReport['heatMap']['days'][number]['cells'];
}

function maps(
  by: 'weekday' | 'day',
  rows: readonly MapRow[],
  hours: readonly number[],
  { t }: Wording,
): readonly Section[] {
  const head = [t('report.hour'), ...hours.map(String)] as const;
  const columns: Section['columns'] = [];
  const cellsOf = (read: (cell: MapRow['cells'][number]) => FigureCell) =>
    rows.map(({ label, cells }) => ({ label, cells: cells.map(read) }));
  return [
    {
      id: 'visits-map',
      title: t(`figures.visits-by-${by}-hour`),
      head,
      columns,
      rows: cellsOf(({ visits }) => ({ unit: 'count', value: visits })),
    },
    {
      id: 'waits-map',
      title: t(`figures.waits-by-${by}-hour`),
      head,
      columns,
      rows: cellsOf(({ waitingMedian }) => ({ unit: 'duration', value: waitingMedian })),
    },
  ];
}
