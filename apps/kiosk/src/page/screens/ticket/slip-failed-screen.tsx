import type { PrinterFault } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { Check, Printer, Undo2 } from 'lucide-react';
import type { IssuedTicket, KioskView, SlipResolution } from '../../../bridge.ts';
import { Dock } from '../../frame/dock.tsx';
import { slipFaultText } from '../../flow/kiosk-words.ts';
import { Press } from '../../touch/press.tsx';
import { mayReprint } from '../../flow/visible-screen.ts';
import type { Dispatch } from '../../flow/use-kiosk-flow.ts';
import { NumberBlock } from './number-block.tsx';
import { Title } from '../title.tsx';

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
    <div className="middle" data-fault={fault}>
      <Title remark={remark ?? slipFaultText(t, fault)}>{t('kiosk.slip-failed-title')}</Title>
      <NumberBlock {...ticket} view={view} />
      <p className="say">{t('kiosk.slip-failed-hint')}</p>
      {refused && (
        <p className="say say-trouble" role="alert">
          {t('kiosk.slip-failed-not-given-back')}
        </p>
      )}
      <Dock side="start">
        <Press
          className="action action-primary"
          id="noted"
          disabled={choice !== null}
          onPress={choose('noted')}
        >
          <Check aria-hidden="true" />
          {t('kiosk.slip-noted')}
        </Press>
        <Press
          className="action"
          id="give-back"
          disabled={choice !== null}
          onPress={choose('given-back')}
        >
          <Undo2 aria-hidden="true" />
          {t('kiosk.slip-give-back')}
        </Press>
      </Dock>
      {isWell && (
        <Dock side="end">
          <Press
            className="action"
            id="reprint"
            disabled={choice !== null}
            onPress={() => dispatch({ type: 'reprint' })}
          >
            <Printer aria-hidden="true" />
            {t('kiosk.slip-reprint')}
          </Press>
        </Dock>
      )}
    </div>
  );
}
