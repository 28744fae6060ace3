import type { PrinterFault } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { Check, Printer, Undo2 } from 'lucide-react';
import type { IssuedTicket, KioskView, SlipResolution } from '../../../bridge.ts';
import { Dock } from '../../frame/dock.tsx';
import { slipFaultText } from '../../flow/kiosk-words.ts';
import { Action } from '../../touch/action.tsx';
import { mayReprint } from '../../flow/visible-screen.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { NumberBlock } from './number-block.tsx';
import { Middle } from '../middle.tsx';
import { Say } from '../say.tsx';

export interface SlipFailedScreenProps {
  readonly ticket: IssuedTicket;
  readonly fault: PrinterFault;
  readonly choice: SlipResolution | null;
  readonly refused: boolean;
  readonly view: KioskView | null;
  readonly dispatch: Dispatch;
}

export function SlipFailedScreen(props: SlipFailedScreenProps) {
  const { ticket, fault, choice, refused, view, dispatch } = props;
  const t = useTexts();
  const isWell = view !== null && mayReprint(view.printer);
  const remark = isWell && fault !== 'not-delivered' ? t('kiosk.slip-printer-well') : null;
  const choose = (resolution: SlipResolution) => () =>
    dispatch({ type: 'choose-resolution', resolution });
  return (
    <Middle
      title={t('kiosk.slip-failed-title')}
      remark={remark ?? slipFaultText(t, fault)}
      data-fault={fault}
    >
      <NumberBlock {...ticket} view={view} />
      <Say>{t('kiosk.slip-failed-hint')}</Say>
      {refused && (
        <Say look="trouble" role="alert">
          {t('kiosk.slip-failed-not-given-back')}
        </Say>
      )}
      <Dock side="start">
        <Action look="primary" id="noted" disabled={choice !== null} onPress={choose('noted')}>
          <Check aria-hidden="true" />
          {t('kiosk.slip-noted')}
        </Action>
        <Action id="give-back" disabled={choice !== null} onPress={choose('given-back')}>
          <Undo2 aria-hidden="true" />
          {t('kiosk.slip-give-back')}
        </Action>
      </Dock>
      {isWell && (
        <Dock side="end">
          <Action
            id="reprint"
            disabled={choice !== null}
            onPress={() => dispatch({ type: 'reprint' })}
          >
            <Printer aria-hidden="true" />
            {t('kiosk.slip-reprint')}
          </Action>
        </Dock>
      )}
    </Middle>
  );
}
