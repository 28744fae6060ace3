import type { Instant } from '@motcua/domain';
import { HOA, LAN, T0 } from '@motcua/domain/builders';
import { type Db, openDatabase, SessionRepository } from '@motcua/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createSessions,
  LINK_LIFE_MS,
  MAX_SESSION_LIFE_MS,
  SESSION_LIFE_MS,
  type Sessions,
} from './sessions.ts';

describe('createSessions', () => {
  let db: Db;
  let now: Instant;
  let sessions: Sessions;
  const later = (ms: number) => {
    now = (now + ms) as Instant;
  };

  beforeEach(() => {
    db = openDatabase(':memory:');
    now = T0;
    sessions = createSessions(new SessionRepository(db), () => now);
  });
  afterEach(() => db.close());

  it('finds the person of a token, and stores only its hash', () => {
    const token = sessions.open(LAN);

    expect(sessions.personOf(token)).toBe(LAN);
    expect(sessions.personOf('forged')).toBeNull();
    expect(JSON.stringify(db.prepare('SELECT * FROM session').all())).not.toContain(token);
  });

  it('ends twelve hours after the last use', () => {
    const token = sessions.open(LAN);
    later(SESSION_LIFE_MS - 1);
    expect(sessions.personOf(token)).toBe(LAN);
    later(SESSION_LIFE_MS - 1);
    expect(sessions.personOf(token)).toBe(LAN);
    later(SESSION_LIFE_MS);
    expect(sessions.personOf(token)).toBeNull();
  });

  it('is not extended by a read', () => {
    const token = sessions.open(LAN);
    later(SESSION_LIFE_MS - 1);
    expect(sessions.peek(token)).toBe(LAN);
    later(1);
    expect(sessions.peek(token)).toBeNull();
  });

  it('ends after a week however often it is used', () => {
    const token = sessions.open(LAN);
    const hour = 60 * 60_000;
    for (let used = hour; used < MAX_SESSION_LIFE_MS; used += hour) {
      later(hour);
      expect(sessions.personOf(token)).toBe(LAN);
    }
    later(hour);
    expect(sessions.personOf(token)).toBeNull();
  });

  it('survives a restart of the hub', () => {
    const token = sessions.open(LAN);
    const restarted = createSessions(new SessionRepository(db), () => now);

    expect(restarted.personOf(token)).toBe(LAN);
  });

  it('closes one session, all of a person, or all but the one in use', () => {
    const [a, b, c] = [sessions.open(LAN), sessions.open(LAN), sessions.open(LAN)];
    const other = sessions.open(HOA);

    sessions.close(a);
    expect(sessions.personOf(a)).toBeNull();
    sessions.closeAllOf(LAN, c);
    expect(sessions.personOf(b)).toBeNull();
    expect(sessions.personOf(c)).toBe(LAN);
    sessions.closeAllOf(LAN);
    expect(sessions.personOf(c)).toBeNull();
    expect(sessions.personOf(other)).toBe(HOA);
  });

  it('gives a link that works once, and only the newest', () => {
    const old = sessions.newLink(LAN);
    const link = sessions.newLink(LAN);

    expect(sessions.takeLink(old)).toBeNull();
    expect(sessions.takeLink(link)).toBe(LAN);
    expect(sessions.takeLink(link)).toBeNull();
  });

  it('lets a link expire', () => {
    const link = sessions.newLink(LAN);
    later(LINK_LIFE_MS);

    expect(sessions.takeLink(link)).toBeNull();
  });
});
