import { classNames, useTexts } from '@motcua/ui';
import { CalendarClock, Check, Clock, MapPin, Undo2, Users, X } from 'lucide-react';
import type { IssuedTicket, KioskView } from '../../../bridge.ts';
import { countersText, ticketWaitText, ticketTitle } from '../../flow/kiosk-words.ts';
import { Dock } from '../../frame/dock.tsx';
import { Action } from '../../touch/action.tsx';
import type { SlipOnScreen } from '../../flow/screen.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { FinishButton } from './finish-button.tsx';
import { NumberBlock } from './number-block.tsx';
import { Facts } from '../facts.tsx';
import { Middle } from '../middle.tsx';
import { Say } from '../say.tsx';
import styles from '../choices.module.css';

const css = classNames(styles);

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
    <Middle title={ticketTitle(t, slip)} data-slip={slip}>
      <NumberBlock {...ticket} view={view} />
      <Facts>
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
      </Facts>
      <Say>{t(ticket.training ? 'kiosk.training-number' : 'kiosk.done-wait')}</Say>
      {slip === 'accepted' && <CameOutChoice dispatch={dispatch} />}
      {(slip === 'printed' || slip === 'confirmed') && (
        <FinishButton inRow onPress={() => dispatch({ type: 'start-over' })} />
      )}
      {slip !== 'accepted' && (
        <Dock side="start">
          <Action
            look="quiet"
            id="wrong-number"
            onPress={() => dispatch({ type: 'want-give-back' })}
          >
            <Undo2 aria-hidden="true" />
            {t('kiosk.wrong-number')}
          </Action>
        </Dock>
      )}
    </Middle>
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
    <fieldset className={css('choices')} aria-label={t('kiosk.slip-came-title')}>
      <Action look="primary" isMain id="slip-came" onPress={say(true)}>
        <Check aria-hidden="true" />
        {t('kiosk.slip-came-yes')}
      </Action>
      <Action isMain id="slip-missing" onPress={say(false)}>
        <X aria-hidden="true" />
        {t('kiosk.slip-came-no')}
      </Action>
    </fieldset>
  );
}
