import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCaller, anyMoment, anyParty, anyRoom, anyRule } from '../../test/waiting-visits.ts';
import { aNextStep, aWaitingVisit, minutesAfterT0, TODAY } from '../builders.ts';
import { chooseNext, isCandidate, type WaitingVisit } from '../calling/calling-rule.ts';
import { doesStep } from '../site/counter.ts';
import { transition } from './transition.ts';
import { ONE_PERSON, isShort, type Party } from './visit.ts';
import { createWaitingRoom } from '../calling/waiting-room.ts';

/** The same visits, with other parties. */
const inCompany = anyRoom.chain((room) =>
  fc.record({
    room: fc.constant(room),
    parties: fc.array(anyParty, { minLength: room.length, maxLength: room.length }),
  }),
);
const withParties = (
  room: readonly WaitingVisit[],
  parties: readonly Party[],
  change: (party: Party, visit: WaitingVisit) => Party,
) => room.map((visit, index) => ({ ...visit, party: change(parties[index] ?? ONE_PERSON, visit) }));

describe('one ticket for several people or files', () => {
  it('is one place in line, however many came with it', () => {
    fc.assert(
      fc.property(inCompany, anyCaller, anyMoment, anyRule, ({ room, parties }, who, at, rule) => {
        // Everything but the number of files, which decides whether the visit is short.
        const others = withParties(room, parties, (party, visit) => ({
          ...party,
          files: visit.party.files,
        }));
        const [alone, together] = [createWaitingRoom(room), createWaitingRoom(others)];
        for (const [index, visit] of room.entries()) {
          const other = others[index] ?? visit;
          expect(together.peopleAhead(other, at, rule)).toBe(alone.peopleAhead(visit, at, rule));
          expect(together.load(visit.queueId)).toEqual(alone.load(visit.queueId));
        }
        expect(chooseNext(others, who, at, rule)?.visit.id).toBe(
          chooseNext(room, who, at, rule)?.visit.id,
        );
      }),
    );
  });

  it('is one place in line with many files, too, where short visits do not go first', () => {
    fc.assert(
      fc.property(inCompany, anyCaller, anyMoment, anyRule, ({ room, parties }, who, at, rule) => {
        const others = withParties(room, parties, (party) => party);
        const usual = { ...who, quick: 'no' as const };
        expect(chooseNext(others, usual, at, rule)?.visit.id).toBe(
          chooseNext(room, usual, at, rule)?.visit.id,
        );
        const [one, many] = [createWaitingRoom(room), createWaitingRoom(others)];
        for (const [index, visit] of room.entries())
          expect(many.peopleAhead(others[index] ?? visit, at, rule)).toBe(
            one.peopleAhead(visit, at, rule),
          );
      }),
    );
  });

  it('is short with one file only, at the kiosk as for every later service', () => {
    fc.assert(
      fc.property(fc.boolean(), anyParty, anyCaller, anyMoment, (quick, party, who, at) => {
        const visit = aWaitingVisit({ quick, party, training: who.training });
        const rule = { mode: { type: 'strict' }, maxWaitMinutes: 600 } as const;
        const only = { ...who, queueIds: [visit.queueId], quick: 'only' as const };
        expect(isCandidate(visit, only, at, rule)).toBe(quick && party.files === 1);
        const step = aNextStep({ quick, queueId: visit.queueId });
        expect(doesStep(only, null, step, party)).toBe(quick && party.files === 1);
      }),
    );
  });

  it('is as short as its files say after they were counted again', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(anyParty, { minLength: 1 }), (quick, parties) => {
        const context = { at: minutesAfterT0(1), today: TODAY };
        const first = aWaitingVisit({ quick, next: [aNextStep({ quick: true })] });
        let visit: ReturnType<typeof transition> = { ok: true, value: first };
        for (const party of parties) {
          if (!visit.ok) return;
          visit = transition(visit.value, { type: 'set-party', party }, context);
        }
        if (!visit.ok) throw new Error(visit.refusal.code);
        const { value } = visit;
        const files = parties.at(-1)?.files;
        expect(isShort(value)).toBe(quick && files === 1);
        // Nothing else about the visit has moved.
        expect({ ...value, party: first.party }).toEqual(first);
      }),
    );
  });
});
