import { inLanguage } from '@motcua/domain';
import { formatTime, useLanguage, useTexts } from '@motcua/ui';
import { Ticket } from 'lucide-react';
import type { KioskView, TicketRequest } from '../../../bridge.ts';
import { Dock } from '../../frame/dock.tsx';
import { Press } from '../../touch/press.tsx';
import type { KnownBooking } from '../../flow/screen.ts';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { Words } from '../../text/words.tsx';
import { PaperNotice } from '../ticket/paper-notice.tsx';
import { SecondaryActions } from '../service/secondary-actions.tsx';
import { Title } from '../title.tsx';

export interface BookedScreenProps {
  readonly booking: KnownBooking;
  readonly request: TicketRequest;
  readonly view: Pick<KioskView, 'priorityGroups' | 'printer' | 'services' | 'zone'>;
  readonly dispatch: Dispatch;
}

/** A booking names the service and the time; the visitor may have needs like any other. */
export function BookedScreen({ booking, request, view, dispatch }: BookedScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  const service = view.services.find(({ id }) => id === booking.serviceId);
  return (
    <>
      <div className="middle" data-worth={booking.worth}>
        <Title remark={t('kiosk.booked-hint')}>{t('kiosk.booked-title')}</Title>
        <PaperNotice view={view} />
        {/* Not below: the button that showed the code lay there. */}
        <SecondaryActions view={view} request={request} further={false} dispatch={dispatch} />
        <output className="booking">
          <span className="booking-time tabular">{formatTime(booking.startsAt, view.zone)}</span>
          {service !== undefined && (
            <span className="booking-service">
              <Words>{inLanguage(service.name, language)}</Words>
            </span>
          )}
        </output>
        {booking.worth === 'late' && <p className="say">{t('kiosk.booked-late')}</p>}
      </div>
      <Dock side="end">
        <Press
          className="action action-primary"
          id="check-in"
          onPress={() => dispatch({ type: 'check-in', requestId: newRequestId() })}
        >
          <Ticket aria-hidden="true" />
          {t('kiosk.check-in')}
        </Press>
      </Dock>
    </>
  );
}
