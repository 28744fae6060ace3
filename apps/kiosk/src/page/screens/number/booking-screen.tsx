import { CODE_LENGTH, CODE_LETTERS } from '@motcua/domain';
import { useLanguage, useTexts } from '@motcua/ui';
import { ArrowRight } from 'lucide-react';
import { Keypad } from '../../touch/keypad.tsx';
import { kindRefusal } from '../../flow/kiosk-words.ts';
import { Press } from '../../touch/press.tsx';
import type { ScreenOf } from '../../flow/screen.ts';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { Title } from '../title.tsx';

export interface BookingScreenProps extends Pick<
  ScreenOf<'booking'>,
  'typed' | 'asked' | 'refusal'
> {
  readonly dispatch: Dispatch;
}

/** The keypad has only letters that cannot be confused with one another. */
export function BookingScreen({ typed, asked, refusal, dispatch }: BookingScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <div className="typing">
      <Title remark={t('kiosk.booking-hint')}>{t('kiosk.booking-title')}</Title>
      <output className="typed typed-code" aria-label={t('kiosk.booking-code')}>
        {typed.padEnd(CODE_LENGTH, '·')}
      </output>
      {refusal !== null && (
        <p className="say say-trouble" role="alert" data-code={refusal.code}>
          {kindRefusal(t, refusal, language)}
        </p>
      )}
      <Keypad
        letters={[...CODE_LETTERS]}
        digits={[]}
        disabled={asked !== null}
        dispatch={dispatch}
      />
      <Press
        className="action action-primary action-main"
        id="show-code"
        disabled={typed.length < CODE_LENGTH || asked !== null}
        onPress={() => dispatch({ type: 'show-code', code: typed, requestId: newRequestId() })}
      >
        <ArrowRight aria-hidden="true" />
        {t('kiosk.booking-next')}
      </Press>
    </div>
  );
}
