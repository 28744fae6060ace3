import type { HubLink } from '@motcua/client';
import type { Refusal, Setting, SettingKind, SettingOf } from '@motcua/domain';
import { useState } from 'react';
import {
  afterSave,
  conflictOf,
  followSaved,
  isDirty,
  keepMine,
  startDraft,
  type Conflict,
} from './draft.ts';
import { useUnsaved } from './unsaved.tsx';
import type { Problems, Words } from './words.ts';

export interface SettingRules<K extends SettingKind, F> {
  readonly hub: Pick<HubLink, 'execute'>;
  readonly kind: K;
  /** What the hub has now; undefined: nothing yet, or nothing any more. */
  readonly saved: SettingOf<K> | undefined;
  /** What a new item begins with. */
  readonly fresh: F;
  readonly check: (form: F) => Problems;
  readonly toForm: (value: SettingOf<K>) => F;
  /** Null only for a form in which `check` finds something. */
  readonly toValue: (form: F) => SettingOf<K> | null;
  readonly onSaved?: (() => void) | undefined;
}

export interface SettingForm<F> {
  readonly form: F;
  readonly edit: (part: Partial<F>) => void;
  /** What is wrong with a field; empty until the first attempt to save. */
  readonly problem: (field: string) => Words | undefined;
  readonly problemCount: number;
  readonly isNew: boolean;
  readonly dirty: boolean;
  readonly conflict: Conflict;
  readonly outcome: 'none' | 'saving' | 'saved';
  readonly refusal: Refusal | null;
  readonly save: () => void;
  readonly discard: () => void;
  readonly loadTheirs: () => void;
  readonly keepMine: () => void;
}

/** One setting as a form: nothing typed is lost to a restart of the hub or to another person's save. */
export function useSettingForm<K extends SettingKind, F extends object>(
  rules: SettingRules<K, F>,
): SettingForm<F> {
  const { hub, kind, fresh, check, toForm, toValue, onSaved } = rules;
  const saved = rules.saved === undefined ? null : toForm(rules.saved);
  const [stored, setDraft] = useState(() => startDraft(saved, fresh));
  const [outcome, setOutcome] = useState<SettingForm<F>['outcome']>('none');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [attempted, setAttempted] = useState(false);

  const saving = outcome === 'saving';
  const draft = saving ? stored : followSaved(stored, saved);
  const dirty = isDirty(draft);
  useUnsaved(dirty);
  const problems = attempted ? check(draft.mine) : {};

  const save = async () => {
    const value = toValue(draft.mine);
    setAttempted(true);
    setRefusal(null);
    if (value === null || Object.keys(check(draft.mine)).length > 0) {
      setOutcome('none');
      return;
    }
    const sent = draft.mine;
    setDraft(draft);
    setOutcome('saving');
    const setting = { kind, value } as Setting;
    const result = await hub.execute({ type: 'put-setting', setting });
    setOutcome(result.ok ? 'saved' : 'none');
    if (!result.ok) {
      setRefusal(result.refusal);
      return;
    }
    const change = result.value.find(({ type }) => type === 'setting-changed');
    const stored = change?.type === 'setting-changed' ? change.setting : null;
    const kept = stored?.kind === kind ? toForm(stored.value as SettingOf<K>) : sent;
    setDraft((now) => afterSave(now, sent, kept));
    setAttempted(false);
    onSaved?.();
  };

  return {
    form: draft.mine,
    edit(part) {
      setDraft((now) => {
        const from = saving ? now : followSaved(now, saved);
        return { ...from, mine: { ...from.mine, ...part } };
      });
      if (outcome === 'saved') setOutcome('none');
    },
    problem: (field) => problems[field],
    problemCount: Object.keys(problems).length,
    isNew: saved === null && !draft.known,
    dirty,
    conflict: saving ? 'none' : conflictOf(draft, saved),
    outcome,
    refusal,
    save: () => void save(),
    discard() {
      setDraft(startDraft(saved, fresh));
      setAttempted(false);
      setRefusal(null);
    },
    loadTheirs: () => setDraft(startDraft(saved, fresh)),
    keepMine: () => setDraft(keepMine(draft, saved)),
  };
}
