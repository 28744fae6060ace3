import { HOA, LAN, T0 } from '@motcua/domain/builders';
import type { LocalDate } from '@motcua/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../database/database.ts';
import { PinRepository } from './pin-repository.ts';

const TODAY = '2026-11-23' as LocalDate;
const TOMORROW = '2026-11-24' as LocalDate;

describe('PinRepository', () => {
  let db: Db;
  let pins: PinRepository;

  beforeEach(() => {
    db = openDatabase(':memory:');
    pins = new PinRepository(db);
  });
  afterEach(() => db.close());

  it('returns the hash for so many tries and no more', () => {
    pins.set(LAN, 'hash', T0);

    expect([pins.take(LAN, 2), pins.take(LAN, 2), pins.take(LAN, 2)]).toEqual([
      'hash',
      'hash',
      null,
    ]);
    expect(pins.take(HOA, 2)).toBeNull();
  });

  it('starts counting anew when it is reset or set again', () => {
    pins.set(LAN, 'one', T0);
    pins.take(LAN, 1);
    pins.forgive(LAN);
    expect(pins.take(LAN, 1)).toBe('one');
    pins.set(LAN, 'two', T0);
    expect(pins.take(LAN, 1)).toBe('two');
  });

  it('knows each person with a PIN until it is removed', () => {
    pins.set(LAN, 'hash', T0);
    pins.set(HOA, 'hash', T0);
    pins.remove(LAN);

    expect([pins.has(LAN), pins.has(HOA)]).toEqual([false, true]);
    expect(pins.owners()).toEqual([HOA]);
  });

  it('knows which person signed in at a place and when, until it is closed, too old, or they sign out everywhere', () => {
    pins.openPlace('a', LAN, TODAY);
    pins.openPlace('b', HOA, TODAY);
    pins.openPlace('c', HOA, TOMORROW);
    pins.openPlace('d', HOA, TOMORROW);

    expect(pins.placeOf('a')).toEqual({ personId: LAN, day: TODAY });
    pins.closePlacesOf(LAN);
    pins.forgetPlacesBefore(TOMORROW);
    pins.closePlace('d');
    expect(['a', 'b', 'c', 'd'].map((each) => pins.placeOf(each)?.day)).toEqual([
      undefined,
      undefined,
      TOMORROW,
      undefined,
    ]);
  });
});
