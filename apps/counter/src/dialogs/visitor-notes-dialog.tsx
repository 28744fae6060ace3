import { type VisitorNotes, type Need, NEEDS } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { useState } from 'react';
import type { VisitRow } from '../visit/visit-row.ts';
import { CheckField } from './check-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { Field } from './fields.tsx';
import styles from './fields.module.css';

const css = classNames(styles);

export interface NotesDialogProps {
  readonly row: VisitRow;
  readonly onClose: () => void;
  readonly onSet: (notes: VisitorNotes) => void;
}

/** Notes that help to serve the visitor; the hub deletes them at night. */
export function NotesDialog({ row, onClose, onSet }: NotesDialogProps) {
  const t = useTexts();
  const [notes, setNotes] = useState(row.care);
  return (
    <FormDialog
      title={t('counter.care-title', { number: row.visit.ticket.number })}
      confirm={t('common.save')}
      onClose={onClose}
      onSubmit={() => onSet({ ...notes, note: notes.note.trim() })}
    >
      <NeedFields needs={notes.needs} focused onChange={(needs) => setNotes({ ...notes, needs })} />
      <ColleagueNote note={notes.note} onNote={(note) => setNotes({ ...notes, note })} />
    </FormDialog>
  );
}

export interface NeedFieldsProps {
  readonly needs: readonly Need[];
  readonly focused?: boolean;
  readonly onChange: (needs: readonly Need[]) => void;
}

export function NeedFields({ needs, focused = false, onChange }: NeedFieldsProps) {
  const t = useTexts();
  return (
    <fieldset className={css('choices')}>
      <legend>{t('counter.needs')}</legend>
      {NEEDS.map((need, index) => (
        <CheckField
          key={need}
          label={t(`counter.need-${need}`)}
          checked={needs.includes(need)}
          focused={focused && index === 0}
          onChange={(on) =>
            onChange(NEEDS.filter((each) => (each === need ? on : needs.includes(each))))
          }
        />
      ))}
    </fieldset>
  );
}

/** Readable at a glance; the hub refuses more. */
const LONGEST_NOTE = 200;

export interface ColleagueNoteProps {
  readonly note: string;
  readonly onNote: (note: string) => void;
}

export function ColleagueNote({ note, onNote }: ColleagueNoteProps) {
  const t = useTexts();
  return (
    <Field>
      <span>{t('counter.note')}</span>
      <input
        value={note}
        maxLength={LONGEST_NOTE}
        autoComplete="off"
        aria-describedby="note-no-names"
        onChange={(event) => onNote(event.target.value)}
      />
      <small id="note-no-names">{t('counter.note-hint')}</small>
    </Field>
  );
}
