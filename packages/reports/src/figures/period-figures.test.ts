import {
  createZoneClock,
  type Instant,
  OUTCOMES,
  weekdayOfDate,
  type StepResult,
} from '@motcua/domain';
import {
  aSite,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  minutesAfterT0,
  someSettings,
  TODAY,
} from '@motcua/domain/builders';
import { dayFigures as schema, type DayFigures, type Tally } from '@motcua/protocol/http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalWriter } from '../../test/journal-writer.ts';
import { RANDOM_DAYS, randomDays } from '../../test/random-days.ts';
import { type JournalRecords, recordsOf } from '../intervals.ts';
import { spreadOf } from '../statistics.ts';
import type { StepRecord } from '../step-record.ts';
import type { VisitRecord } from '../visit-record.ts';
import { rollUpDay } from './day-roll-up.ts';
import { MAX_RELATIVE_ERROR, spreadOfDurations } from './duration-histogram.ts';
import { mergeFigures, NO_FIGURES, withoutClerks } from './merge-figures.ts';
import { periodFigures } from './period-figures.ts';

const site = aSite();
const settings = someSettings({ site });
const clock = createZoneClock(site.zone);
const TARGET_MS = site.rule.maxWaitMinutes * 60_000;

const rolledUp = (records: JournalRecords): readonly DayFigures[] =>
  RANDOM_DAYS.map((day) => rollUpDay({ day, settings, records })).filter(
    ({ total }) => Object.keys(total.counts).length > 0,
  );
const firstCall = ({ intervals }: VisitRecord) => intervals.find(({ state }) => state === 'called');
const hourOf = ({ arrivedAt }: VisitRecord) => Math.floor(clock.localTime(arrivedAt) / 60);

/** The figures of these visits and steps, counted here from the records. */
function expectTally(
  tally: Tally | undefined,
  visits: readonly VisitRecord[],
  steps: readonly StepRecord[],
): void {
  const { counts, times } = tally ?? { counts: {}, times: {} };
  expect(counts.visits ?? 0).toBe(visits.length);
  for (const outcome of OUTCOMES)
    expect(counts[outcome] ?? 0).toBe(visits.filter((visit) => visit.outcome === outcome).length);
  expect(counts.services ?? 0).toBe(steps.filter(({ outcome }) => outcome === 'served').length);
  expect(counts.withinTarget ?? 0).toBe(
    visits.filter(({ waitingTime }) => waitingTime !== null && waitingTime <= TARGET_MS).length,
  );
  const raw = {
    waitingTime: visits.map(({ waitingTime }) => waitingTime),
    rewaitingTime: visits.map(({ rewaitingTime }) => rewaitingTime),
    walkingTime: visits.map(({ walkingTime }) => walkingTime),
    servingTime: steps.map(({ servingTime }) => servingTime),
  };
  for (const kind of ['waitingTime', 'rewaitingTime', 'walkingTime', 'servingTime'] as const) {
    const exact = spreadOf(raw[kind]);
    const found = spreadOfDurations(times[kind] ?? null);
    expect([found.count, found.longest]).toEqual([exact.count, exact.longest]);
    for (const part of ['median', 'p90'] as const)
      expect(Math.abs((found[part] ?? 0) - (exact[part] ?? 0))).toBeLessThanOrEqual(
        MAX_RELATIVE_ERROR * (exact[part] ?? 0),
      );
  }
}

