import { type Booking, inLanguage } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { Button, formatLongDate, formatTime, useLanguage, useTexts } from '@motcua/ui';

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
    <section className="floor-result" aria-label={booking.code}>
      <output className="booked-slip">
        <p className="booked-site">{inLanguage(site.name, language)}</p>
        <p>{t('counter.booked')}</p>
        <p className="floor-number booked-code">{`${booking.code.slice(0, 3)} ${booking.code.slice(3)}`}</p>
        <p className="floor-service">
          {service !== undefined && inLanguage(service.name, language)}
        </p>
        <p className="booked-when">
          {formatTime(booking.startsAt, site.zone)} ·{' '}
          {formatLongDate(booking.startsAt, site.zone, language)}
        </p>
        <p className="dialog-hint">
          {t('counter.booked-hint', {
            early: site.bookings.earlyMinutes,
            late: site.bookings.lateMinutes,
          })}
        </p>
      </output>
      <div className="floor-buttons">
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
