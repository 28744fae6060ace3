import { CODE_LENGTH, CODE_LETTERS } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { ArrowRight } from 'lucide-react';
import { Keypad } from '../keypad.tsx';
import { Press } from '../press.tsx';
import type { Dispatch } from '../use-kiosk-flow.ts';
import { Title } from './title.tsx';

export interface BookingScreenProps {
  readonly typed: string;
  readonly dispatch: Dispatch;
}

/** Only letters that cannot be taken for one another have a key. */
export function BookingScreen({ typed, dispatch }: BookingScreenProps) {
  const t = useTexts();
  return (
    <div className="typing">
      <Title remark={t('kiosk.booking-hint')}>{t('kiosk.booking-title')}</Title>
      <output className="typed typed-code" aria-label={t('kiosk.booking-code')}>
        {typed.padEnd(CODE_LENGTH, '·')}
      </output>
      <Keypad letters={[...CODE_LETTERS]} digits={[]} disabled={false} dispatch={dispatch} />
      <Press
        className="action action-primary action-main"
        id="show-code"
        disabled={typed.length < CODE_LENGTH}
        onPress={() => dispatch({ type: 'show-code', code: typed })}
      >
        <ArrowRight aria-hidden="true" />
        {t('kiosk.booking-next')}
      </Press>
    </div>
  );
}
