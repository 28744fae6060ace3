import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type CommandId, type Setting } from '@motcua/domain';
import { THE_HUB_ITSELF } from '@motcua/hub';
import type { DayReport } from '@motcua/protocol/http';
import { makeDayReport } from '../../apps/hub/src/reads/day-report.ts';
import { type CentreDay, MONDAY, openCentre, TUESDAY } from './centre-day.ts';

const WEDNESDAY = addDays(TUESDAY, 1);

describe('the report of a closed day', () => {
  let day: CentreDay;
  let commands = 0;

  beforeEach(async () => {
    day = await openCentre('07:30');
    const lan = await day.sit('lan', 2);
    for (const service of ['birth', 'true copy'] as const) {
      await day.takeNumber(service);
      day.wait(60);
    }
    await lan.callNext();
    await lan.act('start-service');
    day.wait(240);
    await lan.act('finish');
    await lan.leave();
  });
  afterEach(() => day.close());

  const hub = () => day.site.started.hub;
  const report = (): DayReport => ({ ...makeDayReport(hub(), MONDAY), madeAt: 0 as never });
  async function set(
    command:
      | { readonly type: 'put-setting'; readonly setting: Setting }
      | {
          readonly type: 'remove-setting';
          readonly kind: 'counter' | 'queue';
          readonly id: string;
        },
  ): Promise<void> {
    commands += 1;
    const commandId = `set-${commands}` as CommandId;
    const result = await hub().execute({ ...command, commandId }, THE_HUB_ITSELF);
    expect(result).toMatchObject({ ok: true });
  }
  const all = () => hub().state.settings.all();
  async function tomorrow(): Promise<void> {
    day.goTo('07:30', TUESDAY);
    await day.runScheduledCommands();
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  it('stays the same whatever is renamed, moved, closed or removed afterwards', async () => {
    await tomorrow();
    const before = report();
    const [queue] = all().queues;
    const counter = all().counters.find(({ number }) => number === 2);
    if (queue === undefined || counter === undefined) throw new Error('Kim Bôi has both');
    const name = { vi: 'Tên mới', en: 'A new name', de: 'Ein neuer Name' };
    const { site } = all();
    await set({ type: 'put-setting', setting: { kind: 'queue', value: { ...queue, name } } });
    await set({ type: 'remove-setting', kind: 'counter', id: counter.id });
    const week = site.hours.week.map(() => []);
    const hours = { ...site.hours, week };
    await set({ type: 'put-setting', setting: { kind: 'site', value: { ...site, name, hours } } });

    expect(report()).toEqual(before);
    // Later days follow the settings of then.
    day.goTo('07:30', WEDNESDAY);
    await day.runScheduledCommands();
    const later = makeDayReport(hub(), WEDNESDAY);
    expect(later.counters.map(({ number }) => number)).not.toContain(2);
    expect(later.queues.map((figures) => figures.name)).toContainEqual(name);
    expect(later.openHours).toEqual([]);
  });

  it('names what was removed during the day, and its parts add up to the whole', async () => {
    const counter = all().counters.find(({ number }) => number === 2);
    if (counter === undefined) throw new Error('Kim Bôi has it');
    await set({ type: 'remove-setting', kind: 'counter', id: counter.id });
    await tomorrow();
    const { totals, queues, counters, hours } = report();
    expect(counters.find(({ number }) => number === 2)).toMatchObject({ served: 1 });
    expect(sum(counters.map(({ served }) => served))).toBe(totals.services);
    expect(sum(queues.map(({ issued }) => issued))).toBe(totals.issued);
    expect(sum(queues.map(({ services }) => services))).toBe(totals.services);
    expect(sum(hours.map(({ arrivals }) => arrivals))).toBe(totals.issued);
    expect(sum(Object.values(totals.outcomes)) + totals.open.length).toBe(
      totals.issued + totals.carriedOver,
    );
  });
});
