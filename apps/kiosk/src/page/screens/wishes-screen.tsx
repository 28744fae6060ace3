import { useTexts } from '@motcua/ui';
import { Check } from 'lucide-react';
import type { TicketWish } from '../../bridge.ts';
import { Pager } from '../pager.tsx';
import { Press } from '../press.tsx';
import type { Dispatch } from '../use-kiosk-flow.ts';
import { OtherSideWays } from './side-ways.tsx';
import { Title } from './title.tsx';

export interface WishesScreenProps {
  readonly wish: TicketWish;
  readonly dispatch: Dispatch;
}

/** What few visitors need, for those who take their number straight from the list of services. */
export function WishesScreen({ wish, dispatch }: WishesScreenProps) {
  const t = useTexts();
  return (
    <>
      <Title remark={t('kiosk.side-ways')}>{t('kiosk.wishes-title')}</Title>
      <Pager>
        <ul className="wishes">
          <OtherSideWays wish={wish} dispatch={dispatch} />
        </ul>
      </Pager>
      <Press
        className="action action-primary action-main"
        id="done"
        onPress={() => dispatch({ type: 'back' })}
      >
        <Check aria-hidden="true" />
        {t('kiosk.finish')}
      </Press>
    </>
  );
}
