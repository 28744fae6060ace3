import { randomInt, timingSafeEqual } from 'node:crypto';
import { type DeviceRole, type Instant, ok, refuse, type Result } from '@motcua/domain';
import { newToken } from './tokens.ts';

export const PAIRING_LIFE_MS = 10 * 60_000;
export const PAIRINGS_AT_MOST = 50;
/** One machine cannot use up all places. */
export const PAIRINGS_OF_ONE_ADDRESS = 10;

export interface PairingWish {
  readonly role: DeviceRole;
  readonly name: string;
}

/** A device that shows a code and waits to be let in. */
export interface WaitingPairing extends PairingWish {
  readonly pairingId: string;
  readonly code: string;
  readonly address: string;
  readonly askedAt: Instant;
}

export type PairingState =
  | { readonly state: 'waiting' }
  | { readonly state: 'approved'; readonly token: string }
  | { readonly state: 'unknown' };

/** Pairings in the making; only in memory, gone after ten minutes. */
export interface PairingRegister {
  /** Refuses with `too-many-requests` when too many are open. The id is the device's secret, the code is shown. */
  ask(wish: PairingWish, address: string): Result<WaitingPairing>;
  waiting(): readonly WaitingPairing[];
  /** Takes the request with this code out of the list of waiting ones; refuses with `pairing-code-unknown`. */
  claim(code: string): Result<WaitingPairing>;
  /** Lays the token ready for the device. */
  approve(pairing: WaitingPairing, token: string): void;
  /** Puts a claimed request back. */
  release(pairing: WaitingPairing): void;
  /** What the device sees; an approved pairing hands its token out once and is then unknown. */
  stateOf(pairingId: string): PairingState;
}

interface Dice {
  readonly newId: () => string;
  readonly newCode: () => string;
}

const REAL_DICE: Dice = {
  newId: newToken,
  newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
};

type Entry = WaitingPairing & { readonly claimed: boolean; readonly token: string | null };

export function createPairingRegister(
  now: () => Instant,
  { newId, newCode }: Dice = REAL_DICE,
): PairingRegister {
  const entries = new Map<string, Entry>();

  const open = (): readonly Entry[] => {
    for (const [id, { askedAt }] of entries)
      if (now() - askedAt >= PAIRING_LIFE_MS) entries.delete(id);
    return [...entries.values()];
  };
  const put = (entry: Entry) => entries.set(entry.pairingId, entry);

  return {
    ask({ role, name }, address) {
      const all = open();
      const fromHere = all.filter((entry) => entry.address === address).length;
      if (all.length >= PAIRINGS_AT_MOST || fromHere >= PAIRINGS_OF_ONE_ADDRESS)
        return refuse('too-many-requests');
      const codes = new Set(all.map(({ code }) => code));
      let code = newCode();
      while (codes.has(code)) code = newCode();
      const pairing = { pairingId: newId(), code, role, name, address, askedAt: now() };
      put({ ...pairing, claimed: false, token: null });
      return ok(pairing);
    },
    waiting: () => open().filter(({ claimed }) => !claimed),
    claim(code) {
      // Looks at all of them, so that the answer's time tells nothing about a code.
      const [found] = open().filter((entry) => sameText(entry.code, code) && !entry.claimed);
      if (found === undefined) return refuse('pairing-code-unknown');
      put({ ...found, claimed: true });
      return ok(found);
    },
    approve(pairing, token) {
      put({ ...pairing, claimed: true, token });
    },
    release(pairing) {
      put({ ...pairing, claimed: false, token: null });
    },
    stateOf(pairingId) {
      const [found] = open().filter((entry) => sameText(entry.pairingId, pairingId));
      if (found === undefined) return { state: 'unknown' };
      if (found.token === null) return { state: 'waiting' };
      entries.delete(found.pairingId);
      return { state: 'approved', token: found.token };
    },
  };
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
