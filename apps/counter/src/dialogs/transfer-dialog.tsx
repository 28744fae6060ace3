import { type CounterId, inLanguage, type QueueId, type VisitActionOf } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { queueLoads } from '../room/queue-loads.ts';
import type { VisitRow } from '../visit/visit-row.ts';
import { ColleagueNote } from './visitor-notes-dialog.tsx';
import { CheckField } from './check-field.tsx';
import { ChoiceList } from './choice-list.tsx';
import { FormDialog } from './form-dialog.tsx';
import { ANY_COUNTER, reservationChoices } from './reservation-choices.ts';
import { Hint } from './fields.tsx';
import fieldsStyles from './fields.module.css';
import styles from './transfer-dialog.module.css';

const fields = classNames(fieldsStyles);
const css = classNames(styles);

type Transfer = VisitActionOf<'transfer'>;

export interface TransferDialogProps {
  readonly row: VisitRow;
  readonly mirror: Mirror;
  /** The visit's present counter, which is no target of a transfer. */
  readonly counterId: CounterId | null;
  readonly onClose: () => void;
  readonly onTransfer: (action: Transfer, note: string | null) => void;
}

/** Chooses the target: first the queue, with its waiting visits, then optionally the counter or the clerk. */
export function TransferDialog(props: TransferDialogProps) {
  const { row, mirror, counterId, onClose, onTransfer } = props;
  const t = useTexts();
  const language = useLanguage();
  const loads = queueLoads(mirror);
  const queues = mirror.settings.queues.filter(({ active, id }) => active || loads.has(id));
  // Nothing is preselected, so that pressing Enter twice does not transfer the visit by accident.
  const [queueId, setQueueId] = useState<QueueId | null>(null);
  const [target, setTarget] = useState(ANY_COUNTER);
  const [andBack, setAndBack] = useState(false);
  const [note, setNote] = useState(row.care.note);
  const targets =
    queueId === null
      ? null
      : reservationChoices(mirror, { ...row.visit, queueId }, counterId, t, language);
  const comesFromCounter = row.visit.state === 'called' || row.visit.state === 'serving';

  return (
    <FormDialog
      title={t('counter.transfer-title', { number: row.visit.ticket.number })}
      confirm={t('counter.transfer')}
      ready={queueId !== null}
      className={css('frame')}
      onClose={onClose}
      onSubmit={() => {
        if (queueId === null || targets === null) return;
        const reservedFor = targets.reservationOf(target);
        const said = note.trim() === row.care.note ? null : note.trim();
        onTransfer({ type: 'transfer', toQueueId: queueId, reservedFor, andBack }, said);
      }}
    >
      <div className={css('transfer')}>
        <ChoiceList
          legend={t('counter.transfer-queue')}
          name="queue"
          className={`${fields('scrolling')} ${css('queues')}`}
          focused
          digits
          choices={queues.map(({ id, name }) => ({
            value: id,
            label: inLanguage(name, language),
            detail: t('counter.waiting-short', { count: loads.get(id)?.waiting ?? 0 }),
          }))}
          chosen={queueId}
          onChoose={(id) => {
            setQueueId(id);
            setTarget(ANY_COUNTER);
          }}
        />
        <ChoiceList
          legend={t('counter.transfer-counter')}
          name="target"
          className={fields('scrolling')}
          choices={targets?.choices ?? [{ value: ANY_COUNTER, label: t('counter.transfer-any') }]}
          chosen={target}
          onChoose={setTarget}
        >
          {targets?.choices.length === 1 && <Hint>{t('counter.transfer-none')}</Hint>}
        </ChoiceList>
      </div>
      <ColleagueNote note={note} onNote={setNote} />
      {comesFromCounter && (
        <CheckField label={t('counter.transfer-back')} checked={andBack} onChange={setAndBack} />
      )}
    </FormDialog>
  );
}
