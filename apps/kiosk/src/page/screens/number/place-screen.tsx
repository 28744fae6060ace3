import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { Armchair, CornerUpLeft, Hourglass, type LucideIcon } from 'lucide-react';
import type { KioskView, StepOut } from '../../../bridge.ts';
import { kindRefusal, placeText, servicesOfPlace } from '../../flow/kiosk-words.ts';
import { Action } from '../../touch/action.tsx';
import type { ScreenOf } from '../../flow/screen.ts';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { NumberBlock } from '../ticket/number-block.tsx';
import { Middle } from '../middle.tsx';
import { Say } from '../say.tsx';
import styles from '../choices.module.css';

const css = classNames(styles);

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
    <Middle title={placeText(t, place, view.zone)} data-state={place.state}>
      <NumberBlock number={place.number} serviceIds={servicesOfPlace(place)} view={view} />
      {refusal !== null && (
        <Say look="trouble" role="alert" data-code={refusal.code}>
          {kindRefusal(t, refusal, language)}
        </Say>
      )}
      {place.serviceId === null && <Say>{t('kiosk.place-scan-slip')}</Say>}
      {place.may.includes('hold') && <Say>{t('kiosk.hold-hint')}</Say>}
      {place.may.length > 0 && (
        <div className={css('choices', place.may.length === 1 ? 'single' : '')}>
          {place.may.map((request) => {
            const Picture = PICTURES[request];
            return (
              <Action
                key={request}
                look={request === 'hold' ? 'plain' : 'primary'}
                isMain
                id={`step-out-${request}`}
                disabled={asked !== null}
                onPress={() => dispatch({ type: 'step-out', request, requestId: newRequestId() })}
              >
                <Picture aria-hidden="true" />
                {words[request]}
              </Action>
            );
          })}
        </div>
      )}
    </Middle>
  );
}
