import {
  ok,
  passwordProblem,
  type Person,
  type PersonId,
  pinProblem,
  refuse,
  type Result,
} from '@motcua/domain';
import type { HashQueue } from './hash-queue.ts';
import type { Hub } from '../engine/hub.ts';
import type { Identity } from '../engine/hub-command.ts';
import type { Log } from '../operations/log.ts';
import { recordAccess } from '../operations/record-access.ts';
import { hashSecret, verifySecret } from './passwords.ts';
import { MAY_USE_PIN } from './rights.ts';
import type { Sessions } from './sessions.ts';
import { createThrottle } from './throttle.ts';

/** A person who has just signed in by a link need not show a password. */
export const LINK_FRESH_MS = 30 * 60_000;
const WRONG_TRIES = { attempts: 5, windowMs: 15 * 60_000 };

/** A session and its person. */
export interface Own {
  readonly by: Identity;
  readonly token: string | null;
}

/** Changes of one's own password and PIN. All refuse with `sign-in-first` without a session. */
export interface OwnSecrets {
  /** Whether a password may be chosen without showing the present one. */
  mayChoose(own: Own): boolean;
  /**
   * Sets the own password and ends all other sessions. Refuses with `password-wrong` (the present one),
   * `too-many-requests`, or what is wrong with the new one.
   */
  setPassword(own: Own, current: string | null, next: string): Promise<Result<Person>>;
  /** Sets the own PIN, or takes it away. Refuses like `setPassword`, and with `role-not-allowed`. */
  setPin(own: Own, password: string, pin: string | null): Promise<Result<Person>>;
}

export function createOwnSecrets(
  hub: Hub,
  sessions: Sessions,
  log: Log,
  hashes: HashQueue,
): OwnSecrets {
  const { secrets, pins } = hub.store;
  const limits = createThrottle(hub.now, WRONG_TRIES);

  const mayChoose = ({ token }: Own): boolean => {
    const session = token === null ? null : sessions.find(token);
    return session?.way === 'link' && hub.now() - session.createdAt < LINK_FRESH_MS;
  };
  const person = ({ by }: Own): Result<Person> => {
    const own = by.personId === null ? undefined : hub.state.people.get(by.personId);
    return own === undefined ? refuse('sign-in-first') : ok(own);
  };
  const shows = async (id: PersonId, password: string): Promise<Result<null>> => {
    if (!limits.admits(id)) return refuse('too-many-requests');
    const right = await hashes.run({ key: id, isKnown: true }, () =>
      verifySecret(password, secrets.passwordOf(id), hub.secretCost),
    );
    if (right === null) return refuse('too-many-requests');
    if (!right) {
      log.warn({ personId: id }, 'wrong present password');
      return refuse('password-wrong');
    }
    limits.forgive(id);
    return ok(null);
  };
  return {
    mayChoose,
    async setPassword(own, current, next) {
      const whose = person(own);
      if (!whose.ok || own.token === null) return whose;
      const { id } = whose.value;
      if (!mayChoose(own)) {
        const shown = await shows(id, current ?? '');
        if (!shown.ok) return shown;
      }
      const problem = passwordProblem(next, whose.value);
      if (problem !== null) return refuse(problem);
      const hash = await hashSecret(next, hub.secretCost);
      await recordAccess(hub, 'password-set', id, own.by);
      secrets.setPassword(id, hash, hub.now());
      sessions.closeAllOf(id, own.token);
      sessions.settle(own.token);
      hub.store.sessions.removeLinksOf(id);
      pins.forgive(id);
      return whose;
    },
    async setPin(own, password, pin) {
      const whose = person(own);
      if (!whose.ok) return whose;
      const { id, role } = whose.value;
      if (!MAY_USE_PIN.includes(role)) return refuse('role-not-allowed');
      const problem = pin === null ? null : pinProblem(pin);
      if (problem !== null) return refuse(problem);
      const shown = await shows(id, password);
      if (!shown.ok) return shown;
      const hash = pin === null ? null : await hashSecret(pin, hub.secretCost);
      await recordAccess(hub, 'pin-set', id, own.by);
      if (hash === null) pins.remove(id);
      else pins.set(id, hash, hub.now());
      return whose;
    },
  };
}
