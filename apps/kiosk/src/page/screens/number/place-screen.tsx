import { useLanguage, useTexts } from '@motcua/ui';
import { Armchair, CornerUpLeft, Hourglass, type LucideIcon } from 'lucide-react';
import type { KioskView, StepOut } from '../../../bridge.ts';
import { kindRefusal, placeText, servicesOfPlace } from '../../flow/kiosk-words.ts';
import { Press } from '../../touch/press.tsx';
import type { ScreenOf } from '../../flow/screen.ts';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { NumberBlock } from '../ticket/number-block.tsx';
import { Title } from '../title.tsx';

const PICTURES = {
  hold: Hourglass,
  return: Armchair,
  rejoin: CornerUpLeft,
} as const satisfies Record<StepOut, LucideIcon>;

export interface PlaceScreenProps extends ScreenOf<'place'> {
  readonly view: KioskView;
  readonly dispatch: Dispatch;
}

/** The place of a number in its queue, with only the actions allowed now. */
export function PlaceScreen({ place, asked, refusal, view, dispatch }: PlaceScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  const words = {
    hold: t('kiosk.hold', { minutes: view.holdMinutes }),
    return: t('kiosk.return'),
    rejoin: t('kiosk.rejoin'),
  } as const satisfies Record<StepOut, string>;
  return (
    <div className="middle" data-state={place.state}>
      <Title>{placeText(t, place, view.zone)}</Title>
      <NumberBlock number={place.number} serviceIds={servicesOfPlace(place)} view={view} />
      {refusal !== null && (
        <p className="say say-trouble" role="alert" data-code={refusal.code}>
          {kindRefusal(t, refusal, language)}
        </p>
      )}
      {place.serviceId === null && <p className="say">{t('kiosk.place-scan-slip')}</p>}
      {place.may.includes('hold') && <p className="say">{t('kiosk.hold-hint')}</p>}
      {place.may.length > 0 && (
        <div className="choices" data-single={place.may.length === 1}>
          {place.may.map((request) => {
            const Picture = PICTURES[request];
            return (
              <Press
                key={request}
                className={`action action-main ${request === 'hold' ? '' : 'action-primary'}`}
                id={`step-out-${request}`}
                disabled={asked !== null}
                onPress={() => dispatch({ type: 'step-out', request, requestId: newRequestId() })}
              >
                <Picture aria-hidden="true" />
                {words[request]}
              </Press>
            );
          })}
        </div>
      )}
    </div>
  );
}