describe('figures of a period from its days', () => {
  it('are the raw figures within the stated error: in all, by hour, weekday, queue, service, counter and clerk', () => {
    fc.assert(
      fc.property(randomDays, (changes) => {
        const records = recordsOf(changes);
        const { all, weekdays } = periodFigures(rolledUp(records));
        const { visits } = records;
        const stepsOf = (own: readonly VisitRecord[]) => own.flatMap((visit) => visit.steps);
        const steps = stepsOf(visits);
        expectTally(all.total, visits, steps);
        for (let hour = 0; hour < 24; hour += 1) {
          const own = visits.filter((visit) => hourOf(visit) === hour);
          expectTally(all.byHour[hour], own, stepsOf(own));
        }
        for (let weekday = 0; weekday < 7; weekday += 1) {
          const own = visits.filter(({ day }) => weekdayOfDate(day) === weekday);
          expectTally(weekdays.find((each) => each.weekday === weekday)?.total, own, stepsOf(own));
        }
        for (const key of new Set(steps.map(({ queueId }) => queueId)))
          expectTally(
            all.byQueue[key],
            visits.filter(({ queueId }) => queueId === key),
            steps.filter(({ queueId }) => queueId === key),
          );
        for (const key of new Set(steps.map(({ serviceId }) => serviceId)))
          expectTally(
            all.byService[key],
            visits.filter(({ serviceId }) => serviceId === key),
            steps.filter(({ serviceId }) => serviceId === key),
          );
        for (const key of new Set(steps.flatMap(({ counterId }) => counterId ?? [])))
          expectTally(
            all.byCounter[key],
            visits.filter((visit) => firstCall(visit)?.counterId === key),
            steps.filter(({ counterId }) => counterId === key),
          );
        for (const key of new Set(steps.flatMap(({ clerkId }) => clerkId ?? [])))
          expectTally(
            all.byClerk[key],
            visits.filter((visit) => firstCall(visit)?.clerkId === key),
            steps.filter(({ clerkId }) => clerkId === key),
          );
      }),
      { numRuns: 40 },
    );
  });

  it('are the same in whatever order and grouping the days are merged; no day adds nothing', () => {
    fc.assert(
      fc.property(randomDays, fc.nat(20), (changes, at) => {
        const days = rolledUp(recordsOf(changes));
        const [before, after] = [mergeFigures(days.slice(0, at)), mergeFigures(days.slice(at))];
        const whole = mergeFigures(days);
        expect(mergeFigures([before, after])).toEqual(whole);
        expect(mergeFigures([after, NO_FIGURES, before])).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('survive being kept as JSON', () => {
    fc.assert(
      fc.property(randomDays, (changes) => {
        for (const day of rolledUp(recordsOf(changes)))
          expect(schema.parse(JSON.parse(JSON.stringify(day)))).toEqual(day);
      }),
      { numRuns: 10 },
    );
  });

  it('have the visits of every outcome and every hour as their total', () => {
    fc.assert(
      fc.property(randomDays, (changes) => {
        const { total, byHour } = periodFigures(rolledUp(recordsOf(changes))).all;
        const { counts } = total;
        const ended = OUTCOMES.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
        expect(ended + (counts.open ?? 0)).toBe((counts.visits ?? 0) + (counts.carriedOver ?? 0));
        const ofHours = Object.values(byHour).reduce(
          (sum, hour) => sum + (hour.counts.visits ?? 0),
          0,
        );
        expect(ofHours).toBe(counts.visits ?? 0);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the roll-up of a day', () => {
  const journal = new JournalWriter();
  for (let visit = 0; visit < 70; visit += 1) serve(journal, visit);
  const records = recordsOf(journal.changes);
  const busy = rollUpDay({ day: TODAY, settings, records });

  it('is empty for a day without visits', () => {
    const { total, byHour, targets } = rollUpDay({ day: TODAY, settings, records: recordsOf([]) });
    expect([total, byHour, targets]).toEqual([{ counts: {}, times: {} }, {}, [30]]);
  });

  it('is a few kilobytes', () => {
    expect(JSON.stringify(busy).length).toBeLessThan(12_000);
  });

  it('counts filing online with help apart from papers received', () => {
    const results: readonly StepResult[] = ['helped-online', 'received', 'helped-online'];
    const [visit] = records.visits;
    const [step] = visit?.steps ?? [];
    if (visit === undefined || step === undefined) throw new RangeError('No step in the example');
    const steps = results.map((result) => ({ ...step, result }));
    const { counts } = rollUpDay({
      day: TODAY,
      settings,
      records: { visits: [{ ...visit, steps }], closedDays: records.closedDays },
    }).total;
    expect([counts['helped-online'], counts.received, counts.advised]).toEqual([2, 1, undefined]);
  });

  it('can be passed on without the figures of clerks', () => {
    expect(Object.keys(busy.byClerk)).toEqual([LAN, HOA].toSorted());
    expect(withoutClerks(busy)).toEqual({ ...busy, byClerk: {} });
  });
});

/** One visit of a busy day, every fifth at the other counter. */
function serve(journal: JournalWriter, index: number): void {
  const arrived = index * 6;
  const isOther = index % 5 === 0;
  const at = (minutes: number) =>
    (minutesAfterT0(arrived + minutes) + ((index * 7919) % 50_000)) as Instant;
  const id = journal.issue(minutesAfterT0(arrived));
  const [counterId, clerkId] = isOther ? [COUNTER_3, HOA] : [COUNTER_2, LAN];
  journal.act(id, { type: 'call', counterId, clerkId }, at(5 + (index % 25)));
  journal.act(id, { type: 'start-service' }, at(6 + (index % 25)));
  journal.act(id, { type: 'finish', nextServiceId: null }, at(9 + (index % 40)));
}
