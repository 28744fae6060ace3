import type { Refusal } from '@motcua/domain';
import { useLanguage, useTexts } from '@motcua/ui';
import { House, Info, RotateCcw } from 'lucide-react';
import { Dock } from '../../frame/dock.tsx';
import { kindRefusal } from '../../flow/kiosk-words.ts';
import { Action } from '../../touch/action.tsx';
import type { Order } from '../../flow/screen.ts';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { Middle } from '../middle.tsx';
import { Say } from '../say.tsx';

export interface RefusedScreenProps {
  readonly order: Order;
  readonly refusal: Refusal;
  readonly dispatch: Dispatch;
}

export function RefusedScreen({ order, refusal, dispatch }: RefusedScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  const booked = order.type === 'check-in';
  const { code } = refusal;
  /** Only another code can succeed. */
  const mistyped = code === 'booking-not-found';
  return (
    <Middle
      picture={<Info data-picture aria-hidden="true" />}
      title={t(booked ? 'kiosk.booking-refused-title' : 'kiosk.refused-title')}
      data-code={code}
    >
      <Say role="alert">{kindRefusal(t, refusal, language)}</Say>
      <Dock side="start">
        <Action
          look={mistyped ? 'plain' : 'primary'}
          id="start-over"
          onPress={() => dispatch({ type: 'start-over' })}
        >
          <House aria-hidden="true" />
          {t('kiosk.start-over')}
        </Action>
      </Dock>
      <Dock side="end">
        <Action
          look={mistyped ? 'primary' : 'plain'}
          id="try-again"
          onPress={() => dispatch({ type: 'try-again', requestId: newRequestId() })}
        >
          <RotateCcw aria-hidden="true" />
          {t(booked && code !== 'hub-unavailable' ? 'kiosk.booking-again' : 'kiosk.try-again')}
        </Action>
      </Dock>
    </Middle>
  );
}
