import {
  type CounterId,
  inLanguage,
  type LocalText,
  type QueueId,
  type VisitActionOf,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { useLanguage, useTexts } from '@motcua/ui';
import { useState } from 'react';
import type { VisitRow } from '../counter-view.ts';
import { queueLoads } from '../queue-loads.ts';
import { ChoiceList } from './choice-list.tsx';
import { FormDialog } from './form-dialog.tsx';
import { type GivenReason, ReasonFields, reasonText } from './reason-fields.tsx';

type Transfer = VisitActionOf<'transfer'>;

export interface TransferDialogProps {
  readonly row: VisitRow;
  readonly mirror: Mirror;
  readonly onClose: () => void;
  readonly onTransfer: (action: Transfer, reason: string | null) => void;
}

/** Where to: first the queue with what waits there, then, if it matters, the counter. */
export function TransferDialog({ row, mirror, onClose, onTransfer }: TransferDialogProps) {
  const t = useTexts();
  const language = useLanguage();
  const { counters, queues } = mirror.settings;
  const loads = queueLoads(mirror);
  const others = queues.filter(({ active, id }) => active || loads.has(id));
  // Nothing is chosen for the clerk: a second press of Enter must not send anybody anywhere.
  const [queueId, setQueueId] = useState<QueueId | null>(null);
  const [counterId, setCounterId] = useState<CounterId | null>(null);
  const [given, setGiven] = useState<GivenReason>({ common: 'mistake', note: '' });
  const named = (name: LocalText) => inLanguage(name, language);
  const serving = counters.filter(
    (counter) => queueId !== null && counter.queueIds.includes(queueId),
  );

  return (
    <FormDialog
      title={t('counter.transfer-title', { number: row.visit.ticket.number })}
      confirm={t('counter.transfer')}
      ready={queueId !== null}
      onClose={onClose}
      onSubmit={() => {
        if (queueId === null) return;
        onTransfer(
          { type: 'transfer', toQueueId: queueId, toCounterId: counterId },
          row.needsReason ? reasonText(t, given) : null,
        );
      }}
    >
      <div className="transfer">
        <ChoiceList
          legend={t('counter.transfer-queue')}
          name="queue"
          focused
          choices={others.map(({ id, name }) => ({
            value: id,
            label: named(name),
            detail: t('counter.waiting-count', { count: loads.get(id)?.waiting ?? 0 }),
          }))}
          chosen={queueId}
          onChoose={(id) => {
            setQueueId(id);
            setCounterId(null);
          }}
        />
        <ChoiceList<CounterId | 'any'>
          legend={t('counter.transfer-counter')}
          name="counter"
          choices={[
            { value: 'any', label: t('counter.transfer-any') },
            ...serving.map(({ id, number, name }) => ({
              value: id,
              label: `${t('counter.number', { counter: number })} · ${named(name)}`,
              detail: t(`counter.counter-${mirror.counters.get(id)?.state ?? 'closed'}`),
            })),
          ]}
          chosen={counterId ?? 'any'}
          onChoose={(id) => setCounterId(id === 'any' ? null : id)}
        >
          {queueId !== null && serving.length === 0 && (
            <p className="dialog-hint">{t('counter.transfer-none')}</p>
          )}
        </ChoiceList>
      </div>
      {row.needsReason && <ReasonFields given={given} onChange={setGiven} />}
      <p className="dialog-hint">{t('counter.transfer-keeps')}</p>
    </FormDialog>
  );
}
