import {
  addDays,
  type Dossier,
  dossierFigures,
  type Instant,
  type LocalDate,
  type LocalTime,
  parsePeriod,
  type Period,
  periodBefore,
  type ServiceId,
  type StepResult,
} from '@motcua/domain';
import {
  aCounter,
  aQueue,
  aSite,
  CIVIL,
  COUNTER_2,
  LAN,
  minutesAfterT0,
  someSettings,
  TODAY,
} from '@motcua/domain/builders';
import { isMessageKey } from '@motcua/i18n';
import {
  type DayFigures,
  FIGURE_TABLES,
  FIGURE_UNITS,
  type FigureId,
  type PeriodReport,
  periodReport as schema,
  REPORT_NOTES,
} from '@motcua/protocol/http';
import { describe, expect, it } from 'vitest';
import { JournalWriter } from '../../test/journal-writer.ts';
import { rollUpDay } from '../figures/day-roll-up.ts';
import { recordsOf } from '../intervals.ts';
import type { PeriodReportSource } from './period-material.ts';
import { periodReport, withoutClerkTable } from './period-report.ts';

const span = { from: '07:30' as LocalTime, to: '16:30' as LocalTime };
const week = [[span], [span], [span], [span], [span], [], []];
const site = aSite({ hours: { week, closedDays: [] } });
const settings = someSettings({ site, queues: [aQueue()], counters: [aCounter()] });
const MINUTE = 60_000;

/** A day on which a visit an hour waited so many minutes each. */
function dayWith(
  day: LocalDate,
  waits: readonly number[],
  results: readonly StepResult[] = [],
): DayFigures {
  const journal = new JournalWriter();
  for (const [index, wait] of waits.entries()) {
    const arrived = index * 60;
    const id = journal.issue(minutesAfterT0(arrived));
    const call = { type: 'call', counterId: COUNTER_2, clerkId: LAN } as const;
    journal.act(id, call, minutesAfterT0(arrived + wait));
    journal.act(id, { type: 'start-service' }, minutesAfterT0(arrived + wait + 1));
    journal.act(id, { type: 'finish', nextServiceId: null }, minutesAfterT0(arrived + wait + 6));
    const result = results[index];
    if (result !== undefined)
      journal.act(id, { type: 'set-result', step: 0, result }, minutesAfterT0(arrived + wait + 7));
  }
  return { ...rollUpDay({ day: TODAY, settings, records: recordsOf(journal.changes) }), day };
}

function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed.ok) throw new RangeError(parsed.refusal.code);
  return parsed.value;
}

const day = (text: string) => text as LocalDate;
const reportOf = (overrides: Partial<PeriodReportSource> = {}): PeriodReport =>
  periodReport({
    period: period('2026-07'),
    days: [],
    settings,
    people: [{ id: LAN, name: 'Bùi Thị Lan' }],
    dossiers: null,
    today: day('2026-08-03'),
    madeAt: Date.UTC(2026, 7, 3) as Instant,
    visitsFrom: null,
    ...overrides,
  });
const figure = ({ figures, dossiers }: PeriodReport, id: FigureId) =>
  [...figures, ...(dossiers?.figures ?? [])].find((each) => each.id === id);
const noteOf = ({ notes }: PeriodReport, wanted: string) =>
  notes.find(({ code }) => code === wanted);
const tableOf = ({ tables }: PeriodReport, wanted: string) =>
  tables.find(({ id }) => id === wanted);

const JULY = [dayWith(day('2026-07-01'), [5, 10, 40]), dayWith(day('2026-07-08'), [20])];
const JUNE = [dayWith(day('2026-06-03'), [10, 10])];
const SUNDAY = dayWith(day('2026-08-02'), [1]);

