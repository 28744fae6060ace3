import type { HubLink, Mirror } from '@motcua/client';
import { type Device, numbersOfKiosk } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { ConfirmButton } from '../forms/confirm-button.tsx';

export interface KioskButtonsProps {
  readonly hub: Pick<HubLink, 'execute'>;
  readonly kiosk: Device;
}

/** Locks a kiosk remotely, or sets it to practice. */
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

export interface WithdrawNumbersProps extends KioskButtonsProps {
  readonly mirror: Pick<Mirror, 'devices' | 'visits' | 'settings'>;
}

/** Cancels what waits under the letter of a revoked kiosk; nothing where no visit does. */
export function WithdrawNumbers({ hub, kiosk, mirror }: WithdrawNumbersProps) {
  const t = useTexts();
  const { devices, visits, settings } = mirror;
  const prefixes = settings.queues.map(({ series }) => series.prefix);
  const count = numbersOfKiosk(visits.values(), kiosk, devices.values(), prefixes).length;
  if (count === 0) return null;
  const title = t('admin.withdraw-numbers-title', { name: kiosk.name, count });
  return (
    <ConfirmButton
      label={t('admin.withdraw-numbers', { count })}
      fullLabel={title}
      title={title}
      confirmLabel={t('admin.withdraw-numbers', { count })}
      onConfirm={async () => {
        const result = await hub.execute({ type: 'withdraw-numbers', deviceId: kiosk.id });
        return result.ok ? null : result.refusal;
      }}
    >
      {t('admin.withdraw-numbers-body')}
    </ConfirmButton>
  );
}
