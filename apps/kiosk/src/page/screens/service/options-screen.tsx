import { useTexts } from '@motcua/ui';
import type { TicketRequest } from '../../../bridge.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { SideScreen } from '../side-screen.tsx';
import { LargeSecondaryActions } from './secondary-actions.tsx';

export interface OptionsScreenProps {
  readonly request: TicketRequest;
  readonly dispatch: Dispatch;
}

/** The optional choices of visitors who take their number directly from the list of services. */
export function OptionsScreen({ request, dispatch }: OptionsScreenProps) {
  const t = useTexts();
  return (
    <SideScreen title={t('kiosk.options-title')} remark={t('kiosk.optional')} dispatch={dispatch}>
      <LargeSecondaryActions request={request} dispatch={dispatch} />
    </SideScreen>
  );
}
