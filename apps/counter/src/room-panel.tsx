import type { PrintJobId } from '@motcua/domain';
import { Button, KeyCap, useTexts } from '@motcua/ui';
import {
  Check,
  CircleCheck,
  CircleQuestionMark,
  MonitorOff,
  Printer,
  StickyNote,
  VolumeX,
} from 'lucide-react';
import type { RoomAlert } from './room-alerts.ts';
import { SHOWN_KEYS } from './shortcuts.ts';

const SIGNS = {
  'slip-failed': StickyNote,
  'printer': Printer,
  'sound': VolumeX,
  'no-display': MonitorOff,
} as const;
/** So many are read without a touch; the others are a key away, and counted. */
const NAMED = 3;

export interface RoomPanelProps {
  readonly alerts: readonly RoomAlert[];
  readonly usable: boolean;
  /** What is said may be true no longer. */
  readonly stale: boolean;
  /** The key of the list of all; null where no key opens it. */
  readonly shortcut?: string | null;
  readonly onHelped: (printJobId: PrintJobId) => void;
  readonly onMore: () => void;
}

/** What somebody should see to in the room: paper, sound, slips. */
export function RoomPanel({
  alerts,
  usable,
  stale,
  shortcut = SHOWN_KEYS.room[0] ?? null,
  onHelped,
  onMore,
}: RoomPanelProps) {
  const t = useTexts();
  const further = alerts.length - NAMED;
  return (
    <section className="room" aria-labelledby="room-title">
      <h2 id="room-title">
        {t('counter.room')}
        {alerts.length > 0 && ` · ${alerts.length}`}
        {alerts.length > 0 && shortcut !== null && <KeyCap name={shortcut} />}
      </h2>
      {alerts.length === 0 ? (
        <p className={stale ? 'room-unknown' : 'room-fine'}>
          {stale ? <CircleQuestionMark aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
          {t(stale ? 'counter.room-unknown' : 'counter.room-fine')}
        </p>
      ) : (
        <ul>
          {alerts.slice(0, NAMED).map((alert) => (
            <RoomAlertLine key={alert.key} alert={alert} usable={usable} onHelped={onHelped} />
          ))}
        </ul>
      )}
      {further > 0 && (
        <Button className="room-more" variant="quiet" onPress={onMore}>
          {t('counter.room-more', { count: further })}
        </Button>
      )}
    </section>
  );
}

export interface RoomAlertLineProps {
  readonly alert: RoomAlert;
  readonly usable: boolean;
  /** The digit that says the same, in the list of all. */
  readonly digit?: number | null;
  readonly onHelped: (printJobId: PrintJobId) => void;
}

export function RoomAlertLine({ alert, usable, digit = null, onHelped }: RoomAlertLineProps) {
  const t = useTexts();
  const Sign = SIGNS[alert.type];
  const words = () => {
    switch (alert.type) {
      case 'sound':
        return t('counter.alert-sound', { device: alert.device });
      case 'no-display':
        return t('counter.alert-no-display');
      case 'printer':
        return t('counter.alert-printer', {
          device: alert.device,
          fault: t(`counter.fault-${alert.condition}`),
        });
      case 'slip-failed': {
        const { number, noted, left } = alert;
        if (left) return t('counter.alert-slip-left', { number });
        const fault = t(`counter.fault-${alert.fault ?? 'unknown'}`);
        return noted
          ? t('counter.alert-slip-noted', { number })
          : t('counter.alert-slip', { number, fault });
      }
    }
  };
  return (
    <li className={`room-alert room-${alert.type}`}>
      <Sign aria-hidden="true" />
      <span>{words()}</span>
      {alert.type === 'slip-failed' && (
        <Button
          icon={<Check />}
          isDisabled={!usable}
          {...(digit === null ? {} : { shortcut: String(digit) })}
          onPress={() => onHelped(alert.printJobId)}
        >
          {t('counter.helped')}
          <span className="visually-hidden"> {alert.number}</span>
        </Button>
      )}
    </li>
  );
}
