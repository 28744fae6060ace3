import { useTexts } from '@motcua/ui';
import type { IssuedTicket, KioskView, SlipResolution } from '../../../bridge.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { FinishButton } from './finish-button.tsx';
import { NumberBlock } from './number-block.tsx';
import { Middle } from '../middle.tsx';
import { Say } from '../say.tsx';

export interface SlipSettledScreenProps {
  readonly ticket: IssuedTicket;
  readonly resolution: SlipResolution;
  readonly view: KioskView | null;
  readonly dispatch: Dispatch;
}

export function SlipSettledScreen({ ticket, resolution, view, dispatch }: SlipSettledScreenProps) {
  const t = useTexts();
  const noted = resolution === 'noted';
  return (
    <Middle
      title={
        noted
          ? t('kiosk.slip-noted-title')
          : t('kiosk.slip-given-back-title', { number: ticket.number })
      }
      data-resolution={resolution}
    >
      {noted && <NumberBlock {...ticket} view={view} />}
      <Say>{t(noted ? 'kiosk.slip-noted-hint' : 'kiosk.slip-given-back-hint')}</Say>
      <FinishButton inRow={false} onPress={() => dispatch({ type: 'start-over' })} />
    </Middle>
  );
}
