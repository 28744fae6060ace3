import { useLanguage, useTexts } from '@motcua/ui';
import { Search } from 'lucide-react';
import type { KioskView } from '../../../bridge.ts';
import { DIGITS, Keypad } from '../../touch/keypad.tsx';
import { kindRefusal } from '../../flow/kiosk-words.ts';
import { Press } from '../../touch/press.tsx';
import type { ScreenOf } from '../../flow/screen.ts';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { Title } from '../title.tsx';

export interface NumberScreenProps extends ScreenOf<'number'> {
  readonly view: Pick<KioskView, 'prefixes' | 'training'>;
  readonly dispatch: Dispatch;
}

/** Keypad for the number on a slip. */
export function NumberScreen({ typed, asked, refusal, view, dispatch }: NumberScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  const number = (view.training ? '#' : '') + typed;
  return (
    <div className="typing">
      <Title remark={t('kiosk.number-hint')}>{t('kiosk.number-title')}</Title>
      <output className="typed" aria-label={t('kiosk.your-number')}>
        {number === '' ? ' ' : number}
      </output>
      {refusal !== null && (
        <p className="say say-trouble" role="alert" data-code={refusal.code}>
          {kindRefusal(t, refusal, language)}
        </p>
      )}
      <Keypad
        letters={view.prefixes}
        digits={DIGITS}
        disabled={asked !== null}
        dispatch={dispatch}
      />
      <Press
        className="action action-primary action-main"
        id="look-up"
        disabled={typed === '' || asked !== null}
        onPress={() => dispatch({ type: 'ask-place', number, requestId: newRequestId() })}
      >
        <Search aria-hidden="true" />
        {t('kiosk.look-up')}
      </Press>
    </div>
  );
}
