import { type Booking, inLanguage, lostBookings } from '@motcua/domain';
import {
  Button,
  classNames,
  Dialog,
  formatNearDate,
  formatTime,
  useLanguage,
  useTexts,
} from '@motcua/ui';
import { useState } from 'react';
import { expectedBookings } from './floor-view.ts';
import type { PanelProps } from './issue-panel.tsx';
import visitLineStyles from '../visit/visit-line.module.css';
import styles from './expected-bookings.module.css';

const visitLine = classNames(visitLineStyles);
const css = classNames(styles);

/** Today's and coming bookings; cancelling one frees its place. */
export function ExpectedBookings({ mirror, actions }: PanelProps) {
  const t = useTexts();
  const language = useLanguage();
  const [leaving, setLeaving] = useState<Booking | null>(null);
  const { site, services } = mirror.settings;
  const expected = expectedBookings(mirror);
  const lost = new Map(
    lostBookings(mirror, mirror.settings).map(({ booking, because }) => [booking.id, because]),
  );
  const whenOf = ({ startsAt, day }: Booking) =>
    `${formatTime(startsAt, site.zone)} · ${formatNearDate(day, language)}`;
  return (
    <section className={css('expected')} aria-labelledby="expected-title">
      <h2 id="expected-title">{t('counter.expected', { count: expected.length })}</h2>
      <ul className={visitLine('lines')}>
        {expected.map((booking) => {
          const because = lost.get(booking.id);
          const service = services.find(({ id }) => id === booking.serviceId);
          return (
            <li key={booking.id} className={visitLine('line')}>
              <strong className={visitLine('number')}>{booking.code}</strong>
              <span className={visitLine('words')}>
                <span className={visitLine('service')}>
                  {service !== undefined && inLanguage(service.name, language)}
                </span>
                <span className={visitLine('detail')}>{whenOf(booking)}</span>
              </span>
              <Button
                isDisabled={!actions.usable}
                aria-label={t('counter.cancel-booking-for', { code: booking.code })}
                onPress={() => setLeaving(booking)}
              >
                {t('counter.cancel-booking')}
              </Button>
              {because !== undefined && (
                <strong className={css('lost')} data-part="booking-lost">
                  {t('counter.booking-lost', { why: t(`common.booking-lost-${because}`) })}
                </strong>
              )}
            </li>
          );
        })}
      </ul>
      {leaving !== null && (
        <Dialog
          isOpen
          title={t('counter.cancel-booking-for', { code: leaving.code })}
          onClose={() => setLeaving(null)}
          actions={
            <>
              <Button onPress={() => setLeaving(null)}>{t('common.back')}</Button>
              <Button
                variant="danger"
                onPress={() => {
                  actions.send({ type: 'cancel-booking', bookingId: leaving.id });
                  setLeaving(null);
                }}
              >
                {t('counter.cancel-booking')}
              </Button>
            </>
          }
        >
          <p>
            <strong>{whenOf(leaving)}</strong>
          </p>
          <p>{t('counter.cancel-booking-hint')}</p>
        </Dialog>
      )}
    </section>
  );
}
