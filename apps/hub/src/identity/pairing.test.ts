import type { Instant } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createPairingRegister,
  PAIRING_LIFE_MS,
  type PairingRegister,
  MAX_PAIRINGS,
  PAIRINGS_OF_ONE_ADDRESS,
  type WaitingPairing,
} from './pairing.ts';

const KIOSK = { role: 'kiosk', name: 'Kiosk 1' } as const;

describe('createPairingRegister', () => {
  let now: Instant;
  let register: PairingRegister;

  beforeEach(() => {
    now = T0;
    register = createPairingRegister(() => now);
  });

  function ask(address = '10.0.0.7'): WaitingPairing {
    const asked = register.ask(KIOSK, address);
    if (!asked.ok) throw new Error(asked.refusal.code);
    return asked.value;
  }

  function claim(code: string): WaitingPairing {
    const claimed = register.claim(code);
    if (!claimed.ok) throw new Error(claimed.refusal.code);
    return claimed.value;
  }

  it('returns six digits to show and a secret to poll with', () => {
    const { code, pairingId } = ask();

    expect(code).toMatch(/^\d{6}$/);
    expect(pairingId).toHaveLength(43);
    expect(register.stateOf(pairingId)).toEqual({ state: 'waiting' });
  });

  it('returns the token once', () => {
    const { code, pairingId } = ask();
    register.approve(claim(code), 'token');

    expect(register.stateOf(pairingId)).toEqual({ state: 'approved', token: 'token' });
    expect(register.stateOf(pairingId)).toEqual({ state: 'unknown' });
  });

  it('lets a code be claimed once, and again after it was released', () => {
    const { code } = ask();
    const claimed = claim(code);

    expect(register.claim(code)).toMatchObject({ refusal: { code: 'pairing-code-unknown' } });
    expect(register.waiting()).toEqual([]);
    register.release(claimed);
    expect(register.waiting()).toHaveLength(1);
    expect(claim(code).pairingId).toBe(claimed.pairingId);
  });

  it('expires a request after ten minutes, in whatever state it is', () => {
    const waiting = ask();
    const approved = ask();
    register.approve(claim(approved.code), 'token');
    now = (T0 + PAIRING_LIFE_MS) as Instant;

    expect(register.stateOf(waiting.pairingId)).toEqual({ state: 'unknown' });
    expect(register.stateOf(approved.pairingId)).toEqual({ state: 'unknown' });
    expect(register.claim(waiting.code)).toMatchObject({ ok: false });
  });

  it('never shows one code on two devices', () => {
    const codes = ['111111', '111111', '111111', '222222'];
    let ids = 0;
    register = createPairingRegister(() => now, {
      newId: () => `id-${(ids += 1)}`,
      newCode: () => codes.shift() ?? 'none left',
    });

    expect(ask().code).toBe('111111');
    expect(ask().code).toBe('222222');
  });

  it('bounds how many are open, from one address and in all', () => {
    for (let count = 0; count < PAIRINGS_OF_ONE_ADDRESS; count += 1) ask('10.0.0.1');
    expect(register.ask(KIOSK, '10.0.0.1')).toMatchObject({
      refusal: { code: 'too-many-requests' },
    });

    now = (T0 + PAIRING_LIFE_MS) as Instant;
    expect(register.ask(KIOSK, '10.0.0.1')).toMatchObject({ ok: true });
  });

  it('gives a new address the place of the oldest request of the address with most places', () => {
    const [first] = Array.from({ length: PAIRINGS_OF_ONE_ADDRESS }, () => ask('10.0.0.1'));
    const here = ask('127.0.0.1');
    const others = Array.from({ length: MAX_PAIRINGS - PAIRINGS_OF_ONE_ADDRESS - 1 }, (_, n) =>
      ask(`10.0.1.${n}`),
    );
    const newcomers = Array.from({ length: 20 }, (_, n) => ask(`10.0.2.${n}`));

    expect(register.stateOf(first?.pairingId ?? '')).toEqual({ state: 'unknown' });
    expect(register.waiting()).toHaveLength(MAX_PAIRINGS);
    for (const { pairingId } of [here, ...newcomers.slice(-5), ...others.slice(-5)])
      expect(register.stateOf(pairingId)).toEqual({ state: 'waiting' });
  });

  it('ends a request that is refused, informs its device, and gives its place to no other of that address', () => {
    const asked = Array.from({ length: PAIRINGS_OF_ONE_ADDRESS }, () => ask('10.0.0.1'));
    for (const { code } of asked) expect(register.refuse(code)).toMatchObject({ ok: true });

    expect(register.waiting()).toEqual([]);
    for (const { pairingId, code } of asked) {
      expect(register.stateOf(pairingId)).toEqual({ state: 'refused' });
      expect(register.claim(code)).toMatchObject({ refusal: { code: 'pairing-code-unknown' } });
      expect(register.refuse(code)).toMatchObject({ refusal: { code: 'pairing-code-unknown' } });
    }
    expect(register.ask(KIOSK, '10.0.0.1')).toMatchObject({ ok: false });
    expect(register.ask(KIOSK, '10.0.0.2')).toMatchObject({ ok: true });
  });

  it('does not accept the code in place of the secret', () => {
    const { code } = ask();

    expect(register.stateOf(code)).toEqual({ state: 'unknown' });
  });
});
