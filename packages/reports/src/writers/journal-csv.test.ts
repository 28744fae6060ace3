import type { DeviceId, Person, PersonId } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import type { By, Fact } from '@motcua/protocol';
import { describe, expect, it } from 'vitest';
import { journalCsvRows } from './journal-csv.ts';
import { createWording } from '../sections/wording.ts';

const by: By = { personId: 'lan' as PersonId, deviceId: 'pc-2' as DeviceId, reason: null };
const fact: Fact = { type: 'door-noted', event: 'signed-in', subject: 'lan' };

function csv(part: Partial<By> = {}, name = 'Lan'): string {
  const record = { seq: 7, at: T0, by: { ...by, ...part }, address: '10.0.0.7', fact, hash: '9f' };
  const names = {
    person: () => name,
    device: (id: string) => id,
    about: () => '',
    thing: (id: string) => id,
  };
  return [...journalCsvRows([record], createWording('en', 'Asia/Ho_Chi_Minh'), names)].join('');
}

describe('the journal for a spreadsheet', () => {
  it('has person, computer, device and reason of every action', () => {
    const text = csv({ reason: 'Nhờ' });
    for (const word of ['Lan', '10.0.0.7', 'Nhờ', '""lan""', '""pc-2""', '""signed-in""'])
      expect(text).toContain(word);
  });

  it.each([
    ['a formula', '=cmd|calc', `;'=cmd|calc;`],
    ['a sum in other letters', '＝1+1', `;'＝1+1;`],
    // Where the comma is the list separator a cell begins after it.
    ['a formula behind a comma', `Lan,=HYPERLINK(x),`, `;"Lan,'=HYPERLINK(x),";`],
    ['a name as others are', 'Lan-Anh + Hoa', ';Lan-Anh + Hoa;'],
  ])('prevents %s from being computed', (_what, name, cell) => {
    expect(csv({}, name)).toContain(cell);
  });

  it('names every column, shows the time to the second and what changed', () => {
    const before = { name: 'Lan', role: 'clerk' } as Person;
    const fact: Fact = { type: 'person-changed', person: { ...before, role: 'head' }, before };
    const record = { seq: 7, at: T0, by, address: null, fact, hash: '9f' };
    const names = { person: () => '', device: () => '', about: () => '', thing: () => '' };
    const wording = createWording('en', 'Asia/Ho_Chi_Minh');
    const [head = '', line = ''] = [...journalCsvRows([record], wording, names)]
      .join('')
      .split('\r\n');
    expect(head.split(';').every((cell) => cell.length > 0)).toBe(true);
    expect(head.split(';')).toHaveLength(line.split(';').length);
    expect(line).toContain(';08:00:00;');
    expect(line).toContain('Role: Clerk → Head of centre');
  });

  it('comes in chunks, each line once and in order', () => {
    const names = {
      person: () => '',
      device: () => '',
      about: () => '',
      thing: (id: string) => id,
    };
    const records = Array.from({ length: 250 }, (_, n) => ({
      ...{ seq: n + 1, at: T0, by, address: null, fact, hash: '9f' },
    }));
    const pieces = [...journalCsvRows(records, createWording('en', 'Asia/Ho_Chi_Minh'), names)];
    expect(pieces.length).toBeGreaterThan(3);
    const lines = pieces.join('').trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => Number(line.split(';')[0]))).toEqual(records.map(({ seq }) => seq));
  });
});
