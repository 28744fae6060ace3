import { describe, expect, it } from 'vitest';
import { aCalledVisit, COUNTER_2, LAN, T0 } from '@motcua/domain/builders';
import type { Fact } from '@motcua/protocol';
import { toJournalLine } from './journal-lines.ts';

const lineOf = (fact: Fact) =>
  toJournalLine({
    ...{ seq: 7, at: T0, address: '192.168.1.20', hash: 'abc', fact },
    by: { deviceId: null, personId: LAN, reason: 'Nhầm' },
  });

describe('a line of the journal', () => {
  it('names the action on a visit, the number and the counter', () => {
    const visit = aCalledVisit();
    const fact = { type: 'visit-changed', visit, action: 'recall', because: null } as const;
    expect(lineOf({ ...fact, counterId: COUNTER_2 })).toEqual({
      ...{ seq: 7, at: T0, personId: LAN, deviceId: null, address: '192.168.1.20' },
      ...{ reason: 'Nhầm', what: 'recall', number: visit.ticket.number, hash: 'abc' },
      ...{ details: [], job: null },
      about: { kind: 'counter', id: COUNTER_2 },
    });
  });

  it('names the person and device of a sign-in, also of a failed one', () => {
    expect(lineOf({ type: 'door-noted', event: 'sign-in-failed', subject: 'lan' })).toMatchObject({
      what: 'sign-in-failed',
      number: null,
      about: { kind: 'person', id: 'lan' },
    });
    expect(lineOf({ type: 'door-noted', event: 'sign-in-failed', subject: null }).about).toBeNull();
  });
});
