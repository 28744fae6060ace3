import { useTexts } from '@motcua/ui';
import { CalendarCheck, Ticket, Undo2 } from 'lucide-react';
import { Press } from './press.tsx';
import type { Dispatch } from './use-kiosk-flow.ts';

export interface OtherWaysProps {
  readonly bookings: boolean;
  readonly dispatch: Dispatch;
}

/** For those who have a number, or a booking, already. */
export function OtherWays({ bookings, dispatch }: OtherWaysProps) {
  const t = useTexts();
  return (
    <nav className="foot-ways" aria-label={t('kiosk.other-ways')}>
      <Press
        className="action action-quiet"
        id="have-number"
        onPress={() => dispatch({ type: 'have-number' })}
      >
        <Ticket aria-hidden="true" />
        {t('kiosk.have-number')}
      </Press>
      {bookings && (
        <Press
          className="action action-quiet"
          id="have-booking"
          onPress={() => dispatch({ type: 'have-booking' })}
        >
          <CalendarCheck aria-hidden="true" />
          {t('kiosk.have-booking')}
        </Press>
      )}
    </nav>
  );
}

/** For those who see on their number that it is not what they wanted. */
export function WrongNumberWay({ dispatch }: Pick<OtherWaysProps, 'dispatch'>) {
  const t = useTexts();
  return (
    <nav className="foot-ways" aria-label={t('kiosk.other-ways')}>
      <Press
        className="action action-quiet"
        id="wrong-number"
        onPress={() => dispatch({ type: 'want-give-back' })}
      >
        <Undo2 aria-hidden="true" />
        {t('kiosk.wrong-number')}
      </Press>
    </nav>
  );
}
