import { randomInt, timingSafeEqual } from 'node:crypto';
import { type Instant, ok, refuse, type Result } from '@motcua/domain';
import { isLoopback } from '@motcua/http-limits';
import type {
  NewDevice,
  pairing as described,
  Parsed,
  WaitingPairing as AnsweredPairing,
} from '@motcua/protocol/http';
import { newToken } from './tokens.ts';

export const PAIRING_LIFE_MS = 10 * 60_000;
export const MAX_PAIRINGS = 50;
/** Of one address, refused ones too; within ten minutes no more of them are shown to administrators. */
export const PAIRINGS_OF_ONE_ADDRESS = 5;

export interface WaitingPairing extends AnsweredPairing {
  readonly pairingId: string;
}
export type PairingState = Parsed<(typeof described)['state'], 'answer'>;

/** Pending pairings; only in memory, gone after ten minutes. */
export interface PairingRegister {
  /**
   * The id is the device's secret, the code is shown. Refuses with `too-many-requests` when its address has too many. When
   * all places are taken, the oldest request of the address with most of them makes room; those of this machine never do.
   */
  ask(device: NewDevice, address: string): Result<WaitingPairing>;
  waiting(): readonly WaitingPairing[];
  /** Claims the request with this code; refuses with `pairing-code-unknown`. */
  claim(code: string): Result<WaitingPairing>;
  /** Ends the request with this code, and informs its device; refuses with `pairing-code-unknown`. */
  refuse(code: string): Result<WaitingPairing>;
  /** Stores the token for the device. */
  approve(pairing: WaitingPairing, token: string): void;
  /** Releases a claimed request. */
  release(pairing: WaitingPairing): void;
  /** What the device sees; an approved pairing returns its token once and is then unknown. */
  stateOf(pairingId: string): PairingState;
}

interface RandomSource {
  readonly newId: () => string;
  readonly newCode: () => string;
}

const REAL_RANDOM: RandomSource = {
  newId: newToken,
  newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
};

type Entry = WaitingPairing & {
  readonly claimed: boolean;
  readonly refused: boolean;
  readonly token: string | null;
};
const FRESH = { claimed: false, refused: false, token: null };

export function createPairingRegister(
  now: () => Instant,
  { newId, newCode }: RandomSource = REAL_RANDOM,
): PairingRegister {
  const entries = new Map<string, Entry>();

  const open = (): readonly Entry[] => {
    for (const [id, { askedAt }] of entries)
      if (now() - askedAt >= PAIRING_LIFE_MS) entries.delete(id);
    return [...entries.values()];
  };
  const put = (entry: Entry) => entries.set(entry.pairingId, entry);
  const find = (code: string): Entry | undefined => {
    // Compares all of them, so that the answer's time reveals nothing about a code.
    const [found] = open().filter(
      (entry) => sameText(entry.code, code) && !entry.claimed && !entry.refused,
    );
    return found;
  };

  /** Frees a place of the address with most of them; false: all are this machine's own, or claimed. */
  function makeRoom(all: readonly Entry[]): boolean {
    const fromElsewhere = all.filter(({ address, claimed }) => !claimed && !isLoopback(address));
    const countOf = (of: string) => fromElsewhere.filter(({ address }) => address === of).length;
    // The first of equals is the oldest.
    const [victim] = fromElsewhere.toSorted((a, b) => countOf(b.address) - countOf(a.address));
    return victim !== undefined && entries.delete(victim.pairingId);
  }

  return {
    ask({ role, name }, address) {
      const all = open();
      const ofAddress = all.filter((entry) => entry.address === address).length;
      // A whole room of devices on this machine may start at once.
      const places = isLoopback(address) ? MAX_PAIRINGS : PAIRINGS_OF_ONE_ADDRESS;
      if (ofAddress >= places) return refuse('too-many-requests');
      if (all.length >= MAX_PAIRINGS && !makeRoom(all)) return refuse('too-many-requests');
      const codes = new Set(all.map(({ code }) => code));
      let code = newCode();
      while (codes.has(code)) code = newCode();
      const pairing = { pairingId: newId(), code, role, name, address, askedAt: now() };
      put({ ...pairing, ...FRESH });
      return ok(pairing);
    },
    waiting: () => open().filter(({ claimed, refused }) => !claimed && !refused),
    claim(code) {
      const found = find(code);
      if (found === undefined) return refuse('pairing-code-unknown');
      put({ ...found, claimed: true });
      return ok(found);
    },
    refuse(code) {
      const found = find(code);
      if (found === undefined) return refuse('pairing-code-unknown');
      put({ ...found, refused: true });
      return ok(found);
    },
    approve(pairing, token) {
      put({ ...pairing, ...FRESH, claimed: true, token });
    },
    release(pairing) {
      put({ ...pairing, ...FRESH });
    },
    stateOf(pairingId) {
      const [found] = open().filter((entry) => sameText(entry.pairingId, pairingId));
      if (found === undefined) return { state: 'unknown' };
      if (found.refused) return { state: 'refused' };
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
