import { inLanguage } from '@motcua/domain';
import { classNames, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { Ticket } from 'lucide-react';
import type { KioskView, TicketRequest } from '../../../bridge.ts';
import { Dock } from '../../frame/dock.tsx';
import { Action } from '../../touch/action.tsx';
import type { KnownBooking } from '../../flow/screen.ts';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { Words } from '../../text/words.tsx';
import { PaperNotice } from '../ticket/paper-notice.tsx';
import { SecondaryActions } from '../service/secondary-actions.tsx';
import { Middle } from '../middle.tsx';
import { Say } from '../say.tsx';
import styles from './booked-screen.module.css';

const css = classNames(styles);

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
      <Middle
        title={t('kiosk.booked-title')}
        remark={t('kiosk.booked-hint')}
        data-worth={booking.worth}
      >
        <PaperNotice view={view} />
        {/* Not below: the button that showed the code lay there. */}
        <SecondaryActions view={view} request={request} further={false} dispatch={dispatch} />
        <output className={css('booking')}>
          <span className={css('time')}>{formatTime(booking.startsAt, view.zone)}</span>
          {service !== undefined && (
            <span className={css('service')}>
              <Words>{inLanguage(service.name, language)}</Words>
            </span>
          )}
        </output>
        {booking.worth === 'late' && <Say>{t('kiosk.booked-late')}</Say>}
      </Middle>
      <Dock side="end">
        <Action
          look="primary"
          id="check-in"
          onPress={() => dispatch({ type: 'check-in', requestId: newRequestId() })}
        >
          <Ticket aria-hidden="true" />
          {t('kiosk.check-in')}
        </Action>
      </Dock>
    </>
  );
}
