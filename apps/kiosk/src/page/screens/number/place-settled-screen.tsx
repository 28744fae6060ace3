import { formatTime, useTexts } from '@motcua/ui';
import type { KioskView } from '../../../bridge.ts';
import { aheadText, servicesOfPlace } from '../../flow/kiosk-words.ts';
import type { ScreenOf } from '../../flow/screen.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { FinishButton } from '../ticket/finish-button.tsx';
import { NumberBlock } from '../ticket/number-block.tsx';
import { Middle } from '../middle.tsx';
import { Say } from '../say.tsx';

export interface PlaceSettledScreenProps extends ScreenOf<'place-settled'> {
  readonly view: KioskView | null;
  readonly dispatch: Dispatch;
}

export function PlaceSettledScreen({ place, request, view, dispatch }: PlaceSettledScreenProps) {
  const t = useTexts();
  const until = view === null || place.heldUntil === null ? null : place.heldUntil;
  const held = request === 'hold' && until !== null && view !== null;
  return (
    <Middle
      title={
        held
          ? t('kiosk.place-held', { time: formatTime(until, view.zone) })
          : t(request === 'rejoin' ? 'kiosk.place-rejoined' : 'kiosk.place-returned')
      }
      data-settled={request}
    >
      <NumberBlock number={place.number} serviceIds={servicesOfPlace(place)} view={view} />
      {!held && <Say look="strong">{aheadText(t, place.peopleAhead)}</Say>}
      <Say>{t(held ? 'kiosk.place-held-hint' : 'kiosk.done-wait')}</Say>
      <FinishButton inRow onPress={() => dispatch({ type: 'start-over' })} />
    </Middle>
  );
}
