import { useTexts } from '@motcua/ui';
import { CalendarClock, Clock, MapPin, Users } from 'lucide-react';
import type { IssuedTicket, KioskView } from '../../bridge.ts';
import { aheadText, countersText, estimateText } from '../kiosk-words.ts';
import type { Dispatch } from '../use-kiosk-flow.ts';
import { FinishButton } from './finish-button.tsx';
import { NumberBlock } from './number-block.tsx';
import { Title } from './title.tsx';

export interface TicketScreenProps {
  readonly ticket: IssuedTicket;
  readonly slip: 'printing' | 'printed';
  readonly view: KioskView | null;
  readonly dispatch: Dispatch;
}

export function TicketScreen({ ticket, slip, view, dispatch }: TicketScreenProps) {
  const t = useTexts();
  const counters = countersText(t, ticket.counters);
  const printed = slip === 'printed';
  return (
    <div className="middle" data-slip={slip}>
      <Title>{printed ? t('kiosk.done-take-slip') : t('kiosk.printing')}</Title>
      <NumberBlock {...ticket} view={view} />
      <ul className="facts">
        <li>
          {ticket.estimate === null ? <Users aria-hidden="true" /> : <Clock aria-hidden="true" />}
          {ticket.estimate === null
            ? aheadText(t, ticket.peopleAhead)
            : estimateText(t, ticket.estimate)}
        </li>
        {counters !== null && (
          <li>
            <MapPin aria-hidden="true" />
            {counters}
          </li>
        )}
        {ticket.booking !== null && (
          <li data-booking={ticket.booking}>
            <CalendarClock aria-hidden="true" />
            {t(ticket.booking === 'late' ? 'kiosk.booking-late' : 'kiosk.booking-in-time')}
          </li>
        )}
      </ul>
      <p className="say">{t(ticket.training ? 'kiosk.training-number' : 'kiosk.done-wait')}</p>
      {printed && <FinishButton onPress={() => dispatch({ type: 'start-over' })} />}
    </div>
  );
}
