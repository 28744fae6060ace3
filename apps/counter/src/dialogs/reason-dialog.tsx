import { useTexts } from '@motcua/ui';
import { useState } from 'react';
import type { RowRequest } from '../visit/visit-row.ts';
import { FormDialog } from './form-dialog.tsx';
import { type GivenReason, ReasonFields, reasonText } from './reason-fields.tsx';

export interface ReasonDialogProps {
  readonly number: string;
  readonly action: RowRequest['type'];
  readonly onClose: () => void;
  readonly onGive: (reason: string) => void;
}

/** No reason is preselected, so that the journal holds only deliberate choices. */
export function ReasonDialog({ number, action, onClose, onGive }: ReasonDialogProps) {
  const t = useTexts();
  const [given, setGiven] = useState<GivenReason>({ common: null, note: '' });
  const words = action === 'call' ? t('counter.reason-call') : t(`counter.${action}`);
  return (
    <FormDialog
      title={t('counter.reason-title', { action: words, number })}
      confirm={t('common.confirm')}
      ready={reasonText(given) !== ''}
      onClose={onClose}
      onSubmit={() => onGive(reasonText(given))}
    >
      <ReasonFields given={given} focused onChange={setGiven} />
    </FormDialog>
  );
}
