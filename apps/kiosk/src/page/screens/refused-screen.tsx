import type { RefusalCode } from '@motcua/domain';
import { refusalText, useTexts } from '@motcua/ui';
import { House, Info, RotateCcw } from 'lucide-react';
import { Press } from '../press.tsx';
import { newRequestId, type Dispatch } from '../use-kiosk-flow.ts';
import { Title } from './title.tsx';

export interface RefusedScreenProps {
  readonly code: RefusalCode;
  readonly dispatch: Dispatch;
}

export function RefusedScreen({ code, dispatch }: RefusedScreenProps) {
  const t = useTexts();
  return (
    <div className="middle" data-code={code}>
      <Info className="picture" aria-hidden="true" />
      <Title>{t('kiosk.refused-title')}</Title>
      <p className="say" role="alert">
        {refusalText(t, { code, detail: {} })}
      </p>
      <div className="choices">
        <Press
          className="action action-primary action-main"
          id="start-over"
          onPress={() => dispatch({ type: 'start-over' })}
        >
          <House aria-hidden="true" />
          {t('kiosk.start-over')}
        </Press>
        <Press
          className="action action-main"
          id="try-again"
          onPress={() => dispatch({ type: 'try-again', requestId: newRequestId() })}
        >
          <RotateCcw aria-hidden="true" />
          {t('kiosk.try-again')}
        </Press>
      </div>
    </div>
  );
}
