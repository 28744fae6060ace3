import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aroundTheClock, kimBoi, until } from '@motcua/testing';
import { type CentreDay, receivedAll, MONDAY, openCentre, TUESDAY } from './centre-day.ts';

describe('midnight in Việt Nam', () => {
  let day: CentreDay;

  beforeEach(async () => {
    day = await openCentre('23:50', aroundTheClock(kimBoi));
  });
  afterEach(() => day.close());

  const leftOvers = () =>
    day
      .changesOf(MONDAY)
      .flatMap((change) => (change.type === 'day-closed' ? change.leftOver : []));

  it('ends the day of a hub that was suspended: numbers restart, open visits are listed', async () => {
    const lan = await day.sit('lan', 2);
    await day.takeNumber('birth');
    await day.takeNumber('marriage');
    await day.takeNumber('true copy');
    await lan.callNext();
    await lan.act('start-service');
    day.goTo('00:00', TUESDAY);

    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H001', peopleAhead: 0 });
    expect(day.states()).toEqual(['H001 waiting']);
    expect(leftOvers()).toEqual(['H001', 'H002', 'S001']);
    const outcomes = day
      .changesOf(MONDAY)
      .filter((change) => change.type === 'visit-changed' && change.counterId === null)
      .map((change) =>
        change.type === 'visit-changed' && 'outcome' in change.visit ? change.visit.outcome : '',
      );
    expect(outcomes).toEqual(['served', 'left', 'left']);
    expect(await lan.callNext()).toBe('counter-closed');
    await receivedAll(lan.link, day);
    expect(lan.link.getState().mirror).toMatchObject({ today: TUESDAY, visits: { size: 1 } });
  });

  it('has not come a second before', async () => {
    await day.takeNumber('birth');
    day.goTo('23:59');
    day.wait(59);
    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H002' });
    day.wait(1);
    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H001' });
  });

  it('ends the day of a hub that was switched off over night', async () => {
    await day.takeNumber('birth');
    await day.takeNumber('birth');
    await day.stopHub();
    day.goTo('07:30', TUESDAY);
    await day.site.startHubAgain();
    await day.kiosk.live();

    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H001' });
    expect(leftOvers()).toEqual(['H001', 'H002']);
  });

  it('removes yesterday’s calls from the display', async () => {
    const wall = await day.site.asDisplay();
    const lan = await day.sit('lan', 2);
    await day.takeNumber('birth');
    await lan.callNext();
    await receivedAll(wall, day, 'display');
    expect(wall.getState().mirror?.announcements).toHaveLength(1);
    day.goTo('07:30', TUESDAY);
    await day.takeNumber('birth');

    await until(wall, () => wall.getState().mirror?.today === TUESDAY);
    expect(wall.getState().mirror?.announcements).toEqual([]);
  });
});
