import type { CounterId, Reservation } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { useState } from 'react';
import type { VisitRow } from '../visit/visit-row.ts';
import { ChoiceList } from './choice-list.tsx';
import { FormDialog } from './form-dialog.tsx';
import { ANY_COUNTER, reservationChoices } from './reservation-choices.ts';
import { Hint } from './fields.tsx';
import styles from './fields.module.css';

const css = classNames(styles);

export interface ReserveDialogProps {
  readonly row: VisitRow;
  readonly mirror: Mirror;
  readonly onClose: () => void;
  readonly onReserve: (reservedFor: Reservation | null) => void;
}

export function ReserveDialog({ row, mirror, onClose, onReserve }: ReserveDialogProps) {
  const t = useTexts();
  const language = useLanguage();
  const { reservedFor, ticket } = row.visit;
  const { choices, reservationOf } = reservationChoices(mirror, row.visit, null, t, language);
  const [chosen, setChosen] = useState(keyOf(reservedFor));
  return (
    <FormDialog
      title={t('counter.reserve-title', { number: ticket.number })}
      confirm={t('common.save')}
      onClose={onClose}
      onSubmit={() => onReserve(reservationOf(chosen))}
    >
      <div className={css('long', 'scrolling')}>
        <ChoiceList
          legend={t('counter.transfer-counter')}
          name="target"
          focused
          choices={choices}
          chosen={chosen}
          onChoose={setChosen}
        />
      </div>
      <Hint>
        {t('counter.reserve-hint', { minutes: mirror.settings.site.rule.maxWaitMinutes })}
      </Hint>
    </FormDialog>
  );
}

function keyOf(reservedFor: Reservation | null): string {
  if (reservedFor === null) return ANY_COUNTER;
  const id: CounterId | string =
    reservedFor.type === 'counter' ? reservedFor.counterId : reservedFor.clerkId;
  return `${reservedFor.type}/${id}`;
}
