import { CODE_LENGTH, CODE_LETTERS } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { ArrowRight } from 'lucide-react';
import type { ScreenOf } from '../../flow/screen.ts';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { TypingScreen } from './typing-screen.tsx';

export interface BookingScreenProps extends Pick<
  ScreenOf<'booking'>,
  'typed' | 'asked' | 'refusal'
> {
  readonly dispatch: Dispatch;
}

/** The keypad has only letters that cannot be confused with one another. */
export function BookingScreen({ typed, asked, refusal, dispatch }: BookingScreenProps) {
  const t = useTexts();
  return (
    <TypingScreen
      title={t('kiosk.booking-title')}
      remark={t('kiosk.booking-hint')}
      label={t('kiosk.booking-code')}
      typed={typed.padEnd(CODE_LENGTH, '·')}
      refusal={refusal}
      letters={[...CODE_LETTERS]}
      digits={[]}
      disabled={asked !== null}
      dispatch={dispatch}
      next={{
        id: 'show-code',
        disabled: typed.length < CODE_LENGTH || asked !== null,
        onPress: () => dispatch({ type: 'show-code', code: typed, requestId: newRequestId() }),
        picture: <ArrowRight aria-hidden="true" />,
        words: t('kiosk.booking-next'),
      }}
    />
  );
}
