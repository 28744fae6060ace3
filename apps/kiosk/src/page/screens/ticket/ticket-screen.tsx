import { useTexts } from '@motcua/ui';
import { CalendarClock, Check, Clock, MapPin, Undo2, Users, X } from 'lucide-react';
import type { IssuedTicket, KioskView } from '../../../bridge.ts';
import { countersText, ticketWaitText, ticketTitle } from '../../flow/kiosk-words.ts';
import { Dock } from '../../frame/dock.tsx';
import { Press } from '../../touch/press.tsx';
import type { SlipOnScreen } from '../../flow/screen.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { FinishButton } from './finish-button.tsx';
import { NumberBlock } from './number-block.tsx';
import { Title } from '../title.tsx';

export interface TicketScreenProps {
  readonly ticket: IssuedTicket;
  readonly slip: SlipOnScreen;
  readonly view: KioskView | null;
  readonly dispatch: Dispatch;
}

export function TicketScreen({ ticket, slip, view, dispatch }: TicketScreenProps) {
  const t = useTexts();
  const counters = countersText(t, ticket.counters);
  return (
    <div className="middle" data-slip={slip}>
      <Title>{ticketTitle(t, slip)}</Title>
      <NumberBlock {...ticket} view={view} />
      <ul className="facts">
        <li>
          <WaitPicture {...ticket} />
          {ticketWaitText(t, ticket, view?.zone)}
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
      {slip === 'accepted' && <CameOutChoice dispatch={dispatch} />}
      {(slip === 'printed' || slip === 'confirmed') && (
        <FinishButton inRow onPress={() => dispatch({ type: 'start-over' })} />
      )}
      {slip !== 'accepted' && (
        <Dock side="start">
          <Press
            className="action action-quiet"
            id="wrong-number"
            onPress={() => dispatch({ type: 'want-give-back' })}
          >
            <Undo2 aria-hidden="true" />
            {t('kiosk.wrong-number')}
          </Press>
        </Dock>
      )}
    </div>
  );
}

function WaitPicture({ bookedFor, estimate }: Pick<IssuedTicket, 'bookedFor' | 'estimate'>) {
  return bookedFor === null && estimate === null ? (
    <Users aria-hidden="true" />
  ) : (
    <Clock aria-hidden="true" />
  );
}

/** Only the visitor can confirm a slip that the printer cannot. */
function CameOutChoice({ dispatch }: { readonly dispatch: Dispatch }) {
  const t = useTexts();
  const say = (cameOut: boolean) => () => dispatch({ type: 'slip-came-out', cameOut });
  return (
    <fieldset className="choices" aria-label={t('kiosk.slip-came-title')}>
      <Press className="action action-primary action-main" id="slip-came" onPress={say(true)}>
        <Check aria-hidden="true" />
        {t('kiosk.slip-came-yes')}
      </Press>
      <Press className="action action-main" id="slip-missing" onPress={say(false)}>
        <X aria-hidden="true" />
        {t('kiosk.slip-came-no')}
      </Press>
    </fieldset>
  );
}
