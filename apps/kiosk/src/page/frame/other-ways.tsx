import { useTexts } from '@motcua/ui';
import { CalendarCheck, Ticket } from 'lucide-react';
import { Dock } from './dock.tsx';
import { Action } from '../touch/action.tsx';
import type { Dispatch } from '../flow/use-kiosk-flow.ts';

export interface OtherWaysProps {
  readonly bookings: boolean;
  readonly dispatch: Dispatch;
}

/** For visitors who already have a number or a booking. */
export function OtherWays({ bookings, dispatch }: OtherWaysProps) {
  const t = useTexts();
  return (
    <Dock side="end">
      <Action look="quiet" id="have-number" onPress={() => dispatch({ type: 'have-number' })}>
        <Ticket aria-hidden="true" />
        {t('kiosk.have-number')}
      </Action>
      {bookings && (
        <Action look="quiet" id="have-booking" onPress={() => dispatch({ type: 'have-booking' })}>
          <CalendarCheck aria-hidden="true" />
          {t('kiosk.have-booking')}
        </Action>
      )}
    </Dock>
  );
}
