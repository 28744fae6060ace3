import { inLanguage, type Instant, type LocalDate, type ServiceId } from '@motcua/domain';
import { Button, classNames, formatNearDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { ChoiceList } from '../dialogs/choice-list.tsx';
import { BookedPlace } from './booked-place.tsx';
import { ExpectedBookings } from './expected-bookings.tsx';
import { bookingDays, bookingSlots } from './floor-view.ts';
import { EmptyList } from '../room/people-panel.tsx';
import type { PanelProps } from './issue-panel.tsx';
import { ServicePicker } from './service-picker.tsx';
import { Hint } from '../dialogs/fields.tsx';
import floorFormStyles from './floor-form.module.css';
import fieldsStyles from '../dialogs/fields.module.css';

const floorForm = classNames(floorFormStyles);
const fields = classNames(fieldsStyles);

export interface BookingsPanelProps extends PanelProps {
  readonly now: Instant;
}

/** Books a place on a coming day: service, day, time, code. No name is asked. */
export function BookingsPanel({ mirror, actions, now }: BookingsPanelProps) {
  const t = useTexts();
  const language = useLanguage();
  const days = bookingDays(mirror);
  const [serviceId, setServiceId] = useState<ServiceId | null>(null);
  const [day, setDay] = useState<LocalDate | null>(days[0] ?? null);
  const { zone } = mirror.settings.site;
  if (actions.booked !== null)
    return (
      <BookedPlace booking={actions.booked.booking} mirror={mirror} onAnother={actions.settle} />
    );
  if (days.length === 0) {
    const { offered } = mirror.settings.site.bookings;
    const why = offered ? 'counter.no-booking-days' : 'counter.no-bookings';
    return <EmptyList>{t(why)}</EmptyList>;
  }

  const service = mirror.settings.services.find(({ id }) => id === serviceId);
  const slots = serviceId === null || day === null ? [] : bookingSlots(mirror, serviceId, day, now);
  return (
    <div className={floorForm('form')}>
      <ServicePicker
        settings={mirror.settings}
        chosen={serviceId === null ? [] : [serviceId]}
        most={1}
        onChoose={([chosen]) => setServiceId(chosen ?? null)}
      />
      <div className={floorForm('column', 'days')}>
        <ChoiceList
          legend={t('counter.booking-day')}
          name="day"
          choices={days.map((value) => ({
            value,
            label: formatNearDate(value, language),
            ...(value === mirror.today ? { detail: t('counter.today') } : {}),
          }))}
          chosen={day}
          onChoose={setDay}
        />
      </div>
      <div className={floorForm('column', 'times')}>
        <fieldset className={fields('choices')}>
          <legend>{t('counter.booking-time')}</legend>
          {service === undefined && <Hint>{t('counter.booking-service-first')}</Hint>}
          {service !== undefined && slots.length === 0 && (
            <Hint>{t('counter.booking-no-slots')}</Hint>
          )}
          <div className={floorForm('slots')} data-part="slots">
            {slots.map(({ startsAt, free }) => (
              <Button
                key={startsAt}
                isDisabled={!actions.usable || free === 0}
                aria-label={`${formatTime(startsAt, zone)} ${t('counter.booking-free', { count: free })}`}
                onPress={() =>
                  service !== undefined &&
                  actions.send({ type: 'make-booking', serviceId: service.id, startsAt })
                }
              >
                <strong className="tabular">{formatTime(startsAt, zone)}</strong>{' '}
                <small>{t('counter.booking-free', { count: free })}</small>
              </Button>
            ))}
          </div>
          {service !== undefined && <Hint>{inLanguage(service.name, language)}</Hint>}
        </fieldset>
        <ExpectedBookings mirror={mirror} actions={actions} />
      </div>
    </div>
  );
}
