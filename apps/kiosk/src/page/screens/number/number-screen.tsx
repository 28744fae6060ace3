import { useTexts } from '@motcua/ui';
import { Search } from 'lucide-react';
import type { KioskView } from '../../../bridge.ts';
import { DIGITS } from '../../touch/keypad.tsx';
import type { ScreenOf } from '../../flow/screen.ts';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { TypingScreen } from './typing-screen.tsx';

export interface NumberScreenProps extends ScreenOf<'number'> {
  readonly view: Pick<KioskView, 'prefixes' | 'training'>;
  readonly dispatch: Dispatch;
}

/** Keypad for the number on a slip. */
export function NumberScreen({ typed, asked, refusal, view, dispatch }: NumberScreenProps) {
  const t = useTexts();
  const number = (view.training ? '#' : '') + typed;
  return (
    <TypingScreen
      title={t('kiosk.number-title')}
      remark={t('kiosk.number-hint')}
      label={t('kiosk.your-number')}
      typed={number === '' ? ' ' : number}
      refusal={refusal}
      letters={view.prefixes}
      digits={DIGITS}
      disabled={asked !== null}
      dispatch={dispatch}
      next={{
        id: 'look-up',
        disabled: typed === '' || asked !== null,
        onPress: () => dispatch({ type: 'ask-place', number, requestId: newRequestId() }),
        picture: <Search aria-hidden="true" />,
        words: t('kiosk.look-up'),
      }}
    />
  );
}
