import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../test/one-of-each.ts';
import {
  type VisitorNotes,
  notesAfter,
  countGroups,
  areNotesEmpty,
  NEEDS,
  NO_VISITOR_NOTES,
} from './visitor-notes.ts';
import type { PriorityGroupId } from '../ids.ts';
import type { VisitAction } from './visit-action.ts';

const group = fc.constantFrom('elderly', 'pregnant', 'grief') as fc.Arbitrary<PriorityGroupId>;
const anyNote = fc.constantFrom('', 'Cần hai bản sao', 'Chờ con ruột');
const anyNotes: fc.Arbitrary<VisitorNotes> = fc.record({
  needs: fc.subarray([...NEEDS]),
  priorityGroupId: fc.option(group),
  note: anyNote,
});
const TAKEN: VisitAction = { type: 'set-priority', priority: 'normal' };
const anyAction = fc.constantFrom<VisitAction>(...Object.values(ACTIONS), TAKEN);

describe('visitor notes', () => {
  it('lose no need, whatever is done to the visit and noted for the next clerk', () => {
    const life = fc.array(fc.tuple(anyAction, fc.option(anyNote)));
    fc.assert(
      fc.property(anyNotes, life, (care, actions) => {
        let now = care;
        for (const [action, note] of actions) {
          const before = now;
          now = notesAfter(before, action, note);
          expect(now.note).toBe(note ?? before.note);
        }
        expect(now.needs).toEqual(care.needs);
        const isTaken = actions.some(([action]) => action === TAKEN);
        expect(now.priorityGroupId).toBe(isTaken ? null : care.priorityGroupId);
      }),
    );
  });

  it('are the same object when nothing is added', () => {
    fc.assert(
      fc.property(anyNotes, anyAction, (care, action) => {
        const after = notesAfter(care, action, null);
        if (action !== TAKEN || care.priorityGroupId === null) expect(after).toBe(care);
        expect(notesAfter(care, null, care.note)).toBe(care);
      }),
    );
  });

  it('are not kept when they are empty', () => {
    expect(areNotesEmpty(notesAfter({ ...NO_VISITOR_NOTES, note: 'Chờ con ruột' }, null, ''))).toBe(
      true,
    );
    const elderly = { ...NO_VISITOR_NOTES, priorityGroupId: 'elderly' as PriorityGroupId };
    expect(areNotesEmpty(notesAfter(elderly, TAKEN, null))).toBe(true);
    expect(areNotesEmpty({ ...NO_VISITOR_NOTES, needs: ['deaf'] })).toBe(false);
  });

  it('leave at night how many had priority, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(anyNotes), (allNotes) => {
        const counts = countGroups(allNotes);
        const named = allNotes.flatMap(({ priorityGroupId }) => priorityGroupId ?? []);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(named.length);
        for (const [id, count] of Object.entries(counts))
          expect(count).toBe(named.filter((each) => each === id).length);
      }),
    );
  });
});
