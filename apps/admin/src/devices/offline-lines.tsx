import type { Device, DeviceId, Instant } from '@motcua/domain';
import type { OfflinePeriod } from '@motcua/protocol/http';
import { classNames, formatDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import styles from './offline-lines.module.css';

const css = classNames(styles);

export interface OfflineLinesProps {
  readonly times: readonly OfflinePeriod[];
  readonly devices: ReadonlyMap<DeviceId, Pick<Device, 'name'>>;
  readonly zone: string;
}

/** Kiosks gave numbers without the hub: nothing to do, but good to know when a visitor asks. */
export function OfflineLines({ times, devices, zone }: OfflineLinesProps) {
  const t = useTexts();
  const language = useLanguage();
  if (times.length === 0) return null;
  const day = (at: Instant) => formatDate(at, zone, language);
  return (
    <ul className={css('lines')}>
      {times.map(({ deviceId, from, until, numbers }) => {
        const began = formatTime(from, zone);
        return (
          <li key={`${deviceId} ${from}`}>
            {t(numbers === 1 ? 'admin.kiosk-was-offline-one' : 'admin.kiosk-was-offline', {
              kiosk: devices.get(deviceId)?.name ?? deviceId,
              from: day(from) === day(until) ? began : `${day(from)} ${began}`,
              until: formatTime(until, zone),
              count: numbers,
            })}
          </li>
        );
      })}
    </ul>
  );
}
