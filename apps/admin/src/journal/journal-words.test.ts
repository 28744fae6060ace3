import { describe, expect, it } from 'vitest';
import type { Device, DeviceId, Person, PersonId } from '@motcua/domain';
import { COUNTER_2, LAN, T0 } from '@motcua/domain/builders';
import { texts } from '@motcua/i18n';
import type { JournalLine } from '@motcua/protocol/http';
import { aMirror } from '../example-mirror.ts';
import { folded, whatAbout, whatChanged, whatWasDone, whoDid } from './journal-words.ts';

const t = texts('en');
const KIOSK = 'kiosk-1' as DeviceId;
const known = aMirror({
  people: new Map([[LAN, { id: LAN, name: 'Bùi Thị Lan' } as Person]]),
  devices: new Map([[KIOSK, { id: KIOSK, name: 'Kiosk 1' } as Device]]),
});
const line = (part: Partial<JournalLine> = {}): JournalLine => ({
  ...{ seq: 1, at: T0, personId: null, deviceId: null, address: null, reason: null },
  ...{ what: 'recall', number: 'H021', about: null, details: [], job: null, hash: '' },
  ...part,
});

describe('the words of the journal', () => {
  it.each([
    [{ personId: LAN, address: '192.168.1.20' }, 'Bùi Thị Lan · 192.168.1.20'],
    [{ personId: LAN, deviceId: KIOSK }, 'Bùi Thị Lan · Kiosk 1'],
    [{ personId: 'gone' as PersonId }, 'gone'],
    [{ deviceId: KIOSK }, 'Kiosk 1'],
    [{ address: '192.168.1.66' }, 'Somebody who was not signed in · 192.168.1.66'],
    [{}, 'The system'],
  ])('say who it was: %j', (part, words) => {
    expect(whoDid(line(part), known, t)).toBe(words);
  });

  it('name the action, and keep a name that has no words yet', () => {
    expect(whatWasDone(line(), t)).toBe('Called again');
    expect(whatWasDone(line({ what: 'of-tomorrow' }), t)).toBe('of-tomorrow');
  });

  it('name the changes, with the names of today', () => {
    const details = [{ field: 'queueIds', before: null, after: ['civil', 'gone'] }];
    expect(whatChanged(line({ details }), known, 'en', t)).toEqual([
      'Queues this counter calls from: Civil status, gone',
    ]);
  });

  it('merge the lines of one call at the latest of them', () => {
    const of = (seq: number, job: string | null) => line({ seq, job });
    const lines = [of(9, 'a1'), of(8, null), of(7, 'a1'), of(6, 'a2'), of(5, 'a1')];
    const seqs = folded(lines).map(({ line: { seq }, steps }) => [seq, steps.map((s) => s.seq)]);
    expect(seqs).toEqual([
      [9, [5, 7, 9]],
      [8, [8]],
      [6, [6]],
    ]);
  });

  it('name the subject, as it is called today', () => {
    const about = (kind: NonNullable<JournalLine['about']>['kind'], id: string) =>
      whatAbout(line({ about: { kind, id } }), known, 'en', t);
    expect(about('counter', COUNTER_2)).toBe('Counter 2');
    expect(about('counter', 'gone')).toBe('gone');
    expect(about('person', LAN)).toBe('Bùi Thị Lan');
    expect(about('day', '2026-11-23')).toBe('2026-11-23');
    expect(whatAbout(line(), known, 'en', t)).toBe('');
  });
});
