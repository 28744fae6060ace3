import { useTexts } from '@motcua/ui';
import { Ticket } from 'lucide-react';
import type { KioskView, TicketWish } from '../../bridge.ts';
import { Dock } from '../dock.tsx';
import { Press } from '../press.tsx';
import { newRequestId, type Dispatch } from '../use-kiosk-flow.ts';
import { SideWays } from './side-ways.tsx';
import { Title } from './title.tsx';

export interface BookedScreenProps {
  readonly code: string;
  readonly wish: TicketWish;
  readonly view: Pick<KioskView, 'priorityGroups'>;
  readonly dispatch: Dispatch;
}

/** A booking says what for and when; whoever comes with it may need the same as everybody else. */
export function BookedScreen({ code, wish, view, dispatch }: BookedScreenProps) {
  const t = useTexts();
  return (
    <>
      <div className="middle">
        <Title remark={t('kiosk.booked-hint')}>{t('kiosk.booked-title')}</Title>
        <output className="typed typed-code">{code}</output>
      </div>
      <SideWays view={view} wish={wish} further={false} dispatch={dispatch} />
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
