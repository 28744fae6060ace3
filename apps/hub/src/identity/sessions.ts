import type { Instant, PersonId } from '@motcua/domain';
import type { SessionRepository, SignInWay, StoredSession } from '@motcua/store';
import { hashToken, newToken } from './tokens.ts';

/** A session ends 12 hours after it was last used: longer than a working day, shorter than a night and a day. */
export const SESSION_LIFE_MS = 12 * 60 * 60_000;
/** However often it is used, it ends after a week. */
export const MAX_SESSION_LIFE_MS = 7 * 24 * 60 * 60_000;
/** Written only when it moves the end by 5 minutes, so that a request seldom costs a sync. */
const EXTEND_INTERVAL_MS = 5 * 60_000;
export const LINK_LIFE_MS = 24 * 60 * 60_000;

/** Sessions. Tokens are returned once and stored only as hashes. */
export interface Sessions {
  /** Signs the person in; returns the token for their cookie. */
  open(personId: PersonId, way?: SignInWay): string;
  /** Null for an unknown or expired token; otherwise the session is extended. */
  personOf(token: string): PersonId | null;
  /** The same without extending it. */
  peek(token: string): PersonId | null;
  /** The same, with when and how it was opened. */
  find(token: string): StoredSession | null;
  /** A person who signed in by a link has chosen a password. */
  settle(token: string): void;
  close(token: string): void;
  /** Signs the person out everywhere, except the session of `keptToken`. */
  closeAllOf(personId: PersonId, keptToken?: string | null): void;
  /** A token that signs in once within `lifeMs`; it replaces the person's earlier links. */
  newLink(personId: PersonId, token?: string, lifeMs?: number): string;
  /** The person of a link; a link works once. */
  takeLink(token: string): PersonId | null;
}

export function createSessions(
  repository: SessionRepository,
  now: () => Instant,
  random: () => string = newToken,
): Sessions {
  // A session by PIN ends with the working day, however long it is used.
  const lifeAtMost = (way: SignInWay) => (way === 'pin' ? SESSION_LIFE_MS : MAX_SESSION_LIFE_MS);
  const end = (createdAt: Instant, way: SignInWay): Instant =>
    Math.min(now() + SESSION_LIFE_MS, createdAt + lifeAtMost(way)) as Instant;
  const find = (token: string): StoredSession | null => {
    const hash = hashToken(token);
    const session = repository.find(hash, now());
    if (session === null) return null;
    const expiresAt = end(session.createdAt, session.way);
    if (expiresAt - session.expiresAt >= EXTEND_INTERVAL_MS) repository.extend(hash, expiresAt);
    return session;
  };

  return {
    open(personId, way = 'password') {
      const token = random();
      const createdAt = now();
      repository.purge(createdAt);
      const expiresAt = end(createdAt, way);
      repository.open(hashToken(token), { personId, createdAt, expiresAt, way });
      return token;
    },
    find,
    personOf: (token) => find(token)?.personId ?? null,
    peek: (token) => repository.find(hashToken(token), now())?.personId ?? null,
    settle: (token) => repository.settle(hashToken(token)),
    close: (token) => repository.close(hashToken(token)),
    closeAllOf: (personId, keptToken = null) =>
      repository.closeAllOf(personId, keptToken === null ? null : hashToken(keptToken)),
    newLink(personId, token = random(), lifeMs = LINK_LIFE_MS) {
      repository.removeLinksOf(personId);
      repository.addLink(hashToken(token), personId, (now() + lifeMs) as Instant);
      return token;
    },
    takeLink: (token) => repository.takeLink(hashToken(token), now()),
  };
}
