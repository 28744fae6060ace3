import type { Device } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { SwitchButton, SwitchField } from 'react-aria-components';
import { kiosksOf } from './floor-view.ts';
import type { PanelProps } from './issue-panel.tsx';

/** Kiosks, locked and opened from afar. */
export function KiosksPanel({ mirror, desk }: PanelProps) {
  const t = useTexts();
  const kiosks = kiosksOf(mirror);
  if (kiosks.length === 0) return <p className="people-nobody">{t('counter.no-kiosks')}</p>;
  return (
    <ul className="kiosks">
      {kiosks.map((kiosk) => (
        <li key={kiosk.id} className="kiosk-card">
          <h2>{kiosk.name}</h2>
          <p className="dialog-hint">{t(stateOf(kiosk))}</p>
          {kiosk.condition.printProof !== undefined && (
            <p className="dialog-hint" data-proof={kiosk.condition.printProof}>
              {t(`counter.kiosk-paper-${kiosk.condition.printProof}`)}
            </p>
          )}
          <Toggle
            label={t('counter.kiosk-locked')}
            on={kiosk.locked}
            disabled={!desk.usable}
            onChange={(locked) => put(kiosk, { locked })}
          />
          <Toggle
            label={t('counter.kiosk-training')}
            on={kiosk.training}
            disabled={!desk.usable}
            onChange={(training) => put(kiosk, { training })}
          />
        </li>
      ))}
    </ul>
  );

  function put(
    { id, locked, training }: Device,
    change: Partial<Pick<Device, 'locked' | 'training'>>,
  ) {
    desk.send({ type: 'set-kiosk', deviceId: id, locked, training, ...change });
  }
}

function stateOf({ locked, training }: Device) {
  if (locked) return 'counter.kiosk-is-locked';
  return training ? 'counter.kiosk-is-training' : 'counter.kiosk-is-open';
}

interface ToggleProps {
  readonly label: string;
  readonly on: boolean;
  readonly disabled: boolean;
  readonly onChange: (on: boolean) => void;
}

function Toggle({ label, on, disabled, onChange }: ToggleProps) {
  return (
    <SwitchField isSelected={on} isDisabled={disabled} onChange={onChange}>
      <SwitchButton className="toggle">
        <span className="toggle-track" aria-hidden="true" />
        {label}
      </SwitchButton>
    </SwitchField>
  );
}
