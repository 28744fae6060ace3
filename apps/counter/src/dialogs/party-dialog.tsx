import type { Party } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { useState } from 'react';
import { FormDialog } from './form-dialog.tsx';
import { PartyFields } from './party-fields.tsx';

export interface PartyDialogProps {
  readonly number: string;
  readonly party: Party;
  readonly onClose: () => void;
  readonly onSet: (party: Party) => void;
}

export function PartyDialog({ number, party, onClose, onSet }: PartyDialogProps) {
  const t = useTexts();
  const [given, setGiven] = useState(party);
  return (
    <FormDialog
      title={t('counter.party-title', { number })}
      confirm={t('common.save')}
      onClose={onClose}
      onSubmit={() => onSet(given)}
    >
      <PartyFields party={given} focused onChange={setGiven} />
    </FormDialog>
  );
}
