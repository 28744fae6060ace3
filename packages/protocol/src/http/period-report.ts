import { PERIOD_KINDS } from '@motcua/domain';
import * as z from 'zod/mini';
import { instant, list, localDate, localText } from './values.ts';

/** Durations are in ms, shares from 0 to 1. */
export type FigureUnit = 'count' | 'duration' | 'share';

/** Figures of visits and their steps. What each means is the text `figures.<id>.means`. */
export const VISIT_FIGURES = {
  'visits': 'count',
  'carried-over': 'count',
  'priority': 'count',
  'served': 'count',
  'no-show': 'count',
  'left': 'count',
  'cancelled': 'count',
  'withdrawn': 'count',
  'open': 'count',
  'no-show-share': 'share',
  'transfers': 'count',
  'services': 'count',
  'waits': 'count',
  'waiting-median': 'duration',
  'waiting-p90': 'duration',
  'waiting-longest': 'duration',
  'within-target': 'share',
  'rewaits': 'count',
  'rewaiting-median': 'duration',
  'rewaiting-longest': 'duration',
  'walking-median': 'duration',
  'walking-p90': 'duration',
  'walking-longest': 'duration',
  'serving-median': 'duration',
  'serving-p90': 'duration',
  'serving-longest': 'duration',
  'result-received': 'count',
  'result-helped-online': 'count',
  'result-sent-back': 'count',
  'result-handed-over': 'count',
  'result-advised': 'count',
} as const satisfies Record<string, FigureUnit>;
export type VisitFigureId = keyof typeof VISIT_FIGURES;

/** Figures of dossiers, in the order of the official table. */
export const DOSSIER_FIGURES = {
  'dossiers': 'count',
  'dossiers-received': 'count',
  'dossiers-online': 'count',
  'dossiers-paper': 'count',
  'dossiers-carried-over': 'count',
  'dossiers-resolved': 'count',
  'dossiers-early': 'count',
  'dossiers-on-time': 'count',
  'dossiers-late': 'count',
  'dossiers-resolved-no-term': 'count',
  'dossiers-in-term-of-resolved': 'share',
  'dossiers-in-term-of-all': 'share',
  'dossiers-pending': 'count',
  'dossiers-within-term': 'count',
  'dossiers-overdue': 'count',
  'dossiers-pending-no-term': 'count',
  'complaints': 'count',
} as const satisfies Record<string, FigureUnit>;
export type DossierFigureId = keyof typeof DOSSIER_FIGURES;

export const FIGURE_UNITS = { ...VISIT_FIGURES, ...DOSSIER_FIGURES } as const;
export type FigureId = keyof typeof FIGURE_UNITS;

const figureId = z
  .enum(Object.keys(FIGURE_UNITS) as readonly FigureId[])
  .check(z.describe('names the definition of the figure as well'));
const value = z
  .nullable(z.number())
  .check(z.describe('null: nothing was measured, which is not zero'));

const period = z.object({ kind: z.enum(PERIOD_KINDS), from: localDate, to: localDate });
const days = z.object({ from: localDate, to: localDate });

const figure = z.object({
  id: figureId,
  value,
  before: value.check(z.describe('in the period before')),
  difference: value,
  percent: value.check(z.describe('of the former value; null for shares and where that is zero')),
});
/** A figure beside that of the period before. */
export type ComparedFigure = z.output<typeof figure>;

export const FIGURE_TABLES = [
  'hours',
  'weekdays',
  'days',
  'months',
  'queues',
  'services',
  'counters',
  'clerks',
  'results',
  'dossier-services',
] as const;

const table = z.object({
  id: z.enum(FIGURE_TABLES),
  columns: list(figureId),
  rows: list(
    z.object({
      key: z.string().check(z.describe('an id, a day, a month; a number where `number` is set')),
      number: z
        .nullable(z.number())
        .check(z.describe('the hour, the weekday (0 is Monday) or the number of the counter')),
      name: z.nullable(localText),
      values: list(value).check(z.describe('one a column')),
    }),
  ),
});
/** Rows of figures, each column named by its figure. */
export type FigureTable = z.output<typeof table>;

const cells = list(z.object({ visits: z.number(), waitingMedian: value }));
const heatMap = z.object({
  hours: list(z.number()).check(z.describe('of the cells of every row')),
  weekdays: list(
    z.object({
      weekday: z.number(),
      days: z.number().check(z.describe('with visits, so that a mean can be shown')),
      cells,
    }),
  ),
  days: list(z.object({ day: localDate, cells })),
});

export const REPORT_NOTES = [
  'no-data',
  'period-not-over',
  'days-without-data',
  'roll-ups-only',
  'targets-changed',
  'before-incomplete',
  'results-missing',
  'dossiers-until',
  'terms-unknown',
  'channels-unknown',
] as const;

const note = z.object({
  code: z.enum(REPORT_NOTES),
  days: list(days),
  numbers: list(z.number()),
});
/** What a reader must know beside the figures. */
export type ReportNote = z.output<typeof note>;

export const periodReport = z.object({
  kind: z.literal('period'),
  period,
  before: period,
  zone: z.string(),
  madeAt: instant,
  error: z.number().check(z.describe('the most by which a median or 90 % differs, as a share')),
  targets: list(z.number()).check(z.describe('the bounds on waiting that applied, in minutes')),
  figures: list(figure),
  tables: list(table),
  heatMap,
  dossiers: z.nullable(
    z.object({
      at: localDate.check(z.describe('counted at the end of this day')),
      figures: list(figure),
      table,
    }),
  ),
  notes: list(note),
});

/** Any period of one centre. Plain data, like the report of a day. */
export type PeriodReport = z.output<typeof periodReport>;
