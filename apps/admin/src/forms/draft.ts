import { sameValue } from '@motcua/domain';

/** What is typed, and what it was before. */
export interface Draft<F> {
  readonly base: F;
  /** Whether `base` came from the hub; false: a new item. */
  readonly known: boolean;
  readonly mine: F;
}

/** `changed`: another person saved this item since; `removed`: another person removed it. */
export type Conflict = 'none' | 'changed' | 'removed';

export function startDraft<F>(saved: F | null, fresh: F): Draft<F> {
  const base = saved ?? fresh;
  return { base, known: saved !== null, mine: base };
}

export function isDirty<F>({ base, mine }: Draft<F>): boolean {
  return !sameValue(base, mine);
}

/** An untouched draft shows what the hub has; a touched one is kept. */
export function followSaved<F>(draft: Draft<F>, saved: F | null): Draft<F> {
  if (saved === null) return draft;
  if (!isDirty(draft) || sameValue(draft.mine, saved)) {
    return { base: saved, known: true, mine: saved };
  }
  return draft;
}

export function conflictOf<F>(draft: Draft<F>, saved: F | null): Conflict {
  if (saved === null) return draft.known ? 'removed' : 'none';
  return isDirty(draft) && !sameValue(draft.base, saved) ? 'changed' : 'none';
}

/** Keeps what was typed, on top of what the hub has now. */
export function keepMine<F>({ mine, base }: Draft<F>, saved: F | null): Draft<F> {
  return { base: saved ?? base, known: saved !== null, mine };
}

/** After the hub took `sent` and stored it as `stored`; what was typed in the meantime stays. */
export function afterSave<F>({ mine }: Draft<F>, sent: F, stored: F): Draft<F> {
  return { base: stored, known: true, mine: sameValue(mine, sent) ? stored : mine };
}
