import type { ServiceId } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { useTexts } from '@motcua/ui';
import { useState } from 'react';
import { ServicePicker } from '../floor/service-picker.tsx';
import type { VisitRow } from '../visit/visit-row.ts';
import { FormDialog } from './form-dialog.tsx';

export interface ServiceDialogProps {
  readonly row: VisitRow;
  readonly mirror: Mirror;
  readonly onClose: () => void;
  readonly onChoose: (serviceId: ServiceId) => void;
}

/** Adds a further service to the same number. */
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

/** A centre may have sixty services, so the list has a filter. */
function ServiceDialog({ title, confirm, serviceIds, mirror, onClose, onChoose }: ListProps) {
  const [chosen, setChosen] = useState<ServiceId | null>(null);
  const { settings } = mirror;
  const services = settings.services.filter(({ id }) => serviceIds.includes(id));
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      ready={chosen !== null}
      onClose={onClose}
      onSubmit={() => chosen !== null && onChoose(chosen)}
    >
      <ServicePicker
        settings={settings}
        services={services}
        showsQueue
        chosen={chosen === null ? [] : [chosen]}
        most={1}
        onChoose={([first]) => setChosen(first ?? null)}
      />
    </FormDialog>
  );
}
