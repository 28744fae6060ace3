import type { VisitActionOf } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { useState } from 'react';
import { ChoiceList } from './choice-list.tsx';
import { FormDialog } from './form-dialog.tsx';
import { NoteField } from './reason-fields.tsx';

type Cancel = VisitActionOf<'cancel'>;

export interface CancelDialogProps {
  readonly number: string;
  readonly onClose: () => void;
  readonly onCancelVisit: (action: Cancel, reason: string) => void;
}

const ENDS = ['left', 'withdrawn', 'cancelled'] as const satisfies readonly Cancel['as'][];

/** No reason is preselected and the focus is on "keep", so that pressing Delete and Enter cancels nothing by accident. */
export function CancelDialog({ number, onClose, onCancelVisit }: CancelDialogProps) {
  const t = useTexts();
  const [end, setEnd] = useState<Cancel['as'] | null>(null);
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={t('counter.cancel-title', { number })}
      confirm={t('counter.cancel')}
      tone="danger"
      keep={t('counter.cancel-keep', { number })}
      ready={end !== null}
      onClose={onClose}
      onSubmit={() => {
        if (end === null) return;
        onCancelVisit({ type: 'cancel', as: end }, note.trim() || end);
      }}
    >
      <ChoiceList
        legend={t('counter.reason-label')}
        name="end"
        digits
        choices={ENDS.map((value) => ({ value, label: t(`counter.cancel-${value}`) }))}
        chosen={end}
        onChoose={setEnd}
      />
      <NoteField note={note} onNote={setNote} />
    </FormDialog>
  );
}
