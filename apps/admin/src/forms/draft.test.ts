import { describe, expect, it } from 'vitest';
import { afterSave, conflictOf, followSaved, isDirty, keepMine, startDraft } from './draft.ts';
import { sameValue } from '@motcua/domain';

const saved = { number: '1', name: 'Hộ tịch' };
const theirs = { number: '1', name: 'Chứng thực' };
const touched = { ...startDraft(saved, saved), mine: { number: '2', name: 'Hộ tịch' } };

describe('a draft', () => {
  it('follows the hub as long as nothing was typed', () => {
    expect(followSaved(startDraft(saved, saved), theirs).mine).toEqual(theirs);
  });

  it('keeps what was typed when another person saves, and reports it', () => {
    const draft = followSaved(touched, theirs);
    expect(draft.mine).toEqual(touched.mine);
    expect(conflictOf(draft, theirs)).toBe('changed');
  });

  it('has no conflict when another person saved the same', () => {
    const draft = followSaved(touched, touched.mine);
    expect(isDirty(draft)).toBe(false);
    expect(conflictOf(draft, touched.mine)).toBe('none');
  });

  it('may overwrite what changed once its writer knows', () => {
    const draft = keepMine(touched, theirs);
    expect(conflictOf(draft, theirs)).toBe('none');
    expect(isDirty(draft)).toBe(true);
  });

  it('reports when its item was removed, and can bring it back', () => {
    expect(conflictOf(touched, null)).toBe('removed');
    expect(conflictOf(keepMine(touched, null), null)).toBe('none');
  });

  it('of a new item has no conflict before it is saved', () => {
    expect(conflictOf(startDraft(null, saved), null)).toBe('none');
  });

  it('becomes what the hub stored, which may be normalised', () => {
    const sent = { number: '2', name: ' Hộ tịch ' };
    const draft = afterSave({ ...touched, mine: sent }, sent, { number: '2', name: 'Hộ tịch' });
    expect(draft.mine.name).toBe('Hộ tịch');
    expect(isDirty(draft)).toBe(false);
  });

  it('keeps what was typed while it was being saved', () => {
    const later = { number: '3', name: 'Hộ tịch' };
    const draft = afterSave({ ...touched, mine: later }, touched.mine, touched.mine);
    expect(draft.mine).toEqual(later);
    expect(isDirty(draft)).toBe(true);
  });
});

describe('sameValue', () => {
  it.each([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [[1, 2], [2, 1], false],
    [{ a: undefined }, {}, false],
    [[], {}, false],
    [null, {}, false],
  ])('of %j and %j is %s', (a, b, same) => {
    expect(sameValue(a, b)).toBe(same);
  });
});
