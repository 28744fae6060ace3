import {
  daysOf,
  type DossierFigures,
  type LocalText,
  type Period,
  type Person,
  type Settings,
} from '@motcua/domain';
import type { DossierFigureId, FigureTable, Tally, VisitFigureId } from '@motcua/protocol/http';
import { DOSSIER_VALUES, stepsWithResult, VISIT_VALUES } from '../figures/figure-values.ts';
import { mergeTallies } from '../figures/merge-figures.ts';
import type { PeriodFigures } from '../figures/period-figures.ts';

type Row = FigureTable['rows'][number];
type Label = Pick<Row, 'key' | 'number' | 'name'>;

const VISIT_COLUMNS = [
  'visits',
  'served',
  'no-show',
  'waiting-median',
  'waiting-p90',
  'waiting-longest',
  'within-target',
  'services',
  'serving-median',
  'serving-p90',
] as const satisfies readonly VisitFigureId[];

/** A wait is the room's, not a counter's, so counters and clerks have what they did themselves. */
const SERVING_COLUMNS = [
  'services',
  'serving-median',
  'serving-p90',
  'serving-longest',
] as const satisfies readonly VisitFigureId[];

const DOSSIER_COLUMNS = [
  'dossiers',
  'dossiers-received',
  'dossiers-carried-over',
  'dossiers-resolved',
  'dossiers-early',
  'dossiers-on-time',
  'dossiers-late',
  'dossiers-pending',
  'dossiers-within-term',
  'dossiers-overdue',
] as const satisfies readonly DossierFigureId[];

/** Filing online with help stands beside papers that were received, and is never added to them. */
const RESULT_COLUMNS = [
  'services',
  'result-received',
  'result-helped-online',
  'result-sent-back',
  'result-handed-over',
  'result-advised',
] as const satisfies readonly VisitFigureId[];

/** Beyond a quarter, months are shown in place of days. */
const MAX_DAY_ROWS = 92;

export interface Names {
  readonly settings: Settings;
  readonly people: readonly Pick<Person, 'id' | 'name'>[];
}

/** Every table of visits; one without rows is left out, as that of clerks where their figures were removed. */
export function figureTables(
  { all, weekdays, days }: PeriodFigures,
  period: Period,
  { settings, people }: Names,
): readonly FigureTable[] {
  const numbered = (number: number): Label => ({ key: String(number), number, name: null });
  const dated = (key: string): Label => ({ key, number: null, name: null });
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))];
  const inMonth = (month: string) => days.filter(({ day }) => day.startsWith(month));
  const byMonth = months.map((month): readonly [Label, Tally] => [
    dated(month),
    mergeTallies(inMonth(month).map(({ total }) => total)),
  ]);
  const byDay = days.map(({ day, total }): readonly [Label, Tally] => [dated(day), total]);
  return [
    visitTable(
      'hours',
      VISIT_COLUMNS,
      inOrder(all.byHour, (key) => numbered(Number(key))),
    ),
    visitTable(
      'weekdays',
      VISIT_COLUMNS,
      weekdays.map(({ weekday, total }) => [numbered(weekday), total]),
    ),
    visitTable('days', VISIT_COLUMNS, daysOf(period).length > MAX_DAY_ROWS ? [] : byDay),
    visitTable('months', VISIT_COLUMNS, months.length > 1 ? byMonth : []),
    visitTable('queues', VISIT_COLUMNS, inOrder(all.byQueue, queueLabel(settings))),
    visitTable('services', VISIT_COLUMNS, inOrder(all.byService, serviceLabel(settings))),
    visitTable('counters', SERVING_COLUMNS, inOrder(all.byCounter, counterLabel(settings))),
    visitTable(
      'clerks',
      SERVING_COLUMNS,
      inOrder(all.byClerk, (key) => {
        const person = people.find(({ id }) => id === key);
        return { key, number: null, name: { vi: person?.name ?? key } };
      }),
    ),
    visitTable(
      'results',
      RESULT_COLUMNS,
      inOrder(all.byService, serviceLabel(settings)).filter(
        ([, tally]) => stepsWithResult(tally) > 0,
      ),
    ),
  ].filter(({ rows }) => rows.length > 0);
}

/** Dossiers by service; those of no service of the centre are the row without a name. */
export function dossierTable(
  { byService }: Pick<DossierFigures, 'byService'>,
  settings: Settings,
): FigureTable {
  const labelOf = serviceLabel(settings);
  const rows = [...byService].map(([id, counts]): Row => {
    const material = { counts, online: null, paper: null, complaints: null };
    const label = id === null ? { key: '', number: null, name: null } : labelOf(id);
    return { ...label, values: DOSSIER_COLUMNS.map((column) => DOSSIER_VALUES[column](material)) };
  });
  return { id: 'dossier-services', columns: DOSSIER_COLUMNS, rows: rows.toSorted(byLabel) };
}

function visitTable(
  id: FigureTable['id'],
  columns: readonly VisitFigureId[],
  groups: readonly (readonly [Label, Tally])[],
): FigureTable {
  const rows = groups.map(([label, tally]) => ({
    ...label,
    values: columns.map((column) => VISIT_VALUES[column](tally)),
  }));
  return { id, columns, rows };
}

function inOrder(
  groups: Readonly<Record<string, Tally>>,
  labelOf: (key: string) => Label,
): readonly (readonly [Label, Tally])[] {
  return Object.entries(groups)
    .map(([key, tally]) => [labelOf(key), tally] as const)
    .toSorted(([a], [b]) => byLabel(a, b));
}

function queueLabel({ queues }: Settings): (key: string) => Label {
  return (key) => {
    const queue = queues.find(({ id }) => id === key);
    const name = queue === undefined ? { vi: key } : prefixed(queue.series.prefix, queue.name);
    return { key, number: null, name };
  };
}

function serviceLabel({ services }: Settings): (key: string) => Label {
  return (key) => {
    const name = services.find(({ id }) => id === key)?.name ?? { vi: key };
    return { key, number: null, name };
  };
}

function counterLabel({ counters }: Settings): (key: string) => Label {
  return (key) => {
    const counter = counters.find(({ id }) => id === key);
    return { key, number: counter?.number ?? null, name: counter?.name ?? { vi: key } };
  };
}

/** Every language has the letters of the tickets before the name. */
function prefixed(prefix: string, name: LocalText): LocalText {
  const translated = Object.entries(name).map(
    ([language, text]) => [language, `${prefix} ${text}`] as const,
  );
  return { ...Object.fromEntries(translated), vi: `${prefix} ${name.vi}` };
}

/** By number, then by the Vietnamese name; what has neither comes last. */
function byLabel(a: Label, b: Label): number {
  const byNumber = (a.number ?? Infinity) - (b.number ?? Infinity);
  if (byNumber !== 0 && !Number.isNaN(byNumber)) return byNumber;
  const [first, second] = [a.name?.vi ?? '\uFFFF', b.name?.vi ?? '\uFFFF'];
  return first < second ? -1 : first > second ? 1 : 0;
}
