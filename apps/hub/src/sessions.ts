import type { Instant, PersonId } from '@motcua/domain';
import type { SessionRepository } from '@motcua/store';
import { hashToken, newToken } from './tokens.ts';

/** A session ends 12 hours after it was last used: longer than a working day, shorter than a night and a day. */
export const SESSION_LIFE_MS = 12 * 60 * 60_000;
/** However often it is used, it ends after a week. */
export const SESSION_LIFE_AT_MOST_MS = 7 * 24 * 60 * 60_000;
/** Written only when it moves the end by 5 minutes, so that a request seldom costs a sync. */
const EXTENDED_EVERY_MS = 5 * 60_000;
export const LINK_LIFE_MS = 24 * 60 * 60_000;

/** Who is signed in. Tokens are given out once and kept only as hashes. */
export interface Sessions {
  /** Signs the person in; answers the token for their cookie. */
  open(personId: PersonId): string;
  /** Null for a strange or expired token; otherwise the session lives on. */
  personOf(token: string): PersonId | null;
  close(token: string): void;
  /** Signs the person out everywhere, but for the session of `keptToken`. */
  closeAllOf(personId: PersonId, keptToken?: string | null): void;
  /** A token that signs in once within `lifeMs`; it replaces the person's earlier links. */
  newLink(personId: PersonId, lifeMs?: number): string;
  /** Whose link it is; a link works once. */
  takeLink(token: string): PersonId | null;
}

export function createSessions(
  repository: SessionRepository,
  now: () => Instant,
  random: () => string = newToken,
): Sessions {
  const end = (createdAt: Instant): Instant =>
    Math.min(now() + SESSION_LIFE_MS, createdAt + SESSION_LIFE_AT_MOST_MS) as Instant;

  return {
    open(personId) {
      const token = random();
      const createdAt = now();
      repository.purge(createdAt);
      repository.open(hashToken(token), { personId, createdAt, expiresAt: end(createdAt) });
      return token;
    },
    personOf(token) {
      const hash = hashToken(token);
      const session = repository.find(hash, now());
      if (session === null) return null;
      const expiresAt = end(session.createdAt);
      if (expiresAt - session.expiresAt >= EXTENDED_EVERY_MS) repository.extend(hash, expiresAt);
      return session.personId;
    },
    close: (token) => repository.close(hashToken(token)),
    closeAllOf: (personId, keptToken = null) =>
      repository.closeAllOf(personId, keptToken === null ? null : hashToken(keptToken)),
    newLink(personId, lifeMs = LINK_LIFE_MS) {
      const token = random();
      repository.removeLinksOf(personId);
      repository.addLink(hashToken(token), personId, (now() + lifeMs) as Instant);
      return token;
    },
    takeLink: (token) => repository.takeLink(hashToken(token), now()),
  };
}
