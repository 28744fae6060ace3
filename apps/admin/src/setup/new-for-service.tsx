import { newId } from '@motcua/client';
import type { QueueId, ServiceGroupId } from '@motcua/domain';
import { Button, Dialog, useTexts } from '@motcua/ui';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { GroupEditor } from './group-list.tsx';
import { QueueEditor, type SettingsListProps } from './queue-list.tsx';

export interface NewForServiceProps<Id extends string> extends SettingsListProps {
  /** What was made and is known to the hub. */
  readonly onMade: (id: Id) => void;
}

export interface NewForService {
  readonly button: ReactNode;
  /** Stands outside the form: one form within another would send both. */
  readonly dialog: ReactNode;
}

/** A queue that is made without leaving the service that needs it. */
export function useNewQueue({ hub, mirror, onMade }: NewForServiceProps<QueueId>): NewForService {
  const t = useTexts();
  return useNew('queue', t('admin.queues-add'), onMade, (id, close, onSaved) => (
    <QueueEditor hub={hub} mirror={mirror} id={id} onGone={close} onSaved={onSaved} />
  ));
}

/** A group that is made without leaving the service that needs it. */
export function useNewGroup(props: NewForServiceProps<ServiceGroupId>): NewForService {
  const { hub, mirror, onMade } = props;
  const t = useTexts();
  return useNew('group', t('admin.groups-add'), onMade, (id, close, onSaved) => (
    <GroupEditor hub={hub} mirror={mirror} id={id} onGone={close} onSaved={onSaved} />
  ));
}

function useNew<Id extends string>(
  prefix: string,
  label: string,
  onMade: (id: Id) => void,
  editor: (id: Id, close: () => void, onSaved: () => void) => ReactNode,
): NewForService {
  const [id, setId] = useState<Id | null>(null);
  const close = () => setId(null);
  const finish = (made: Id) => {
    close();
    onMade(made);
  };
  return {
    button: (
      <Button
        variant="quiet"
        icon={<Plus size={18} />}
        onPress={() => setId(`${prefix}-${newId()}` as Id)}
      >
        {label}
      </Button>
    ),
    dialog: (
      <Dialog title={label} isOpen={id !== null} closesOutside={false} onClose={close}>
        {id !== null && editor(id, close, () => finish(id))}
      </Dialog>
    ),
  };
}
