import { inLanguage, type ServiceId } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { useLanguage, useTexts } from '@motcua/ui';
import { useState } from 'react';
import type { VisitRow } from '../visit-row.ts';
import { ChoiceList } from './choice-list.tsx';
import { FormDialog } from './form-dialog.tsx';

export interface ServiceDialogProps {
  readonly row: VisitRow;
  readonly mirror: Mirror;
  readonly onClose: () => void;
  readonly onChoose: (serviceId: ServiceId) => void;
}

/** One number, one more thing to do. */
export function AddServiceDialog({ row, mirror, onClose, onChoose }: ServiceDialogProps) {
  const t = useTexts();
  const { visit } = row;
  const has = new Set([visit.serviceId, ...visit.next.map(({ serviceId }) => serviceId)]);
  return (
    <ServiceDialog
      title={t('counter.add-service-title', { number: visit.ticket.number })}
      confirm={t('counter.add-service')}
      serviceIds={mirror.settings.services
        .filter(({ id, active }) => active && !has.has(id))
        .map(({ id }) => id)}
      mirror={mirror}
      onClose={onClose}
      onChoose={onChoose}
    />
  );
}

export function DropServiceDialog({ row, mirror, onClose, onChoose }: ServiceDialogProps) {
  const t = useTexts();
  return (
    <ServiceDialog
      title={t('counter.drop-service-title', { number: row.visit.ticket.number })}
      confirm={t('counter.drop-service')}
      serviceIds={row.visit.next.map(({ serviceId }) => serviceId)}
      mirror={mirror}
      onClose={onClose}
      onChoose={onChoose}
    />
  );
}

interface ListProps extends Omit<ServiceDialogProps, 'row'> {
  readonly title: string;
  readonly confirm: string;
  readonly serviceIds: readonly ServiceId[];
}

function ServiceDialog({ title, confirm, serviceIds, mirror, onClose, onChoose }: ListProps) {
  const t = useTexts();
  const language = useLanguage();
  const [chosen, setChosen] = useState<ServiceId | null>(null);
  const { services, queues } = mirror.settings;
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      ready={chosen !== null}
      onClose={onClose}
      onSubmit={() => chosen !== null && onChoose(chosen)}
    >
      <div className="long-list">
        <ChoiceList
          legend={t('counter.service')}
          name="service"
          focused
          choices={serviceIds.flatMap((id) => {
            const service = services.find((each) => each.id === id);
            if (service === undefined) return [];
            const queue = queues.find((each) => each.id === service.queueId);
            return {
              value: id,
              label: inLanguage(service.name, language),
              ...(queue === undefined ? {} : { detail: inLanguage(queue.name, language) }),
            };
          })}
          chosen={chosen}
          onChoose={setChosen}
        />
      </div>
    </FormDialog>
  );
}
