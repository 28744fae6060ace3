import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CentreDay, receivedAll, openCentre } from './centre-day.ts';

describe('two counters that serve one queue', () => {
  let day: CentreDay;

  beforeEach(async () => {
    day = await openCentre('08:00');
  });
  afterEach(() => day.close());

  it('never call the same visit, however close the race', async () => {
    const [lan, hoa] = await Promise.all([day.sit('lan', 2), day.sit('hoa', 3)]);
    for (let round = 1; round <= 10; round += 1) {
      const { number } = await day.takeNumber('true copy');
      const calls = await Promise.all([lan.callNext(), hoa.callNext()]);
      expect(calls.toSorted()).toEqual([number, 'nobody-waiting'].toSorted());
      const winner = calls[0] === number ? lan : hoa;
      day.wait(20);
      expect(await winner.act('mark-no-show')).toBe(number);
    }
  });

  it('get one each when two wait, and cannot act on the other’s', async () => {
    const [lan, hoa] = await Promise.all([day.sit('lan', 2), day.sit('hoa', 3)]);
    await day.takeNumber('true copy');
    await day.takeNumber('true copy');
    const calls = await Promise.all([lan.callNext(), hoa.callNext()]);
    expect(calls.toSorted()).toEqual(['S001', 'S002']);
    const [ofLan, ofHoa] = calls;

    expect(await lan.act('start-service', { number: ofHoa })).toBe('not-your-visit');
    expect(await hoa.act('start-service', { number: ofHoa })).toBe(ofHoa);
    expect(await lan.act('start-service', { number: ofLan })).toBe(ofLan);
    await Promise.all([receivedAll(lan.link, day), receivedAll(hoa.link, day)]);
    const visits = lan.link.getState().mirror?.visits;
    expect(visits?.size).toBe(2);
    expect(hoa.link.getState().mirror?.visits).toEqual(visits);
  });

  it('follow their own order of queues: the second counter empties its first queue first', async () => {
    const hoa = await day.sit('hoa', 3);
    await day.takeNumber('birth');
    day.wait(60);
    await day.takeNumber('true copy');
    expect(await hoa.callNext()).toBe('S001');
    day.wait(20);
    await hoa.act('mark-no-show');
    expect(await hoa.callNext()).toBe('H001');
  });
});
