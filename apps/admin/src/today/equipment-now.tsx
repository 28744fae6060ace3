import type { Device } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { Condition } from '../devices/condition.tsx';

export interface EquipmentNowProps {
  readonly displays: readonly Device[];
  readonly kiosks: readonly Device[];
}

/** Sound and paper, as the devices themselves report them. */
export function EquipmentNow({ displays, kiosks }: EquipmentNowProps) {
  const t = useTexts();
  const lists = [
    ['displays-now', displays],
    ['kiosks-now', kiosks],
  ] as const;
  return (
    <div className="columns-wide">
      {lists.map(([name, devices]) => (
        <section key={name} className="card stack">
          <h2>{t(`admin.${name}`)}</h2>
          {devices.length === 0 && <p className="nothing">{t('admin.no-devices')}</p>}
          <ul className="plain-list">
            {devices.map((device) => (
              <li key={device.id}>
                <strong>{device.name}</strong>
                <Condition device={device} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
