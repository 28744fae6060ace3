import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '@motcua/testing';
import { type CentreDay, openCentre } from './centre-day.ts';

describe('paper that runs out during the morning', () => {
  let day: CentreDay;

  beforeEach(async () => {
    day = await openCentre('08:00');
  });
  afterEach(() => day.close());

  it('loses no place: a noted number stays, one given back is cancelled', async () => {
    const lan = await day.sit('lan', 2);
    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H001', slip: 'printed' });
    day.site.printer.setState({ paper: 'out' });
    day.goTo('09:10');

    const noted = await day.takeNumber('birth');
    const givenBack = await day.takeNumber('birth');
    expect([noted.slip, givenBack.slip]).toEqual(['out-of-paper', 'out-of-paper']);
    expect(await day.kiosk.resolve(noted.printJobId, 'noted')).toMatchObject({ ok: true });
    expect(await day.kiosk.resolve(givenBack.printJobId, 'given-back')).toMatchObject({ ok: true });
    await until(lan.link, () =>
      [...(lan.link.getState().mirror?.devices.values() ?? [])].some(
        ({ condition }) => condition.printer === 'out-of-paper',
      ),
    );

    day.site.printer.setState({ paper: 'ok' });
    day.goTo('09:20');
    const after = await day.takeNumber('birth');
    expect(after).toMatchObject({ number: 'H004', peopleAhead: 2, slip: 'printed' });
    expect(day.visit('H003')).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    expect(await lan.callNext()).toBe('H001');
    day.wait(20);
    expect(await lan.act('mark-no-show')).toBe('H001');
    expect(await lan.callNext()).toBe('H002');
    expect(day.slips()).toBe(2);
  });

  it('is refilled, and a guide has the slip of a noted number printed again', async () => {
    day.site.printer.setState({ paper: 'out' });
    const noted = await day.takeNumber('birth');
    expect(noted).toMatchObject({ number: 'H001', slip: 'out-of-paper' });
    await day.kiosk.resolve(noted.printJobId, 'noted');
    const guide = await day.site.asPerson('hanh');
    const { id: visitId } = day.visit('H001');
    const kioskId = day.jobOf(noted.printJobId).kioskId;
    const again = { type: 'print-again', visitId, kioskId } as const;
    expect(await guide.execute(again)).toMatchObject({ refusal: { code: 'kiosk-cannot-print' } });

    day.site.printer.setState({ paper: 'ok' });
    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H002', slip: 'printed' });
    await expect.poll(async () => (await guide.execute(again)).ok).toBe(true);
    await expect.poll(() => day.slips()).toBe(2);
    await expect.poll(() => day.jobOf(noted.printJobId).resolution).toBe('reprinted');
    expect(day.jobOf(noted.printJobId)).toMatchObject({ state: 'failed', fault: 'out-of-paper' });
    expect(day.visit('H001').state).toBe('waiting');
  });

  it('ends in the middle of a slip: half of it is not valid, and it is not printed again', async () => {
    await day.takeNumber('birth');
    day.site.printer.setState({ paperLeftDots: 150 });
    const half = await day.takeNumber('marriage');
    expect(half).toMatchObject({ number: 'H002', slip: 'out-of-paper' });
    expect(day.site.printer.slips().filter(({ cut }) => !cut)).toHaveLength(1);
    expect(await day.kiosk.resolve(half.printJobId, 'noted')).toMatchObject({ ok: true });
    day.site.printer.setState({ paper: 'ok' });

    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H003', slip: 'printed' });
    expect(day.slips()).toBe(2);
    expect(day.visit('H002').state).toBe('waiting');
  });
});
