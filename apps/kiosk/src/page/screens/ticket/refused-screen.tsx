import type { Refusal } from '@motcua/domain';
import { useLanguage, useTexts } from '@motcua/ui';
import { House, Info, RotateCcw } from 'lucide-react';
import { Dock } from '../../frame/dock.tsx';
import { kindRefusal } from '../../flow/kiosk-words.ts';
import { Press } from '../../touch/press.tsx';
import type { Order } from '../../flow/screen.ts';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { Title } from '../title.tsx';

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
    <div className="middle" data-code={code}>
      <Info data-picture aria-hidden="true" />
      <Title>{t(booked ? 'kiosk.booking-refused-title' : 'kiosk.refused-title')}</Title>
      <p className="say" role="alert">
        {kindRefusal(t, refusal, language)}
      </p>
      <Dock side="start">
        <Press
          className={`action ${mistyped ? '' : 'action-primary'}`}
          id="start-over"
          onPress={() => dispatch({ type: 'start-over' })}
        >
          <House aria-hidden="true" />
          {t('kiosk.start-over')}
        </Press>
      </Dock>
      <Dock side="end">
        <Press
          className={`action ${mistyped ? 'action-primary' : ''}`}
          id="try-again"
          onPress={() => dispatch({ type: 'try-again', requestId: newRequestId() })}
        >
          <RotateCcw aria-hidden="true" />
          {t(booked && code !== 'hub-unavailable' ? 'kiosk.booking-again' : 'kiosk.try-again')}
        </Press>
      </Dock>
    </div>
  );
}
