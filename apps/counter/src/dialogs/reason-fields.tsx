import type { ChosenReason } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { ChoiceList } from './choice-list.tsx';
import { Field } from './fields.tsx';

const COMMON_REASONS = [
  'help',
  'papers',
  'mistake',
  'balance',
] as const satisfies readonly ChosenReason[];
export type CommonReason = (typeof COMMON_REASONS)[number];

export interface GivenReason {
  /** Null: none was chosen, and the note is the reason. */
  readonly common: CommonReason | null;
  readonly note: string;
}

/** The reason sent to the hub: the note where one was written, else the chosen reason. */
export function reasonText({ common, note }: GivenReason): string {
  return note.trim() || (common ?? '');
}

export interface ReasonFieldsProps {
  readonly given: GivenReason;
  readonly focused?: boolean;
  readonly onChange: (given: GivenReason) => void;
}

export function ReasonFields({ given, focused = false, onChange }: ReasonFieldsProps) {
  const t = useTexts();
  return (
    <>
      <ChoiceList
        legend={t('counter.reason-label')}
        name="reason"
        focused={focused}
        digits
        choices={COMMON_REASONS.map((value) => ({ value, label: t(`counter.reason-${value}`) }))}
        chosen={given.common}
        onChoose={(common) => onChange({ ...given, common })}
      />
      <NoteField note={given.note} onNote={(note) => onChange({ ...given, note })} />
    </>
  );
}

/** A short reason, deleted at midnight; the hub refuses more. */
const LONGEST_NOTE = 200;

export interface NoteFieldProps {
  readonly note: string;
  readonly onNote: (note: string) => void;
}

export function NoteField({ note, onNote }: NoteFieldProps) {
  const t = useTexts();
  return (
    <Field>
      <span>{t('counter.reason-other')}</span>
      <input
        value={note}
        maxLength={LONGEST_NOTE}
        autoComplete="off"
        aria-describedby="no-names"
        onChange={(event) => onNote(event.target.value)}
      />
      <small id="no-names">{t('counter.reason-no-names')}</small>
    </Field>
  );
}
