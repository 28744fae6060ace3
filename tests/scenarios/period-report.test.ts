import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Period, periodWith } from '@motcua/domain';
import type { PeriodReport } from '@motcua/protocol/http';
import { forgetOldVisits } from '../../apps/hub/src/jobs/forget-old-visits.ts';
import { rollUpDays } from '../../apps/hub/src/jobs/roll-up-days.ts';
import { createReader, type Reader } from '../../apps/hub/src/reads/reader.ts';
import { type CentreDay, MONDAY, openCentre } from './centre-day.ts';
import { wants } from './rules.ts';

const MONTH = periodWith(MONDAY, 'month');

describe('the report of a month', () => {
  let day: CentreDay;
  let reader: Reader;

  beforeEach(async () => {
    day = await openCentre('07:30');
    reader = createReader(day.site.started.hub);
    await serveOne();
  });
  afterEach(async () => {
    reader.close();
    await day.close();
  });

  async function serveOne(): Promise<void> {
    const kiosk = await day.asKiosk();
    const lan = await day.sit('lan', 2);
    await kiosk.execute(wants('birth'));
    await kiosk.execute(wants('true copy'));
    day.wait(600);
    await lan.callNext();
    await lan.act('start-service');
    day.wait(300);
    await lan.act('finish');
    await lan.leave();
  }
  async function goTo(days: number): Promise<void> {
    day.goTo('07:30', addDays(MONDAY, days));
    await day.runScheduledCommands();
  }
  async function report(period: Period = MONTH): Promise<PeriodReport> {
    const shown = { format: 'json', language: 'vi', complaints: null } as const;
    const task = { type: 'period-report', period, ...shown } as const;
    return JSON.parse(await reader.text(task)) as PeriodReport;
  }
  const valuesOf = ({ figures }: PeriodReport) =>
    Object.fromEntries(figures.map(({ id, value }) => [id, value]));

  it('is the same from the journal and from the figures of its finished days', async () => {
    const { hub } = day.site.started;
    await goTo(1);
    await serveOne();
    const counted = valuesOf(await report());
    expect(counted).toMatchObject({ visits: 4, served: 2, waits: 2 });
    expect(counted['waiting-longest']).toBe(600_000);
    // The hub may have done it by itself meanwhile.
    await rollUpDays(hub, reader);
    expect(hub.store.rollUps.within(MONDAY, MONDAY)).toHaveLength(1);
    expect(valuesOf(await report())).toEqual(counted);
    expect(await rollUpDays(hub, reader)).toBe(0);
  });

  it('outlives the single visits, without the clerks', async () => {
    const { hub } = day.site.started;
    await goTo(1);
    await rollUpDays(hub, reader);
    const before = await report();
    expect(before.tables.some(({ id }) => id === 'clerks')).toBe(true);
    await goTo(91);
    await forgetOldVisits(hub, reader);
    const after = await report();
    expect(valuesOf(after)).toEqual(valuesOf(before));
    expect(after.tables.some(({ id }) => id === 'clerks')).toBe(false);
    expect(after.notes.map(({ code }) => code)).toContain('roll-ups-only');
  });
});