describe('the report of a month', () => {
  const report = reportOf({ days: [...JULY, ...JUNE, SUNDAY] });

  it('has the figures of the month alone, beside those of the month before', () => {
    expect(figure(report, 'visits')).toEqual({
      id: 'visits',
      value: 4,
      before: 2,
      difference: 2,
      percent: 100,
    });
    expect(figure(report, 'waiting-median')?.before).toBeCloseTo(10 * MINUTE, -4);
    expect(figure(report, 'waiting-longest')?.value).toBe(40 * MINUTE);
  });

  it('compares shares by their difference alone', () => {
    expect(figure(report, 'within-target')).toEqual({
      id: 'within-target',
      value: 0.75,
      before: 1,
      difference: -0.25,
      percent: null,
    });
  });

  it('tells of no results, instead of zero, while no clerk records any', () => {
    expect(figure(report, 'result-helped-online')).toMatchObject({ value: null, difference: null });
  });

  it('counts results by service, filing online with help apart from paper', () => {
    const helped = dayWith(
      day('2026-07-01'),
      [5, 6, 7, 8],
      ['helped-online', 'received', 'helped-online'],
    );
    const recorded = reportOf({ days: [helped] });
    expect(tableOf(recorded, 'results')).toMatchObject({
      columns: [
        'services',
        'result-received',
        'result-helped-online',
        'result-sent-back',
        ...['result-handed-over', 'result-advised'],
      ],
      rows: [{ key: 'marriage', values: [4, 1, 2, 0, 0, 0] }],
    });
    expect(figure(recorded, 'result-helped-online')).toMatchObject({ value: 2 });
  });

  it('has a row for each hour, weekday, day, queue, service, counter and clerk', () => {
    expect(report.tables.map(({ id, rows }) => [id, rows.length])).toEqual([
      ['hours', 3],
      ['weekdays', 1],
      ['days', 2],
      ['queues', 1],
      ['services', 1],
      ['counters', 1],
      ['clerks', 1],
    ]);
    expect(tableOf(report, 'clerks')?.rows[0]?.name).toEqual({ vi: 'Bùi Thị Lan' });
    expect(tableOf(report, 'queues')?.rows[0]).toMatchObject({
      key: CIVIL,
      name: { vi: 'H Hộ tịch' },
    });
    expect(tableOf(report, 'counters')?.rows[0]).toMatchObject({ number: 2 });
  });

  it('can be given away without the figures of clerks', () => {
    expect(withoutClerkTable(report).tables.map(({ id }) => id)).not.toContain('clerks');
  });

  it('has months in place of days in a long period', () => {
    const year = reportOf({ period: period('2026'), days: [...JULY, ...JUNE] });
    expect(tableOf(year, 'days')).toBeUndefined();
    expect(tableOf(year, 'months')?.rows.map(({ key }) => key)).toEqual(['2026-06', '2026-07']);
  });

  it('maps arrivals by weekday and hour, and by day and hour', () => {
    const { hours, weekdays, days } = report.heatMap;
    const arrivals = weekdays.map(({ weekday, days: count, cells }) => [
      weekday,
      count,
      cells.map(({ visits }) => visits).filter((visits) => visits > 0),
    ]);
    expect(arrivals).toEqual([[2, 2, [2, 1, 1]]]);
    expect(days.map((each) => [each.day, each.cells.length])).toEqual([
      ['2026-07-01', hours.length],
      ['2026-07-08', hours.length],
    ]);
  });

  it('is what its schema describes', () => {
    expect(schema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });
});

describe('the notes of a report', () => {
  it('name the working days without data, before today and without weekends', () => {
    const days = [...Array(31).keys()]
      .map((index) => addDays(day('2026-07-01'), index))
      .filter((each) => !['2026-07-14', '2026-07-15', '2026-07-22'].includes(each))
      .map((each) => dayWith(each, []));
    expect(noteOf(reportOf({ days }), 'days-without-data')).toEqual({
      code: 'days-without-data',
      days: [
        { from: '2026-07-14', to: '2026-07-15' },
        { from: '2026-07-22', to: '2026-07-22' },
      ],
      numbers: [3],
    });
  });

  it('say that there is nothing, and compare nothing with nothing', () => {
    const report = reportOf({ days: JULY, period: period('2026-08') });
    expect(noteOf(report, 'no-data')).toBeDefined();
    expect(noteOf(reportOf({ days: JULY }), 'no-data')).toBeUndefined();
    expect(figure(reportOf({ days: JULY }), 'visits')).toMatchObject({
      value: 4,
      before: null,
      difference: null,
      percent: null,
    });
  });

  it('say that a period goes on', () => {
    expect(noteOf(reportOf({ period: period('2026-08') }), 'period-not-over')?.days).toEqual([
      { from: '2026-08-03', to: '2026-08-31' },
    ]);
  });

  it('say for which days single visits are gone', () => {
    const report = reportOf({ days: JULY, visitsFrom: day('2026-07-05') });
    expect(noteOf(report, 'roll-ups-only')?.days).toEqual([
      { from: '2026-07-01', to: '2026-07-01' },
    ]);
  });

  it('say that the target changed', () => {
    const changed = JULY.map((each, index) => ({ ...each, targets: [index === 0 ? 30 : 15] }));
    expect(noteOf(reportOf({ days: changed }), 'targets-changed')?.numbers).toEqual([15, 30]);
  });
});

describe('the dossiers of a report', () => {
  const july = period('2026-07');
  const dossier = (overrides: Partial<Dossier>): Dossier => ({
    code: '000.00.01.H44-260701-0001',
    procedure: 'marriage',
    procedureCode: null,
    field: null,
    channel: 'online',
    received: { day: day('2026-07-01'), time: null },
    due: { day: day('2026-07-08'), time: null },
    resolved: null,
    ...overrides,
  });
  const many = (count: number, overrides: Partial<Dossier>) =>
    Array.from({ length: count }, () => dossier(overrides));
  const due = (text: string) => ({ day: day(text), time: null });
  const dossiers = [
    ...many(430, { resolved: due('2026-07-07') }),
    ...many(262, { due: due('2026-08-12') }),
    ...many(13, { channel: 'post', due: due('2026-08-12'), procedure: 'another' }),
  ];
  const figuresOf = (of: Period, all: readonly Dossier[] = dossiers) =>
    dossierFigures({
      ...{ dossiers: all, period: of, asOf: july.to, dueOf: (each) => each.due },
      serviceOf: ({ procedure }) => (procedure === 'marriage' ? ('marriage' as ServiceId) : null),
    });
  const report = reportOf({
    dossiers: { figures: figuresOf(july), before: figuresOf(periodBefore(july)), complaints: 0 },
  });

  it('say 705, 692, 13, the share in the term, the pending ones and no complaint', () => {
    const values = (
      [
        ...['dossiers-received', 'dossiers-online', 'dossiers-paper', 'dossiers-early'],
        ...['dossiers-in-term-of-resolved', 'dossiers-within-term', 'dossiers-overdue'],
        'complaints',
      ] as const
    ).map((id) => figure(report, id as FigureId)?.value);
    expect(values).toEqual([705, 692, 13, 430, 1, 275, 0, 0]);
    expect(figure(report, 'dossiers-in-term-of-all')?.value).toBeCloseTo(0.61, 3);
  });

  it('have a row for each service, and one for procedures of none', () => {
    const rows = report.dossiers?.table.rows.map(({ key, name, values }) => [key, name, values[0]]);
    expect(rows).toEqual([
      ['marriage', { vi: 'marriage' }, 692],
      ['', null, 13],
    ]);
  });

  it('say how far they reach, and how many have no term', () => {
    const partial = dossierFigures({
      dossiers: many(2, { due: null, channel: null }),
      period: july,
      asOf: day('2026-07-20'),
      dueOf: () => null,
      serviceOf: () => null,
    });
    const report = reportOf({ dossiers: { figures: partial, before: null, complaints: null } });
    expect(noteOf(report, 'dossiers-until')?.days).toEqual([
      { from: '2026-07-20', to: '2026-07-20' },
    ]);
    expect(noteOf(report, 'terms-unknown')?.numbers).toEqual([2]);
    expect(noteOf(report, 'channels-unknown')?.numbers).toEqual([2]);
    expect(figure(report, 'dossiers-received')).toMatchObject({ value: 2, before: null });
  });
});

describe('every figure, table and note', () => {
  it('has a name, and every figure a definition', () => {
    const keys = [
      ...Object.keys(FIGURE_UNITS).flatMap((id) => [`figures.${id}`, `figures.${id}.means`]),
      ...FIGURE_TABLES.map((id) => `figures.table.${id}`),
      ...REPORT_NOTES.map((code) => `figures.note.${code}`),
    ];
    expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
  });
});
