import type { Device, Instant, RoomFinding } from '@motcua/domain';
import { classNames, formatTime, roomWords, useTexts } from '@motcua/ui';
import { SwitchButton, SwitchField } from 'react-aria-components';
import { roomHealthOf } from '../room/hearing.ts';
import { kiosksOf } from './floor-view.ts';
import { EmptyList } from '../room/people-panel.tsx';
import type { PanelProps } from './issue-panel.tsx';
import { Hint } from '../dialogs/fields.tsx';
import roomStyles from '../room/room-panel.module.css';
import styles from './kiosks-panel.module.css';

const room = classNames(roomStyles);
const css = classNames(styles);

export interface KiosksPanelProps extends PanelProps {
  readonly now: Instant;
}

/** The kiosks: paper status, and remote locking and opening. */
export function KiosksPanel({ mirror, actions, now }: KiosksPanelProps) {
  const t = useTexts();
  const kiosks = kiosksOf(mirror);
  const { findings } = roomHealthOf(mirror, now);
  const { zone } = mirror.settings.site;
  const toTime = (at: Instant) => formatTime(at, zone);
  const printerOf = ({ id }: Device) =>
    findings.find((each) => each.subject === 'printer' && each.device.id === id);
  if (kiosks.length === 0) return <EmptyList>{t('counter.no-kiosks')}</EmptyList>;
  return (
    <ul className={css('kiosks')}>
      {kiosks.map((kiosk) => (
        <li key={kiosk.id} className={css('card')}>
          <h2>{kiosk.name}</h2>
          <Paper finding={printerOf(kiosk)} toTime={toTime} />
          <Hint>{t(stateOf(kiosk))}</Hint>
          {kiosk.condition.printProof !== undefined && (
            <Hint data-proof={kiosk.condition.printProof}>
              {t(`counter.kiosk-paper-${kiosk.condition.printProof}`)}
            </Hint>
          )}
          <Toggle
            label={t('counter.kiosk-locked')}
            on={kiosk.locked}
            disabled={!actions.usable}
            onChange={(locked) => put(kiosk, { locked })}
          />
          <Toggle
            label={t('counter.kiosk-training')}
            on={kiosk.training}
            disabled={!actions.usable}
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
    actions.send({ type: 'set-kiosk', deviceId: id, locked, training, ...change });
  }
}

interface PaperProps {
  readonly finding: RoomFinding | undefined;
  readonly toTime: (at: Instant) => string;
}

function Paper({ finding, toTime }: PaperProps) {
  const t = useTexts();
  if (finding === undefined) return null;
  const { severity } = finding;
  const tone = severity === 'fault' || severity === 'attention' ? 'alert' : severity;
  return (
    <p className={`${room(tone)} ${css('paper')}`} data-severity={severity}>
      {roomWords(finding, t, toTime)}
    </p>
  );
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
      <SwitchButton className={css('toggle')}>
        <span className={css('track')} aria-hidden="true" />
        {label}
      </SwitchButton>
    </SwitchField>
  );
}
