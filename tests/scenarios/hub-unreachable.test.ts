import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalDate, ServiceId } from '@motcua/domain';
import { makeDayReport } from '../../apps/hub/src/reads/day-report.ts';
import { kimBoi } from '@motcua/testing';
import { type CentreDay, receivedAll, MONDAY, openCentre, SERVICES } from './centre-day.ts';

const TUESDAY = '2026-11-24' as LocalDate;

describe('a centre whose hub is unreachable for a while', () => {
  let day: CentreDay;

  beforeEach(async () => {
    const queues = kimBoi.queues.map((queue) =>
      queue.series.prefix === 'H' ? { ...queue, dailyQuota: 4 } : queue,
    );
    day = await openCentre('08:00', { ...kimBoi, queues });
    await day.site.kioskHasNumbers();
  });
  afterEach(() => day.close());

  const report = (date = MONDAY) => makeDayReport(day.site.started.hub, date);

  it('calls all visits in the order of their arrival, and counts them in that hour', async () => {
    const lan = await day.sit('lan', 2);
    await day.takeNumber('birth');
    await day.stopHub();
    day.goTo('08:10');
    const first = await day.kiosk.issue(SERVICES['true copy'] as ServiceId, 'vi');
    day.goTo('08:20');
    const second = await day.kiosk.issue(SERVICES.birth as ServiceId, 'vi');
    expect([first, second]).toMatchObject([
      { ok: true, value: { number: 'SR01', peopleAhead: null } },
      { ok: true, value: { number: 'HR01', peopleAhead: null } },
    ]);
    day.goTo('09:05');
    await day.site.startHubAgain();
    await day.kiosk.live();
    await expect.poll(() => day.states().length, { timeout: 20_000 }).toBe(3);
    await day.takeNumber('birth');
    await receivedAll(lan.link, day);

    const called: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      called.push(await lan.callNext());
      await lan.act('start-service');
      await lan.act('finish');
    }
    expect(called).toEqual(['H001', 'SR01', 'HR01', 'H002']);
    expect(report().totals).toMatchObject({ issued: 4, slips: 4 });
    const hours = report().hours.filter(({ arrivals }) => arrivals > 0);
    expect(hours.map(({ hour, arrivals }) => [hour, arrivals])).toEqual([
      [8, 3],
      [9, 1],
    ]);
  });

  it('shows visitors no alarm: services with numbers left are offered, others refer to staff', async () => {
    await day.stopHub();
    const service = (id: string) => day.kiosk.services().find((each) => each.id === id);
    const view = await day.kiosk.shows(({ issuesOffline }) => issuesOffline);
    expect(view).toMatchObject({ connection: 'offline', bookings: false });
    expect(service('1.001193')).toMatchObject({ noNumbers: null, waiting: null, estimate: null });
    for (let n = 0; n < 4; n += 1) await day.kiosk.issue(SERVICES.birth as ServiceId, 'vi');
    await day.kiosk.shows(({ services }) =>
      services.some(({ id, noNumbers }) => id === '1.001193' && noNumbers === 'numbers-used-up'),
    );
    expect(await day.askInVain('birth')).toBe('quota-reached');
    await day.site.startHubAgain();
    await day.kiosk.live();
    expect(await day.takeNumber('true copy')).toMatchObject({ number: 'S001', slip: 'printed' });
    expect(await day.askInVain('birth')).toBe('quota-reached');
  });

  it('keeps its opening hours, and reports Monday evening’s tickets on Tuesday', async () => {
    await day.stopHub();
    day.goTo('16:30');
    await day.kiosk.issue(SERVICES.birth as ServiceId, 'vi');
    day.goTo('19:00');
    expect(await day.askInVain('birth')).toBe('outside-opening-hours');
    day.goTo('07:35', TUESDAY);
    const early = await day.kiosk.issue(SERVICES.birth as ServiceId, 'vi');
    await day.site.startHubAgain();
    await day.kiosk.live();
    expect(early).toMatchObject({ ok: true, value: { number: 'HR01' } });
    await expect.poll(() => day.states(), { timeout: 20_000 }).toEqual(['HR01 waiting']);
    expect(report(MONDAY).totals).toMatchObject({ issued: 1, outcomes: { left: 1 } });
    expect(report(TUESDAY).totals).toMatchObject({ issued: 1 });
  });
});
