import { OUTCOMES } from '@motcua/domain';
import type { DayReport, Spread } from '@motcua/protocol/http';
import type { WriterOptions } from './day-report-pdf.ts';
import { notComeKey } from './day-facts.ts';
import { incidentLists } from './day-tables.ts';
import { type Rows, toCsv, toDuration } from './spreadsheet.ts';
import { createWording, type Wording } from '../sections/wording.ts';

/** The report for a spreadsheet: one block of rows for each part, with an empty row between two. */
export function writeDayReportCsv(report: DayReport, { language, site }: WriterOptions): string {
  const wording = createWording(language, report.zone);
  const blocks: readonly Rows[] = [
    [[wording.name(site.authority)], [wording.name(site.name)], [titleOf(report, wording)]],
    queueRows(report, wording),
    timeRows(report, wording),
    hourRows(report, wording),
    counterRows(report, wording),
    waitRows(report, wording),
    alsoRows(report, wording),
    priorityRows(report, wording),
    rejoinedRows(report, wording),
    ...incidentLists(report, wording).map(({ title, items }): Rows => [
      [title, items.length],
      ...items.map(({ time, number, what }) => [time, number, what]),
    ]),
  ];
  return toCsv(blocks);
}

function titleOf({ day }: DayReport, { t, day: date }: Wording): string {
  return t('report.title', { date: date(day) });
}

function queueRows({ queues, totals, times, dayClosed }: DayReport, { t, name }: Wording): Rows {
  const spread = ({ median, p90, longest }: Spread) => [median, p90, longest].map(toDuration);
  const figures = (
    of: Pick<
      DayReport['queues'][number],
      'issued' | 'carriedOver' | 'outcomes' | 'services' | 'waitingTime' | 'servingTime'
    >,
  ) => [of.issued, of.carriedOver, ...OUTCOMES.map((outcome) => of.outcomes[outcome])];
  const heads = (key: 'waiting-time' | 'serving-time') =>
    (['median', 'p90', 'longest'] as const).map(
      (part) => `${t(`report.${key}`)}, ${t(`report.${part}`)}`,
    );
  return [
    [
      t('report.queue'),
      t('report.issued'),
      t('report.carried-over'),
      ...OUTCOMES.map((outcome) => t(`report.${outcome}`)),
      t(dayClosed ? 'report.left-over' : 'report.still-open'),
      ...heads('waiting-time'),
      t('report.services'),
      ...heads('serving-time'),
    ],
    ...queues.map((queue) => [
      `${queue.prefix} ${name(queue.name)}`,
      ...figures(queue),
      queue.open,
      ...spread(queue.waitingTime),
      queue.services,
      ...spread(queue.servingTime),
    ]),
    [
      t('report.total'),
      ...figures({ ...totals, ...times }),
      totals.open.length,
      ...spread(times.waitingTime),
      totals.services,
      ...spread(times.servingTime),
    ],
  ];
}

function timeRows({ times }: DayReport, { t }: Wording): Rows {
  const row = (title: string, { count, median, p90, longest }: Spread) => [
    title,
    count,
    ...[median, p90, longest].map(toDuration),
  ];
  return [
    ['', t('report.count'), t('report.median'), t('report.p90'), t('report.longest')],
    row(t('report.waiting-time'), times.waitingTime),
    row(t('report.rewaiting-time'), times.rewaitingTime),
    row(t('report.walking-time'), times.walkingTime),
    row(t('report.serving-time'), times.servingTime),
  ];
}

function hourRows({ hours }: DayReport, { t }: Wording): Rows {
  return [
    [t('report.hour'), t('report.arrivals'), t('report.longest-wait')],
    ...hours.map(({ hour, arrivals, longestWait }) => [hour, arrivals, toDuration(longestWait)]),
  ];
}

function counterRows({ counters }: DayReport, { t, name }: Wording): Rows {
  return [
    [
      t('report.counter'),
      '',
      t('report.services'),
      `${t('report.serving-time')}, ${t('report.median')}`,
      t('report.open-time'),
      t('report.paused-time'),
      t('report.idle-time'),
    ],
    ...counters.map((counter) => [
      counter.number,
      name(counter.name),
      counter.served,
      ...[counter.servingTime.median, counter.openTime, counter.pausedTime, counter.idleTime].map(
        toDuration,
      ),
    ]),
  ];
}

function waitRows({ longestWaits }: DayReport, { t, time }: Wording): Rows {
  return [
    [
      t('report.longest-waits'),
      t('report.whole-wait'),
      t('report.waiting-time'),
      t('report.rewaiting-time'),
      t('report.held-time'),
      t('report.arrived'),
      t('report.called'),
      t('report.counter'),
      t('report.people-ahead'),
    ],
    ...longestWaits.map((wait) => [
      wait.number,
      toDuration(wait.wholeWait),
      toDuration(wait.waitingTime),
      toDuration(wait.rewaitingTime),
      toDuration(wait.heldTime),
      time(wait.arrivedAt),
      time(wait.calledAt),
      wait.counterNumber,
      wait.peopleAhead,
    ]),
  ];
}

function alsoRows(report: DayReport, { t }: Wording): Rows {
  const { bookings, missed, held, promises, totals, dayClosed } = report;
  const part = (key: Parameters<typeof t>[0], of: Parameters<typeof t>[0]) => `${t(key)}, ${t(of)}`;
  return [
    [t('report.also')],
    [t('report.carried-over'), totals.carriedOver],
    [t('report.rolled-over-numbers'), totals.rolledOver.length, totals.rolledOver.join(' ')],
    [t('report.missed'), missed.visits],
    [part('report.missed', 'report.missed-by-hub'), missed.byHub],
    [t('report.slips-unproved'), totals.slipsUnproved],
    [t('report.held'), held.visits, toDuration(held.time)],
    [t('report.bookings'), bookings.made],
    [part('report.bookings', 'report.bookings-came'), bookings.checkedIn],
    [part('report.bookings', 'report.bookings-late'), bookings.late],
    [part('report.bookings', 'report.bookings-cancelled'), bookings.cancelled],
    [part('report.bookings', notComeKey(dayClosed)), bookings.notCome],
    [part('report.promises', 'report.promises-known'), promises?.known ?? null],
    [part('report.promises', 'report.promises-kept'), promises?.kept ?? null],
  ];
}

function priorityRows({ priority }: DayReport, { t, name }: Wording): Rows {
  return [
    [t('report.priority'), priority.visits],
    ...priority.groups.map((group) => [name(group.name), group.count]),
  ];
}

function rejoinedRows({ missed }: DayReport, { t, time }: Wording): Rows {
  return [
    [t('report.rejoined'), missed.rejoined.length],
    ...missed.rejoined.map(({ rejoinedAt, number, outcome }) => [
      time(rejoinedAt),
      number,
      outcome === null ? null : t(`report.${outcome}`),
    ]),
  ];
}
