import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CentreDay, receivedAll, openCentre } from './centre-day.ts';

describe('undo', () => {
  let day: CentreDay;

  beforeEach(async () => {
    day = await openCentre('08:00');
  });
  afterEach(() => day.close());

  it('takes back a call: the visit waits in its former place, and the display removes it', async () => {
    const lan = await day.sit('lan', 2);
    const wall = await day.site.asDisplay();
    await day.takeNumber('birth');
    day.wait(60);
    await day.takeNumber('birth');
    const before = day.visit('H001');
    await lan.callNext();
    day.wait(9.999);

    expect(await lan.undo()).toBe('H001');
    expect(day.visit('H001')).toEqual(before);
    await receivedAll(wall, day, 'display');
    expect(wall.getState().mirror?.announcements).toMatchObject([{ failure: 'withdrawn' }]);
    expect(await lan.callNext()).toBe('H001');
  });

  it('is refused after ten seconds, and a second time', async () => {
    const lan = await day.sit('lan', 2);
    await day.takeNumber('birth');
    await lan.callNext();
    day.wait(10);
    expect(await lan.undo()).toBe('nothing-to-undo');
    await lan.act('start-service');
    expect(await lan.undo()).toBe('H001');
    expect(await lan.undo()).toBe('nothing-to-undo');
    expect(day.states()).toEqual(['H001 called']);
  });

  it('takes back what a guide did without a counter, and only for that guide', async () => {
    await day.takeNumber('birth');
    const before = day.visit('H001');
    const guide = await day.site.asPerson('hanh');
    const other = await day.site.asPerson('lan');
    const cancelled = await guide.execute({
      type: 'act-on-visit',
      visitId: before.id,
      counterId: null,
      action: { type: 'cancel', as: 'cancelled' },
      note: null,
      reason: 'nhầm số',
    });
    expect(cancelled.ok).toBe(true);
    expect(day.states()).toEqual(['H001 closed']);
    const undo = { type: 'undo', counterId: null } as const;
    expect(await other.execute(undo)).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
    day.wait(9);
    expect(await guide.execute(undo)).toMatchObject({ ok: true });
    expect(day.visit('H001')).toEqual(before);
    expect(await guide.execute(undo)).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
  });

  it('takes back finishing and calling in one step', async () => {
    const lan = await day.sit('lan', 2);
    await day.takeNumber('birth');
    await day.takeNumber('birth');
    await lan.callNext();
    await lan.act('start-service');
    expect(await lan.callNext(true)).toBe('H002');
    await lan.undo();
    expect(day.states()).toEqual(['H001 serving', 'H002 waiting']);
  });
});
