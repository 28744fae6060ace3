import type { Device, PersonRole } from '@motcua/domain';
import type { Vitals } from '@motcua/protocol/http';
import { Banner, classNames, formatDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { sizeText } from '../backup-settings/age-words.ts';
import { usePolled } from '../backup-settings/use-polled.ts';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { AddDevice } from './add-device.tsx';
import { OfflineLines } from './offline-lines.tsx';
import { Condition } from './condition.tsx';
import { deviceHealth } from './device-health.ts';
import { Health } from './health.tsx';
import { KioskButtons, WithdrawNumbers } from './kiosk-buttons.tsx';
import { PairingCard } from './pairing-card.tsx';
import { usePairings } from './use-pairings.ts';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './devices-page.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

const VITALS_INTERVAL_MS = 5_000;
const HUB_DISK_LOW_BYTES = 2 * 1024 ** 3;

export function DevicesPage(props: Pick<PageProps, 'hub' | 'mirror' | 'api' | 'me'>) {
  const { hub, mirror, api, me } = props;
  const t = useTexts();
  const { zone } = mirror.settings.site;
  const { answer: vitals } = usePolled(api.vitals, VITALS_INTERVAL_MS);
  const devices = [...mirror.devices.values()]
    .filter(({ role }) => role !== 'program')
    .toSorted((a, b) => Number(a.revoked) - Number(b.revoked) || b.pairedAt - a.pairedAt);
  return (
    <>
      <PageHead title={t('admin.page-devices')} lead={t('admin.devices-lead')}>
        {me.role === 'administrator' && <AddDevice api={api} />}
      </PageHead>
      {(vitals?.hubFreeBytes ?? Infinity) < HUB_DISK_LOW_BYTES && (
        <Banner tone="warning">
          {t('admin.hub-disk-low', { free: sizeText(vitals?.hubFreeBytes ?? 0) })}
        </Banner>
      )}
      {me.role === 'administrator' && <Pairings api={api} zone={zone} />}
      <Card>
        <h2>{t('admin.devices')}</h2>
        <OfflineLines times={vitals?.alone ?? []} devices={mirror.devices} zone={zone} />
        {devices.length === 0 ? (
          <p className={parts('nothing')}>{t('admin.no-devices')}</p>
        ) : (
          <DeviceTable
            devices={devices}
            vitals={vitals}
            zone={zone}
            hub={hub}
            mirror={mirror}
            api={api}
            role={me.role}
          />
        )}
      </Card>
    </>
  );
}

/** Devices that show a code and wait for approval. */
export function Pairings({ api, zone }: Pick<PageProps, 'api'> & { readonly zone: string }) {
  const t = useTexts();
  const { waiting, refusal, poll } = usePairings(api);
  const [done, setDone] = useState<{ how: 'approved' | 'refused'; name: string } | null>(null);
  const say = (how: 'approved' | 'refused') => (name: string) => {
    setDone({ how, name });
    poll();
  };
  return (
    <Card>
      <h2>{t('admin.pairings')}</h2>
      {refusal !== null && <Banner tone="warning">{t(`refusal.${refusal.code}`)}</Banner>}
      {done !== null && (
        <Banner tone="success">{t(`admin.pairing-${done.how}`, { name: done.name })}</Banner>
      )}
      {waiting.length === 0 ? (
        <p className={parts('nothing')}>{t('admin.no-pairings')}</p>
      ) : (
        <div className={css('pairings')}>
          {waiting.map((pairing) => (
            <PairingCard
              key={pairing.code}
              pairing={pairing}
              zone={zone}
              api={api}
              onApproved={say('approved')}
              onRefused={say('refused')}
            />
          ))}
        </div>
      )}
    </Card>
  );
}

interface DeviceTableProps extends Pick<PageProps, 'hub' | 'api' | 'mirror'> {
  readonly devices: readonly Device[];
  readonly vitals: Vitals | null;
  readonly zone: string;
  readonly role: PersonRole;
}

/** Locking a kiosk is for the head, revoking a device for the administrator. */
export function DeviceTable({ devices, vitals, zone, hub, api, mirror, role }: DeviceTableProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <table>
      <thead>
        <tr>
          <th>{t('admin.field-device-name')}</th>
          <th>{t('admin.field-device-role')}</th>
          <th>{t('admin.condition')}</th>
          <th>{t('admin.heard')}</th>
          <th>{t('admin.paired-at')}</th>
          <th>
            <span className="visually-hidden">{t('admin.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <tr key={device.id} className={parts(device.revoked ? 'dimmed' : '')}>
            <th scope="row">{device.name}</th>
            <td>{t(`admin.device-${device.role}`)}</td>
            <td>
              <Condition device={device} />
            </td>
            <td>{vitals !== null && <Health lines={deviceHealth(device, vitals)} />}</td>
            <td className="tabular">
              {formatDate(device.pairedAt, zone, language)} {formatTime(device.pairedAt, zone)}
            </td>
            <td className={css('actions')}>
              {!device.revoked && device.role === 'kiosk' && role === 'head' && (
                <KioskButtons hub={hub} kiosk={device} />
              )}
              {device.revoked && device.role === 'kiosk' && (
                <WithdrawNumbers hub={hub} kiosk={device} mirror={mirror} />
              )}
              {!device.revoked && role === 'administrator' && (
                <ConfirmButton
                  label={t('admin.revoke')}
                  fullLabel={t('admin.revoke-title', { name: device.name })}
                  title={t('admin.revoke-title', { name: device.name })}
                  confirmLabel={t('admin.revoke')}
                  onConfirm={async () => {
                    const result = await api.revokeDevice(device.id);
                    return result.ok ? null : result.refusal;
                  }}
                >
                  {t('admin.revoke-body')}
                </ConfirmButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
