import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createZoneClock, type Instant, type LocalDate } from '@motcua/domain';
import { type CentreDay, MONDAY, openCentre, TUESDAY } from './centre-day.ts';

const SATURDAY = '2026-11-28' as LocalDate;
const NEXT_MONDAY = '2026-11-30' as LocalDate;
const NEW_YEAR = '2027-01-01' as LocalDate;
const zone = createZoneClock('Asia/Ho_Chi_Minh');
const at = (date: LocalDate, hours: number, minutes: number) =>
  zone.instantAt(date, hours * 60 + minutes);

describe('opening hours with lunch', () => {
  let day: CentreDay;

  beforeEach(async () => {
    day = await openCentre('07:29');
  });
  afterEach(() => day.close());

  const kioskSaysItOpens = (opensAt: Instant) =>
    day.kiosk.shows(({ issuing }) => !issuing.open && issuing.opensAt === opensAt);

  it('issue numbers from the first minute to the last, and none during lunch', async () => {
    expect(await day.askInVain('birth')).toBe('outside-opening-hours');
    day.goTo('07:30');
    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H001' });
    day.goTo('11:29');
    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H002' });
    day.goTo('11:30');
    expect(await day.askInVain('birth')).toBe('outside-opening-hours');
    await kioskSaysItOpens(at(MONDAY, 13, 30));
    day.goTo('13:30');
    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H003' });
    day.goTo('17:00');
    expect(await day.askInVain('birth')).toBe('outside-opening-hours');
    day.goTo('17:01');
    await kioskSaysItOpens(at(TUESDAY, 7, 30));
  });

  it('let waiting visits be served during lunch', async () => {
    day.goTo('11:20');
    await day.takeNumber('birth');
    const lan = await day.sit('lan', 2);
    day.goTo('11:40');
    expect(await lan.callNext()).toBe('H001');
    await lan.act('start-service');
    day.goTo('12:00');
    expect(await lan.act('finish')).toBe('H001');
  });

  it('issue none at the weekend and on a holiday, with the reason and the next opening', async () => {
    day.goTo('09:00', SATURDAY);
    expect(await day.askInVain('birth')).toBe('outside-opening-hours');
    await kioskSaysItOpens(at(NEXT_MONDAY, 7, 30));
    day.goTo('09:00', NEW_YEAR);
    expect(await day.askInVain('birth')).toBe('outside-opening-hours');
    const { issuing } = await day.kiosk.shows(
      (view) => !view.issuing.open && view.issuing.reason !== null,
    );
    expect(issuing).toMatchObject({
      opensAt: at('2027-01-04' as LocalDate, 7, 30),
      reason: { vi: 'Tết Dương lịch' },
    });
  });
});
