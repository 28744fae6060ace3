import { useTexts } from '@motcua/ui';
import type { IssuedTicket, KioskView, SlipResolution } from '../../../bridge.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { FinishButton } from './finish-button.tsx';
import { NumberBlock } from './number-block.tsx';
import { Title } from '../title.tsx';

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
    <div className="middle" data-resolution={resolution}>
      <Title>
        {noted
          ? t('kiosk.slip-noted-title')
          : t('kiosk.slip-given-back-title', { number: ticket.number })}
      </Title>
      {noted && <NumberBlock {...ticket} view={view} />}
      <p className="say">{t(noted ? 'kiosk.slip-noted-hint' : 'kiosk.slip-given-back-hint')}</p>
      <FinishButton inRow={false} onPress={() => dispatch({ type: 'start-over' })} />
    </div>
  );
}
