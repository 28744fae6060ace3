import { classNames, useTexts } from '@motcua/ui';
import { Ticket, Undo2 } from 'lucide-react';
import type { KioskView } from '../../../bridge.ts';
import { Dock } from '../../frame/dock.tsx';
import { Action } from '../../touch/action.tsx';
import type { ScreenOf } from '../../flow/screen.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { NumberBlock } from './number-block.tsx';
import { Middle } from '../middle.tsx';
import { Say } from '../say.tsx';
import styles from '../choices.module.css';

const css = classNames(styles);

export interface GiveBackScreenProps extends Pick<
  ScreenOf<'give-back'>,
  'ticket' | 'asked' | 'refused'
> {
  readonly view: KioskView | null;
  readonly dispatch: Dispatch;
}

/** Asks for confirmation, with keeping the number as the first choice. */
export function GiveBackScreen({ ticket, asked, refused, view, dispatch }: GiveBackScreenProps) {
  const t = useTexts();
  const { number } = ticket;
  return (
    <Middle title={t('kiosk.give-back-title', { number })}>
      {/* Above: below, the screen of a kept number asks whether its slip came out. */}
      <div className={css('choices', 'single')}>
        <Action
          look="primary"
          isMain
          id="keep-number"
          disabled={asked}
          onPress={() => dispatch({ type: 'keep-number' })}
        >
          <Ticket aria-hidden="true" />
          {t('kiosk.give-back-no')}
        </Action>
      </div>
      <NumberBlock {...ticket} view={view} />
      <Say>{t('kiosk.give-back-hint')}</Say>
      {refused && (
        <Say look="trouble" role="alert">
          {t('kiosk.slip-failed-not-given-back')}
        </Say>
      )}
      <Dock side="end">
        <Action id="give-back" disabled={asked} onPress={() => dispatch({ type: 'give-back' })}>
          <Undo2 aria-hidden="true" />
          {t('kiosk.give-back-yes')}
        </Action>
      </Dock>
    </Middle>
  );
}
