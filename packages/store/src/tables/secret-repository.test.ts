import type { DeviceId } from '@motcua/domain';
import { HOA, KIOSK_1, LAN, minutesAfterT0, T0 } from '@motcua/domain/builders';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../database/database.ts';
import { SecretRepository } from './secret-repository.ts';

describe('SecretRepository', () => {
  let db: Db;
  let secrets: SecretRepository;

  beforeEach(() => {
    db = openDatabase(':memory:');
    secrets = new SecretRepository(db);
  });
  afterEach(() => db.close());

  it('keeps the newest password of each person', () => {
    secrets.setPassword(LAN, 'first', T0);
    secrets.setPassword(HOA, 'other', T0);
    secrets.setPassword(LAN, 'second', minutesAfterT0(1));

    expect(secrets.passwordOf(LAN)).toBe('second');
    expect(secrets.passwordOf(HOA)).toBe('other');
  });

  it('knows no password of a person who has none', () => {
    expect(secrets.passwordOf(LAN)).toBeNull();
  });

  it('finds the device of a token, and only by its newest one', () => {
    secrets.setDeviceToken(KIOSK_1, 'old', T0);
    secrets.setDeviceToken(KIOSK_1, 'new', minutesAfterT0(1));

    expect(secrets.deviceOfToken('new')).toBe(KIOSK_1);
    expect(secrets.deviceOfToken('old')).toBeNull();
  });

  it('never takes a password hash for a token, nor a token for a password', () => {
    secrets.setPassword(LAN, 'same', T0);
    secrets.setDeviceToken(KIOSK_1, 'token', T0);

    expect(secrets.deviceOfToken('same')).toBeNull();
    expect(secrets.passwordOf('kiosk-1' as typeof LAN)).toBeNull();
  });

  it('refuses to give one token to two devices', () => {
    secrets.setDeviceToken(KIOSK_1, 'token', T0);

    expect(() => secrets.setDeviceToken('kiosk-2' as DeviceId, 'token', T0)).toThrow(/UNIQUE/);
  });

  it('deletes the secret of a revoked device', () => {
    secrets.setDeviceToken(KIOSK_1, 'token', T0);
    secrets.remove(KIOSK_1);

    expect(secrets.deviceOfToken('token')).toBeNull();
  });
});
