import { HOA, LAN, minutesAfterT0, T0 } from '@motcua/domain/builders';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../database/database.ts';
import { SessionRepository } from './session-repository.ts';

describe('SessionRepository', () => {
  let db: Db;
  let sessions: SessionRepository;
  const session = {
    personId: LAN,
    createdAt: T0,
    expiresAt: minutesAfterT0(10),
    way: 'password',
  } as const;

  beforeEach(() => {
    db = openDatabase(':memory:');
    sessions = new SessionRepository(db);
  });
  afterEach(() => db.close());

  it('finds a session until the moment it expires', () => {
    sessions.open('hash', session);

    expect(sessions.find('hash', minutesAfterT0(9))).toEqual(session);
    expect(sessions.find('hash', minutesAfterT0(10))).toBeNull();
    expect(sessions.find('other', T0)).toBeNull();
  });

  it('lives longer when it is extended', () => {
    sessions.open('hash', session);
    sessions.extend('hash', minutesAfterT0(20));

    expect(sessions.find('hash', minutesAfterT0(19))?.expiresAt).toBe(minutesAfterT0(20));
  });

  it('closes one session, or all of one person', () => {
    sessions.open('a', session);
    sessions.open('b', session);
    sessions.open('c', session);
    sessions.open('d', { ...session, personId: HOA });

    sessions.close('a');
    expect(sessions.find('a', T0)).toBeNull();
    expect(sessions.find('b', T0)).not.toBeNull();

    sessions.closeAllOf(LAN);
    expect(sessions.find('b', T0)).toBeNull();
    expect(sessions.find('c', T0)).toBeNull();
    expect(sessions.find('d', T0)).not.toBeNull();
  });

  it('closes all of one person but the one in use', () => {
    sessions.open('a', session);
    sessions.open('b', session);
    sessions.closeAllOf(LAN, 'b');

    expect(sessions.find('a', T0)).toBeNull();
    expect(sessions.find('b', T0)).not.toBeNull();
  });

  it('returns a link once', () => {
    sessions.addLink('link', LAN, minutesAfterT0(10));

    expect(sessions.takeLink('link', T0)).toBe(LAN);
    expect(sessions.takeLink('link', T0)).toBeNull();
  });

  it('refuses a link that is too old, and deletes links that are withdrawn', () => {
    sessions.addLink('old', LAN, minutesAfterT0(10));
    sessions.addLink('withdrawn', LAN, minutesAfterT0(30));

    expect(sessions.takeLink('old', minutesAfterT0(10))).toBeNull();
    sessions.removeLinksOf(LAN);
    expect(sessions.takeLink('withdrawn', T0)).toBeNull();
  });

  it('purges only what has expired', () => {
    sessions.open('old', session);
    sessions.open('new', { ...session, expiresAt: minutesAfterT0(30) });
    sessions.addLink('old-link', LAN, minutesAfterT0(10));
    sessions.addLink('new-link', LAN, minutesAfterT0(30));
    sessions.purge(minutesAfterT0(10));

    const count = (table: string) => db.prepare(`SELECT token_hash FROM ${table}`).pluck().all();
    expect(count('session')).toEqual(['new']);
    expect(count('sign_in_link')).toEqual(['new-link']);
  });
});
