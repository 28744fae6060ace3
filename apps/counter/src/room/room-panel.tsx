import type { Instant, PrintJobId, RoomFinding, Severity, WatchFinding } from '@motcua/domain';
import {
  Button,
  classNames,
  formatTime,
  KeyCap,
  roomWords,
  useTexts,
  watchWords,
} from '@motcua/ui';
import {
  Check,
  CircleCheck,
  CircleQuestionMark,
  Clock3,
  MonitorOff,
  Printer,
  StickyNote,
  VolumeX,
} from 'lucide-react';
import type { RoomAlert, RoomNews } from './room-alerts.ts';
import { SHOWN_KEYS } from '../pad/shortcuts.ts';
import styles from './room-panel.module.css';

const css = classNames(styles);

const SIGNS = {
  'voice': VolumeX,
  'display': MonitorOff,
  'printer': Printer,
  'no-kiosk': Printer,
  'unattended': MonitorOff,
  'lingers': Clock3,
} as const satisfies Record<(RoomFinding | WatchFinding)['subject'], typeof Printer>;
/** Shown directly; the others are counted, and listed on a key press. */
const NAMED = 3;

export interface RoomPanelProps {
  readonly news: RoomNews;
  readonly zone: string;
  readonly usable: boolean;
  /** The hub cannot be reached: what is shown may be outdated. */
  readonly offline: boolean;
  /** The key that opens the full list; null where there is none. */
  readonly shortcut?: string | null;
  readonly onHelped: (printJobId: PrintJobId) => void;
  readonly onMore: () => void;
}

/** What needs attention in the room: paper, sound, slips. */
export function RoomPanel({
  news: { alerts, known },
  zone,
  usable,
  offline,
  shortcut = SHOWN_KEYS.room[0] ?? null,
  onHelped,
  onMore,
}: RoomPanelProps) {
  const t = useTexts();
  const further = alerts.length - NAMED;
  return (
    <section className={css('room')} aria-labelledby="room-title">
      <h2 id="room-title">
        {t('counter.room')}
        {alerts.length > 0 && ` · ${alerts.length}`}
        {alerts.length > 0 && shortcut !== null && <KeyCap name={shortcut} />}
      </h2>
      {alerts.length > 0 && (
        <ul>
          {alerts.slice(0, NAMED).map((alert) => (
            <RoomAlertLine
              key={alert.key}
              alert={alert}
              zone={zone}
              usable={usable}
              onHelped={onHelped}
            />
          ))}
        </ul>
      )}
      {further > 0 && (
        <Button className={css('more')} variant="quiet" onPress={onMore}>
          {t('counter.room-more', { count: further })}
        </Button>
      )}
      {offline ? (
        <p className={css('unknown')}>
          <CircleQuestionMark aria-hidden="true" />
          {t('counter.room-unknown')}
        </p>
      ) : (
        <KnownOfRoom known={known} zone={zone} />
      )}
    </section>
  );
}

interface KnownOfRoomProps {
  readonly known: readonly RoomFinding[];
  readonly zone: string;
}

const KNOWN = [
  ['unknown', CircleQuestionMark],
  ['well', CircleCheck],
] as const satisfies readonly (readonly [Severity, typeof CircleCheck])[];

/** Unknown findings first, then healthy ones with their time. */
export function KnownOfRoom({ known, zone }: KnownOfRoomProps) {
  const t = useTexts();
  return KNOWN.map(([severity, Sign]) => {
    const lines = known.filter((each) => each.severity === severity);
    if (lines.length === 0) return null;
    return (
      <p key={severity} className={css(severity)}>
        <Sign aria-hidden="true" />
        <span>
          {lines.map((each) => roomWords(each, t, (at) => formatTime(at, zone))).join(' ')}
        </span>
      </p>
    );
  });
}

export interface RoomAlertLineProps {
  readonly alert: RoomAlert;
  readonly zone: string;
  readonly usable: boolean;
  /** The digit of this line in the full list. */
  readonly digit?: number | null;
  readonly onHelped: (printJobId: PrintJobId) => void;
}

export function RoomAlertLine({ alert, zone, usable, digit = null, onHelped }: RoomAlertLineProps) {
  const t = useTexts();
  const kind = alert.type === 'slip-failed' ? alert.type : alert.finding.subject;
  const Sign = alert.type === 'slip-failed' ? StickyNote : SIGNS[alert.finding.subject];
  const toTime = (at: Instant) => formatTime(at, zone);
  const words = () => {
    switch (alert.type) {
      case 'finding':
        return roomWords(alert.finding, t, toTime);
      case 'watch':
        return watchWords(alert.finding, alert.names, t, toTime);
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
    <li className={css('alert')} data-alert={kind}>
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
