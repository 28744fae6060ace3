import { inLanguage, type LostBooking, type Settings } from '@motcua/domain';
import { classNames, formatNearDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './lost-bookings.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface LostBookingListProps {
  readonly lost: readonly LostBooking[];
  readonly settings: Settings;
}

/** Each with day, time, code and service, so that its visitor can be informed. */
export function LostBookingList({ lost, settings }: LostBookingListProps) {
  const t = useTexts();
  const language = useLanguage();
  const { site, services } = settings;
  return (
    <ul
      className={`${parts('plain-list')} ${css('lost')}`}
      data-part="lost-bookings"
      aria-label={t('admin.lost-list')}
    >
      {lost.map(({ booking, because }) => {
        const service = services.find(({ id }) => id === booking.serviceId);
        return (
          <li key={booking.id}>
            <strong className="tabular">
              {formatNearDate(booking.day, language)} · {formatTime(booking.startsAt, site.zone)}
            </strong>
            <span className="tabular">{booking.code}</span>
            <span className={css('service')}>
              {service === undefined ? '–' : inLanguage(service.name, language)}
            </span>
            <span className={parts('soft')}>{t(`common.booking-lost-${because}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Shown before anything is saved: nothing is cancelled silently. */
export function LostBookingsWarning({ lost, settings }: LostBookingListProps) {
  const t = useTexts();
  if (lost.length === 0) return null;
  return (
    <Card alarm role="status">
      <h2>{t('admin.lost-if-saved', { count: lost.length })}</h2>
      <p>{t('admin.lost-hint')}</p>
      <LostBookingList lost={lost} settings={settings} />
    </Card>
  );
}
