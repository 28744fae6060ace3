import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalDate } from '@motcua/domain';
import { type Db, openDatabase } from '../database/database.ts';
import { DayRollUps } from './day-roll-ups.ts';
import { Journal } from './journal.ts';

const MONDAY = '2026-11-23' as LocalDate;
const TUESDAY = '2026-11-24' as LocalDate;
const WEDNESDAY = '2026-11-25' as LocalDate;
const FIGURES = '{"total":1,"byClerk":{"lan":2}}';

describe('the figures of finished days', () => {
  let db: Db;
  let rollUps: DayRollUps;
  const missing = (forgotten = 0, changing = MONDAY) =>
    rollUps.missing(WEDNESDAY, forgotten, changing);

  beforeEach(() => {
    db = openDatabase(':memory:');
    rollUps = new DayRollUps(db);
    const journal = new Journal(db);
    journal.beginDay(MONDAY, 1);
    journal.beginDay(TUESDAY, 10);
    journal.beginDay(WEDNESDAY, 20);
  });

  it('are missing for each day before today that still has its visits', () => {
    expect(missing()).toEqual([MONDAY, TUESDAY]);
    expect(missing(5)).toEqual([TUESDAY]);
    rollUps.put(MONDAY, 19, FIGURES);
    expect(missing()).toEqual([TUESDAY]);
  });

  it('are missing again when the day came again, or a ticket of it was reported late', () => {
    for (const day of [MONDAY, TUESDAY]) rollUps.put(day, 20, FIGURES);
    const report = db.prepare('INSERT INTO visit (day, number, seq, id) VALUES (?, ?, ?, ?)');
    report.run(MONDAY, 'HA01', 21, 'v1');
    expect(missing()).toEqual([MONDAY]);
    expect(missing(0, TUESDAY)).toEqual([]);
    new Journal(db).beginDay(TUESDAY, 22);
    expect(missing()).toEqual([MONDAY, TUESDAY]);
    for (const day of [MONDAY, TUESDAY]) rollUps.put(day, 22, FIGURES);
    expect(missing()).toEqual([]);
  });

  it('lose those of each clerk when the visits are deleted', () => {
    for (const day of [MONDAY, TUESDAY]) rollUps.put(day, 20, FIGURES);
    rollUps.forgetClerks(MONDAY);
    expect(rollUps.within(MONDAY, WEDNESDAY)).toEqual([
      { day: MONDAY, body: '{"total":1,"byClerk":{}}' },
      { day: TUESDAY, body: FIGURES },
    ]);
  });

  it('stand beside the days that were begun', () => {
    expect(rollUps.begun(TUESDAY, WEDNESDAY)).toEqual([TUESDAY, WEDNESDAY]);
    expect(rollUps.firstDayBehind(0)).toBe(MONDAY);
    expect(rollUps.firstDayBehind(10)).toBe(WEDNESDAY);
    expect(rollUps.firstDayBehind(20)).toBeNull();
  });
});
