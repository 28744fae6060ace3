import { useTexts } from '@motcua/ui';
import type { TicketRequest } from '../../bridge.ts';
import type { Dispatch } from '../flow/use-kiosk-flow.ts';
import { SideScreen } from './side-screen.tsx';
import { OtherSideWays } from './side-ways.tsx';

export interface WishesScreenProps {
  readonly wish: TicketRequest;
  readonly dispatch: Dispatch;
}

/** The optional choices of visitors who take their number directly from the list of services. */
export function WishesScreen({ wish, dispatch }: WishesScreenProps) {
  const t = useTexts();
  return (
    <SideScreen title={t('kiosk.wishes-title')} remark={t('kiosk.side-ways')} dispatch={dispatch}>
      <ul className="wishes">
        <OtherSideWays wish={wish} dispatch={dispatch} />
      </ul>
    </SideScreen>
  );
}
