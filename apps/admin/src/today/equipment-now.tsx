import type { Device } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { Condition } from '../devices/condition.tsx';
import { FirstStep } from '../forms/first-step.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface EquipmentNowProps extends Pick<PageProps, 'go'> {
  readonly displays: readonly Device[];
  readonly kiosks: readonly Device[];
}

/** Sound and paper, as the devices themselves report them. */
export function EquipmentNow({ displays, kiosks, go }: EquipmentNowProps) {
  const t = useTexts();
  const lists = [
    ['displays', displays],
    ['kiosks', kiosks],
  ] as const;
  return (
    <div className={parts('columns-wide')} data-part="columns">
      {lists.map(([name, devices]) => (
        <Card key={name}>
          <h2>{t(`admin.${name}-now`)}</h2>
          {devices.length === 0 && (
            <FirstStep
              words={t(`admin.no-${name}`)}
              action={t('admin.go-to', { page: t('admin.page-devices') })}
              leadsAway
              onPress={() => go({ page: 'devices', part: null })}
            />
          )}
          <ul className={parts('plain-list')}>
            {devices.map((device) => (
              <li key={device.id}>
                <strong>{device.name}</strong>
                <Condition device={device} />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
