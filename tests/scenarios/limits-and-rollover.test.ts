import { afterEach, describe, expect, it } from 'vitest';
import type { CounterId, DeviceId, ServiceId, Settings } from '@motcua/domain';
import { kimBoi, until } from '@motcua/testing';
import {
  type CentreDay,
  receivedAll,
  MONDAY,
  numberIn,
  openCentre,
  SERVICES,
  TUESDAY,
} from './centre-day.ts';
import { wants } from './rules.ts';

describe('limits of a day', () => {
  let day: CentreDay;
  afterEach(() => day.close());

  const withSite = (part: Partial<Settings['site']>): Settings => ({
    ...kimBoi,
    site: { ...kimBoi.site, ...part },
  });

  it('end issuing some minutes before closing time, with exceptions by staff who give a reason', async () => {
    day = await openCentre('11:00', withSite({ lastTicketMinutes: 20 }));
    const kiosk = await day.asKiosk();
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('H001');
    day.goTo('11:10');
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('numbers-ended');
    const guide = await day.site.asPerson('hanh');
    expect(numberIn(await guide.execute(wants('birth')))).toBe('numbers-ended');
    const reason = 'Đường xa, đã chờ từ sớm';
    expect(numberIn(await guide.execute(wants('birth', { reason })))).toBe('H002');
    day.goTo('12:00');
    expect(numberIn(await kiosk.execute(wants('birth', { reason })))).toBe('outside-opening-hours');
    expect(numberIn(await guide.execute(wants('birth', { reason })))).toBe('H003');
    const given = day.changesOf(MONDAY).filter(({ by }) => by.reason === reason);
    expect(given).toHaveLength(2);
  });

  it('apply the quota of a queue', async () => {
    const queues = kimBoi.queues.map((queue) =>
      queue.id === 'civil' ? { ...queue, dailyQuota: 2 } : queue,
    );
    day = await openCentre('07:30', { ...kimBoi, queues });
    const kiosk = await day.asKiosk();
    const taken: string[] = [];
    for (let n = 0; n < 3; n += 1) taken.push(numberIn(await kiosk.execute(wants('birth'))));
    expect(taken).toEqual(['H001', 'H002', 'quota-reached']);
    expect(numberIn(await kiosk.execute(wants('true copy')))).toBe('S001');
    for (const services of [
      ['true copy', 'birth'],
      ['birth', 'true copy'],
    ] as const)
      expect(numberIn(await kiosk.execute(wants(services)))).toBe('quota-reached');
    day.goTo('07:30', TUESDAY);
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('H001');
  });

  it('count every service of a visit, chosen or added, but not an undone one', async () => {
    const queues = kimBoi.queues.map((queue) =>
      queue.id === 'civil' ? { ...queue, dailyQuota: 2 } : queue,
    );
    day = await openCentre('07:30', { ...kimBoi, queues });
    const kiosk = await day.asKiosk();
    const both = ['birth', 'marriage'] as const;
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('H001');
    expect(numberIn(await kiosk.execute(wants(both)))).toBe('quota-reached');
    expect(numberIn(await kiosk.execute(wants('true copy')))).toBe('S001');

    const minh = await day.sit('minh', 4);
    const lan = await day.sit('lan', 2);
    const marriage = { type: 'add-service', serviceId: SERVICES.marriage as ServiceId } as const;
    expect(await lan.act(marriage, { number: 'S001' })).toBe('S001');
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('quota-reached');
    await lan.undo();
    expect(await minh.act(marriage, { number: 'H001' })).toBe('H001');
    expect(await lan.act(marriage, { number: 'S001' })).toBe('quota-reached');
    expect(await lan.act(marriage, { number: 'S001', reason: 'Đường xa' })).toBe('S001');
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('quota-reached');
  });

  it('close a kiosk that staff have locked', async () => {
    day = await openCentre('07:30');
    const kiosk = await day.asKiosk();
    const deviceId = kiosk.getState().mirror?.deviceId as DeviceId;
    const guide = await day.site.asPerson('hanh');
    const set = (locked: boolean) =>
      guide.execute({ type: 'set-kiosk', deviceId, locked, training: false });
    await set(true);
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('kiosk-locked');
    const number = numberIn(await guide.execute(wants('birth')));
    const hold = { type: 'step-out', visitId: day.visit(number).id, wish: 'hold' } as const;
    expect(numberIn(await kiosk.execute(hold))).toBe('kiosk-locked');
    await receivedAll(kiosk, day, 'kiosk');
    expect(kiosk.getState().mirror?.devices.get(deviceId)?.locked).toBe(true);
    await set(false);
    expect(numberIn(await kiosk.execute(hold))).toBe(number);
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('H002');
  });

  it('roll waiting visits over to the front of the next morning, with their number', async () => {
    day = await openCentre('16:50', withSite({ dayEnd: 'roll-over' }));
    const kiosk = await day.asKiosk();
    const lan = await day.sit('lan', 2);
    for (let n = 0; n < 3; n += 1) await kiosk.execute(wants('birth'));
    const { arrivedAt } = day.visit('H002');
    await lan.callNext();
    await lan.act('start-service');
    const hoa = await day.sit('hoa', 3);
    await kiosk.execute(wants(['true copy', 'residence']));
    await hoa.callNext();
    await hoa.act('start-service');
    day.goTo('07:30', TUESDAY);
    await day.runScheduledCommands();

    const closed = day.changesOf(MONDAY).find((change) => change.type === 'day-closed');
    expect(closed?.leftOver).toEqual(['H001', 'H002', 'H003', 'S001']);
    expect(closed?.rolledOver).toEqual(['H002', 'H003', 'S001']);
    expect(day.states()).toEqual(['H002 waiting', 'H003 waiting', 'S001 waiting']);
    expect(day.visit('S001')).toMatchObject({ queueId: 'resid', next: [] });
    expect(day.visit('H002')).toMatchObject({ arrivedAt, day: TUESDAY });
    const today: string[] = [];
    for (let n = 0; n < 2; n += 1) today.push(numberIn(await kiosk.execute(wants('birth'))));
    expect(today).toEqual(['H001', 'H004']);
    const again = await day.sit('lan', 2);
    expect(await again.callNext()).toBe('H002');
    await day.site.stopHub();
    await day.site.startHubAgain();
    expect(day.states()).toEqual([
      ...['H002 called', 'H003 waiting', 'S001 waiting'],
      ...['H001 waiting', 'H004 waiting'],
    ]);
  });

  it('do not restart yesterday when the clock is set back', async () => {
    day = await openCentre('08:00');
    const kiosk = await day.asKiosk();
    await kiosk.execute(wants('birth'));
    day.goTo('08:00', TUESDAY);
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('H001');
    day.goTo('08:00', MONDAY);
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('H002');
    expect(day.site.started.hub.state.today).toBe(TUESDAY);
  });
});

describe('training', () => {
  it('is separate: not on displays, in no figure, with no real number', async () => {
    const day = await openCentre('07:30');
    const kiosk = await day.asKiosk();
    const wall = await day.site.asDisplay();
    const lan = await day.site.asPerson('lan');
    const counterId = 'counter-2' as CounterId;
    await lan.execute({ type: 'open-counter', counterId, training: true });
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('H001');
    const call = { type: 'call-next', counterId, finishCurrent: false } as const;
    expect(numberIn(await lan.execute(call))).toBe('nobody-waiting');
    expect(numberIn(await lan.execute(wants('birth', { training: true })))).toBe('#H001');
    expect(numberIn(await lan.execute(call))).toBe('#H001');

    await receivedAll(wall, day, 'display');
    expect(wall.getState().mirror?.announcements).toEqual([]);
    expect(wall.getState().mirror?.counters.get(counterId)?.state ?? 'closed').toBe('closed');
    await until(kiosk, () => kiosk.getState().mirror?.loads['civil' as never]?.waiting === 1);
    expect(numberIn(await kiosk.execute(wants('birth')))).toBe('H002');
    await day.close();
  });
});
