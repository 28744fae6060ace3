import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceId, Instant } from '../ids.ts';
import {
  HUB_LETTERS,
  KIOSK_LETTERS,
  letterForHub,
  letterForKiosk,
  offlineSeries,
  ownerOf,
  prefixesClash,
} from './offline-series.ts';
import { type Device, UNKNOWN_CONDITION } from '../people/people-and-devices.ts';
import { formatTicketNumber } from './ticket-number.ts';

const NEVER = () => false;

function aKiosk(n: number, overrides: Partial<Device> = {}): Device {
  return {
    ...{ id: `kiosk-${n}` as DeviceId, name: `Kiosk ${n}`, role: 'kiosk' },
    ...{ pairedAt: n as Instant, revoked: false, condition: UNKNOWN_CONDITION },
    ...{ locked: false, training: false },
    ...overrides,
  };
}

describe('A number with a letter of its own', () => {
  it('is as short as any other', () => {
    expect(formatTicketNumber(offlineSeries('H', 'A'), 1)).toBe('HA01');
    expect(formatTicketNumber(offlineSeries('H', 'A'), 999)).toBe('HA999');
  });

  it('names the kiosk or hub that counts it', () => {
    const whose = (number: string) => ownerOf(number, ['H', 'S', '']);
    expect(whose('H021')).toEqual({ of: 'queue', prefix: 'H' });
    expect(whose('021')).toEqual({ of: 'queue', prefix: '' });
    expect(whose('HA01')).toEqual({ of: 'kiosk', prefix: 'H', letters: 'A' });
    expect(whose('SU999')).toEqual({ of: 'hub', prefix: 'S', letters: 'U' });
    expect(whose('HAM01')).toEqual({ of: 'kiosk', prefix: 'H', letters: 'AM' });
  });

  it.each([
    'HA00',
    'HA001',
    'HA1000',
    'HA1',
    'HZ01',
    'HAU01',
    'D021',
    'H000',
    'H00021',
    'H021B',
    '',
  ])('is not %s', (number) => {
    expect(ownerOf(number, ['H', 'S'])).toBeNull();
  });

  it('belongs to no other: not to a queue, nor to another letter', () => {
    const prefix = fc.constantFrom('', 'H', 'S', 'HD', 'Đ');
    const letters = fc.constantFrom(...KIOSK_LETTERS, ...HUB_LETTERS);
    const value = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(prefix, letters, value, prefix, letters, value, (p, l, n, q, m, o) => {
        const own = formatTicketNumber(offlineSeries(p, l), n);
        const other = formatTicketNumber(offlineSeries(q, m), o);
        expect(own === other).toBe(p === q && l === m && n === o);
        expect(own).not.toBe(formatTicketNumber({ prefix: q, from: 1, to: 9999 }, o));
      }),
    );
  });

  it('never looks like a number without one, however badly it is read', () => {
    for (const letter of [...KIOSK_LETTERS, ...HUB_LETTERS])
      expect('BDGIOQSZ').not.toContain(letter);
    for (const letter of KIOSK_LETTERS) expect(HUB_LETTERS).not.toContain(letter);
  });
});

describe('Prefixes of queues', () => {
  it.each([
    ['H', 'HA', true],
    ['HU', 'H', true],
    ['', 'A', true],
    ['', 'AM', true],
    ['H', 'HD', false],
    ['H', 'S', false],
    ['H', 'H', false],
    ['HA', 'SA', false],
  ])('%j and %j clash: %s', (a, b, clash) => {
    expect(prefixesClash(a, b)).toBe(clash);
    expect(prefixesClash(b, a)).toBe(clash);
  });
});

describe('The letter of a kiosk', () => {
  const give = (devices: readonly Device[], isUsed: (letters: string) => boolean = NEVER) =>
    letterForKiosk(devices, ['H', 'S'], isUsed);

  it('is unique, for as many as there may be', () => {
    const devices: Device[] = [];
    for (let n = 1; n <= 60; n += 1) {
      const letter = give(devices);
      expect(letter).not.toBeNull();
      devices.push(aKiosk(n, { offlineLetter: letter ?? '' }));
    }
    expect(devices.slice(0, 3).map((device) => device.offlineLetter)).toEqual(['A', 'M', 'X']);
    expect(new Set(devices.map((device) => device.offlineLetter)).size).toBe(60);
  });

  it('is rather an unused one than that of an unpaired kiosk, and then the oldest', () => {
    const gone = [...KIOSK_LETTERS].map((letter, n) =>
      aKiosk(n === 0 ? 99 : n, { revoked: true, offlineLetter: letter }),
    );
    expect(give(gone.slice(0, 1))).toBe('M');
    expect(give(gone)).toBe('M');
  });

  it('is none that a number of today has, and none of a queue’s prefix while others are free', () => {
    expect(give([], (letters) => letters === 'A')).toBe('M');
    expect(letterForKiosk([], ['H', 'HA'], NEVER)).toBe('M');
    expect(letterForKiosk([], ['H', 'A', 'M'], NEVER)).toBe('X');
  });
});

describe('The letter of a hub that lost a part of the day', () => {
  it('is any that was not used today, and never a kiosk’s', () => {
    const used = new Set<string>();
    for (let n = 0; n < 20; n += 1) {
      const letters = letterForHub(
        ['H'],
        (each) => used.has(each),
        () => (n % 7) / 7,
      );
      expect(used.has(letters)).toBe(false);
      expect([...letters].every((letter) => HUB_LETTERS.includes(letter))).toBe(true);
      used.add(letters);
    }
    expect([...used].slice(0, 8).every((letters) => letters.length === 1)).toBe(true);
  });

  it('is not always the same, so that two lives of a day rarely meet', () => {
    const all = [0, 0.3, 0.6, 0.99].map((random) => letterForHub(['H'], NEVER, () => random));
    expect(new Set(all).size).toBe(4);
  });
});
