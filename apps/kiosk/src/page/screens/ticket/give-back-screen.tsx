import { useTexts } from '@motcua/ui';
import { Ticket, Undo2 } from 'lucide-react';
import type { KioskView } from '../../../bridge.ts';
import { Dock } from '../../frame/dock.tsx';
import { Press } from '../../touch/press.tsx';
import type { ScreenOf } from '../../flow/screen.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { NumberBlock } from './number-block.tsx';
import { Title } from '../title.tsx';

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
    <div className="middle">
      <Title>{t('kiosk.give-back-title', { number })}</Title>
      {/* Above: below, the screen of a kept number asks whether its slip came out. */}
      <div className="choices" data-single="true">
        <Press
          className="action action-primary action-main"
          id="keep-number"
          disabled={asked}
          onPress={() => dispatch({ type: 'keep-number' })}
        >
          <Ticket aria-hidden="true" />
          {t('kiosk.give-back-no')}
        </Press>
      </div>
      <NumberBlock {...ticket} view={view} />
      <p className="say">{t('kiosk.give-back-hint')}</p>
      {refused && (
        <p className="say say-trouble" role="alert">
          {t('kiosk.slip-failed-not-given-back')}
        </p>
      )}
      <Dock side="end">
        <Press
          className="action"
          id="give-back"
          disabled={asked}
          onPress={() => dispatch({ type: 'give-back' })}
        >
          <Undo2 aria-hidden="true" />
          {t('kiosk.give-back-yes')}
        </Press>
      </Dock>
    </div>
  );
}
