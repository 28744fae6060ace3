import type { HubLink } from '@motcua/client';
import type { Device } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { ConfirmButton } from '../forms/confirm-button.tsx';

export interface KioskButtonsProps {
  readonly hub: Pick<HubLink, 'execute'>;
  readonly kiosk: Device;
}

/** Locks a kiosk from afar, or lets people practise on it. */
export function KioskButtons({ hub, kiosk }: KioskButtonsProps) {
  const t = useTexts();
  const { id, name, locked, training } = kiosk;
  const lock = locked ? 'unlock' : 'lock';
  const practise = training ? 'serious' : 'practise';
  const set = async (part: Partial<Pick<Device, 'locked' | 'training'>>) => {
    const result = await hub.execute({
      type: 'set-kiosk',
      deviceId: id,
      locked,
      training,
      ...part,
    });
    return result.ok ? null : result.refusal;
  };
  return (
    <>
      <ConfirmButton
        label={t(`admin.kiosk-${lock}`)}
        fullLabel={t(`admin.kiosk-${lock}-title`, { name })}
        title={t(`admin.kiosk-${lock}-title`, { name })}
        confirmLabel={t(`admin.kiosk-${lock}`)}
        onConfirm={() => set({ locked: !locked })}
      >
        {t(`admin.kiosk-${lock}-body`)}
      </ConfirmButton>
      <ConfirmButton
        label={t(`admin.kiosk-${practise}`)}
        fullLabel={t(`admin.kiosk-${practise}-title`, { name })}
        title={t(`admin.kiosk-${practise}-title`, { name })}
        confirmLabel={t(`admin.kiosk-${practise}`)}
        onConfirm={() => set({ training: !training })}
      >
        {t(`admin.kiosk-${practise}-body`)}
      </ConfirmButton>
    </>
  );
}
