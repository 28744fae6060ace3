import type { DayReport } from '@motcua/protocol/http';
import type { ColumnPlan, TablePlan } from './table.ts';
import type { Wording } from '../sections/wording.ts';

const figure = (title: string): ColumnPlan => ({ title, align: 'right' });
const names = (title: string): ColumnPlan => ({ title, align: 'left', yields: true });
const mark = (title: string): ColumnPlan => ({ title, align: 'left' });

/** At most `rows`; the rest is counted in a last line. */
function limited<T>(items: readonly T[], rows: number, { t, whole }: Wording) {
  if (items.length <= rows) return { shown: items, more: null };
  const shown = items.slice(0, rows - 1);
  return { shown, more: t('report.more', { count: whole(items.length - shown.length) }) };
}

/** The figures of every queue, in at most so many rows; the rest is counted in the last one. */
export function queueTable(report: DayReport, wording: Wording, rows: number): TablePlan {
  const { t, whole, minutes, name } = wording;
  const { shown, more } = limited(report.queues, rows, wording);
  const { totals, times } = report;
  const cells = (
    figures: Pick<
      DayReport['queues'][number],
      'issued' | 'outcomes' | 'services' | 'waitingTime' | 'servingTime'
    >,
    open: number,
  ) => [
    whole(figures.issued),
    whole(figures.outcomes.served),
    whole(figures.outcomes['no-show']),
    whole(figures.outcomes.left + figures.outcomes.cancelled + figures.outcomes.withdrawn),
    whole(open),
    minutes(figures.waitingTime.median),
    minutes(figures.waitingTime.p90),
    minutes(figures.waitingTime.longest),
    whole(figures.services),
    minutes(figures.servingTime.median),
    minutes(figures.servingTime.p90),
  ];
  return {
    columns: [
      mark(''),
      names(t('report.queue')),
      figure(t('report.issued')),
      figure(t('report.served')),
      figure(t('report.no-show')),
      figure(t('report.gone')),
      figure(t(report.dayClosed ? 'report.left-over' : 'report.still-open')),
      ...(['median', 'p90', 'longest', 'services', 'median', 'p90'] as const).map((key) =>
        figure(t(`report.${key}`)),
      ),
    ],
    groups: [
      { title: '', span: 7 },
      { title: t('report.waiting-minutes'), span: 3 },
      { title: '', span: 1 },
      { title: t('report.serving-minutes'), span: 2 },
    ],
    rows: shown.map((queue) => [queue.prefix, name(queue.name), ...cells(queue, queue.open)]),
    more,
    total: ['', t('report.total'), ...cells({ ...totals, ...times }, totals.open.length)],
  };
}

/** The figures of every counter, in at most so many rows; the rest is counted in the last one. */
export function counterTable(report: DayReport, wording: Wording, rows: number): TablePlan {
  const { t, whole, minutes, hours, name } = wording;
  const { shown, more } = limited(report.counters, rows, wording);
  return {
    columns: [
      mark(''),
      names(t('report.counter')),
      figure(t('report.services')),
      figure(t('report.median')),
      figure(t('report.open-time')),
      figure(t('report.paused-time')),
      figure(t('report.idle-time')),
    ],
    groups: [
      { title: '', span: 3 },
      { title: t('report.serving-minutes'), span: 1 },
      { title: t('report.time-at-counter'), span: 3 },
    ],
    rows: shown.map((counter) => [
      whole(counter.number),
      name(counter.name),
      whole(counter.served),
      minutes(counter.servingTime.median),
      hours(counter.openTime),
      hours(counter.pausedTime),
      hours(counter.idleTime),
    ]),
    more,
  };
}

/** With columns for the parts of a wait only when one of the `rows` waited again, or held its place. */
export function longestWaitsTable(
  { longestWaits, queues }: DayReport,
  wording: Wording,
  rows: number,
): TablePlan {
  const shown = longestWaits.slice(0, rows);
  const again = shown.some(({ rewaitingTime }) => rewaitingTime !== null);
  const held = shown.some(({ heldTime }) => heldTime !== null);
  const { t, whole, minutes, time, name } = wording;
  const queueName = new Map(queues.map((queue) => [queue.queueId, name(queue.name)]));
  return {
    columns: [
      mark(t('report.number')),
      names(t('report.queue')),
      figure(t('report.minutes')),
      ...(again ? [figure(t('report.until-first-call')), figure(t('report.again'))] : []),
      ...(held ? [figure(t('report.held-time'))] : []),
      figure(t('report.arrived')),
      figure(t('report.called')),
      figure(t('report.counter')),
      figure(t('report.people-ahead')),
    ],
    rows: shown.map((wait) => [
      wait.number,
      queueName.get(wait.queueId) ?? '',
      minutes(wait.wholeWait),
      ...(again ? [minutes(wait.waitingTime), minutes(wait.rewaitingTime)] : []),
      ...(held ? [minutes(wait.heldTime)] : []),
      time(wait.arrivedAt),
      time(wait.calledAt),
      wait.counterNumber === null ? '–' : whole(wait.counterNumber),
      wait.peopleAhead === null ? '–' : whole(wait.peopleAhead),
    ]),
  };
}

/** One line of a list: time, number, and text. */
export interface Incident {
  readonly time: string;
  readonly number: string;
  readonly what: string;
}

export interface IncidentList {
  readonly title: string;
  readonly items: readonly Incident[];
}

/** Faults and what needs explaining, one list for each kind, in the order of the report. */
export function incidentLists(report: DayReport, wording: Wording): readonly IncidentList[] {
  const { t, whole, time } = wording;
  const at = (counter: number | null) =>
    counter === null ? '–' : t('report.counter-number', { number: whole(counter) });
  return [
    {
      title: t('report.no-shows'),
      items: report.noShows.map(({ calledAt, number, counterNumber, calls, byHub }) => ({
        time: time(calledAt),
        number,
        what: [
          at(counterNumber),
          t('report.calls', { count: whole(calls) }),
          ...(byHub ? [t('report.automatic')] : []),
        ].join(', '),
      })),
    },
    {
      title: t('report.calls-not-heard'),
      items: report.callsNotHeard.map(({ calledAt, number, counterNumber, why }) => ({
        time: time(calledAt),
        number,
        what: `${at(counterNumber)}, ${t(`report.unheard.${why}`)}`,
      })),
    },
    {
      title: t('report.slips-not-printed'),
      items: report.slipsNotPrinted.map(({ askedAt, number, fault, resolution }) => ({
        time: time(askedAt),
        number,
        what: `${t(`report.fault.${fault}`)}, ${t(`report.resolution.${resolution ?? 'none'}`)}`,
      })),
    },
  ];
}
