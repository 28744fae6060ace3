import type { PrintJobId } from '@motcua/domain';
import { Button, classNames, Dialog, useTexts } from '@motcua/ui';
import type { RoomAlert, RoomNews } from '../room/room-alerts.ts';
import { KnownOfRoom, RoomAlertLine } from '../room/room-panel.tsx';
import { useDigit } from '../pad/use-digit.ts';
import styles from './room-dialog.module.css';
import roomPanelStyles from '../room/room-panel.module.css';

const css = classNames(styles);
const roomPanel = classNames(roomPanelStyles);

export interface RoomDialogProps {
  readonly news: RoomNews;
  readonly zone: string;
  readonly usable: boolean;
  readonly onHelped: (printJobId: PrintJobId) => void;
  readonly onClose: () => void;
}

/** All open alerts of the room; one that is marked as helped disappears for all staff. */
export function RoomDialog({ news, zone, usable, onHelped, onClose }: RoomDialogProps) {
  const t = useTexts();
  const { alerts, known } = news;
  const slips = alerts.filter((alert) => alert.type === 'slip-failed');
  useDigit((digit) => {
    const slip = slips[digit - 1];
    if (usable && slip !== undefined) onHelped(slip.printJobId);
  });
  const digitOf = (alert: RoomAlert): number | null => {
    const place = slips.findIndex(({ key }) => key === alert.key) + 1;
    return place >= 1 && place <= 9 ? place : null;
  };
  return (
    <Dialog
      isOpen
      className={css('frame')}
      title={`${t('counter.room')} · ${alerts.length}`}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {alerts.length > 0 && (
        <ul className={roomPanel('list')}>
          {alerts.map((alert) => (
            <RoomAlertLine
              key={alert.key}
              alert={alert}
              zone={zone}
              usable={usable}
              digit={digitOf(alert)}
              onHelped={onHelped}
            />
          ))}
        </ul>
      )}
      <div className={roomPanel('list')}>
        <KnownOfRoom known={known} zone={zone} />
      </div>
    </Dialog>
  );
}
