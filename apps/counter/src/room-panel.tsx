import { useTexts } from '@motcua/ui';
import { CircleCheck, Printer, StickyNote, VolumeX } from 'lucide-react';
import type { RoomAlert } from './room-alerts.ts';

const SIGNS = { 'slip-failed': StickyNote, 'printer': Printer, 'sound': VolumeX } as const;

/** What somebody should see to in the room: slips, paper, sound. */
export function RoomPanel({ alerts }: { readonly alerts: readonly RoomAlert[] }) {
  const t = useTexts();
  return (
    <section className="room" aria-labelledby="room-title">
      <h2 id="room-title">
        {t('counter.room')}
        {alerts.length > 0 && ` · ${alerts.length}`}
      </h2>
      {alerts.length === 0 ? (
        <p className="room-fine">
          <CircleCheck aria-hidden="true" /> {t('counter.room-fine')}
        </p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        <ul tabIndex={0} aria-labelledby="room-title">
          {alerts.map((alert) => (
            <RoomAlertLine key={alert.key} alert={alert} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RoomAlertLine({ alert }: { readonly alert: RoomAlert }) {
  const t = useTexts();
  const Sign = SIGNS[alert.type];
  const words = () => {
    switch (alert.type) {
      case 'sound':
        return t('counter.alert-sound', { device: alert.device });
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
    </li>
  );
}
