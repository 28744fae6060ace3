import type { DeviceRole } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { usePolled } from '../backup-settings/use-polled.ts';
import { DeviceTable, Pairings } from '../devices/devices-page.tsx';
import { Card } from '../frame/card.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { StepProps } from './step-props.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

const VITALS_INTERVAL_MS = 5_000;

/** A kiosk with its printer: started, approved, and tried with a slip. */
export function KioskStep(props: StepProps) {
  return <DeviceStep {...props} kind="kiosk" />;
}

/** A display: opened, approved, and tried with a call. */
export function DisplayStep(props: StepProps) {
  return <DeviceStep {...props} kind="display" />;
}

interface DeviceStepProps extends StepProps {
  readonly kind: Extract<DeviceRole, 'kiosk' | 'display'>;
}

function DeviceStep({ hub, mirror, api, me, kind }: DeviceStepProps) {
  const t = useTexts();
  const { zone } = mirror.settings.site;
  const { answer: vitals } = usePolled(api.vitals, VITALS_INTERVAL_MS);
  const devices = [...mirror.devices.values()].filter(
    (device) => device.role === kind && !device.revoked,
  );
  return (
    <>
      <PageHead title={t(`setup.${kind}-title`)} lead={t(`setup.${kind}-lead`)} />
      <Card>
        <ol className={parts('stack')}>
          <li>
            {t(`setup.${kind}-open`, {
              address: kind === 'kiosk' ? location.origin : `${location.origin}/display/`,
            })}
          </li>
          <li>{t('setup.device-compare')}</li>
          <li>{t(`setup.${kind}-try`)}</li>
        </ol>
      </Card>
      {me.role === 'administrator' ? (
        <Pairings api={api} zone={zone} />
      ) : (
        <p>{t('admin.gap-theirs', { role: t('admin.role-administrator') })}</p>
      )}
      {devices.length > 0 && (
        <Card aria-label={t('admin.devices')}>
          <DeviceTable {...{ devices, vitals, zone, hub, api, mirror }} role={me.role} />
        </Card>
      )}
    </>
  );
}
