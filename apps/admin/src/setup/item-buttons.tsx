import type { HubLink } from '@motcua/client';
import type { ListedKind } from '@motcua/domain';
import { Button, useTexts } from '@motcua/ui';
import type { ReactNode } from 'react';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { removeSetting } from './remove-setting.ts';

export interface ItemButtonsProps {
  readonly hub: Pick<HubLink, 'execute'>;
  readonly kind: ListedKind;
  readonly id: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly onGone: () => void;
  /** The consequences of removing it. */
  readonly warning?: ReactNode;
}

/** Beside "Save": discard a new item, or remove a saved one. */
export function ItemButtons({ hub, kind, id, name, isNew, onGone, warning }: ItemButtonsProps) {
  const t = useTexts();
  if (isNew) return <Button onPress={onGone}>{t('common.cancel')}</Button>;
  return (
    <ConfirmButton
      label={t('common.remove')}
      title={t('admin.remove-title', { name })}
      confirmLabel={t('common.remove')}
      more={warning}
      onConfirm={() => removeSetting(hub, kind, id, onGone)}
    >
      {t('admin.remove-body')}
    </ConfirmButton>
  );
}
