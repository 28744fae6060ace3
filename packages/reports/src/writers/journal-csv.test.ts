import type { DeviceId, PersonId } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import type { By, Fact } from '@motcua/protocol';
import { describe, expect, it } from 'vitest';
import { toJournalLine } from '../journal-lines.ts';
import { writeJournalCsv } from './journal-csv.ts';
import { createWording } from './wording.ts';

const by: By = { personId: 'lan' as PersonId, deviceId: 'pc-2' as DeviceId, reason: null };
const fact: Fact = { type: 'door-noted', event: 'signed-in', subject: 'lan' };

function csv(part: Partial<By> = {}, name = 'Lan', isCut = false): string {
  const record = { seq: 7, at: T0, by: { ...by, ...part }, address: '10.0.0.7', fact, hash: '9f' };
  const names = { person: () => name, device: (id: string) => id, about: () => '' };
  const entry = { line: toJournalLine(record), by: record.by, fact };
  return writeJournalCsv([entry], createWording('en', 'Asia/Ho_Chi_Minh'), names, isCut);
}

describe('the journal for a spreadsheet', () => {
  it('holds who, at which computer, with which device and why, also where a person acted', () => {
    const text = csv({ reason: 'Nhờ' });
    for (const word of ['Lan', '10.0.0.7', 'Nhờ', '""lan""', '""pc-2""', '""signed-in""'])
      expect(text).toContain(word);
  });

  it.each([
    ['a formula', '=cmd|calc', `;'=cmd|calc;`],
    ['a sum in other letters', '＝1+1', `;'＝1+1;`],
    // Where the comma is the list separator a cell begins behind it.
    ['a formula behind a comma', `Lan,=HYPERLINK(x),`, `;Lan,'=HYPERLINK(x),;`],
    ['a name as others are', 'Lan-Anh + Hoa', ';Lan-Anh + Hoa;'],
  ])('computes nothing of %s', (_what, name, cell) => {
    expect(csv({}, name)).toContain(cell);
  });

  it('says when it does not hold everything that was asked for', () => {
    expect(csv()).not.toContain('Only the latest');
    expect(csv({}, 'Lan', true)).toContain('Only the latest 1 entries');
  });
});
