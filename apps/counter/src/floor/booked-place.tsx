import { type Booking, inLanguage } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { Button, classNames, formatLongDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { Hint } from '../dialogs/fields.tsx';
import styles from './floor-result.module.css';

const css = classNames(styles);

export interface BookedPlaceProps {
  readonly booking: Booking;
  readonly mirror: Mirror;
  readonly onAnother: () => void;
}

/** The booking's code to read out, or to print and take home. */
export function BookedPlace({ booking, mirror, onAnother }: BookedPlaceProps) {
  const t = useTexts();
  const language = useLanguage();
  const { site, services } = mirror.settings;
  const service = services.find(({ id }) => id === booking.serviceId);
  return (
    <section className={css('result')} aria-label={booking.code}>
      <output data-part="booking-slip">
        <p className={css('site')}>{inLanguage(site.name, language)}</p>
        <p>{t('counter.booked')}</p>
        <p className={css('number', 'code')} data-part="booking-code">
          {`${booking.code.slice(0, 3)} ${booking.code.slice(3)}`}
        </p>
        <p className={css('service')}>
          {service !== undefined && inLanguage(service.name, language)}
        </p>
        <p className={css('when')} data-part="booking-time">
          {formatTime(booking.startsAt, site.zone)} ·{' '}
          {formatLongDate(booking.startsAt, site.zone, language)}
        </p>
        <Hint>
          {t('counter.booked-hint', {
            early: site.bookings.earlyMinutes,
            late: site.bookings.lateMinutes,
          })}
        </Hint>
      </output>
      <div className={css('buttons')}>
        <Button size="l" onPress={() => window.print()}>
          {t('counter.print')}
        </Button>
        <Button variant="primary" size="l" autoFocus onPress={onAnother}>
          {t('counter.book-another')}
        </Button>
      </div>
    </section>
  );
}
