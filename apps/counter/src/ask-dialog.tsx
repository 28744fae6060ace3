import type { Mirror } from '@motcua/client';
import { CancelDialog } from './dialogs/cancel-dialog.tsx';
import { HelpDialog } from './dialogs/help-dialog.tsx';
import { PauseDialog } from './dialogs/pause-dialog.tsx';
import { ReasonDialog } from './dialogs/reason-dialog.tsx';
import { TransferDialog } from './dialogs/transfer-dialog.tsx';
import type { Ask, CounterDesk } from './use-counter-desk.ts';

export interface AskDialogProps {
  readonly ask: Ask | null;
  readonly mirror: Mirror;
  readonly desk: Pick<CounterDesk, 'give' | 'pause' | 'closeAsk'>;
}

/** The dialog for a question, if there is one. */
export function AskDialog({ ask, mirror, desk }: AskDialogProps) {
  if (ask === null) return null;
  const onClose = desk.closeAsk;
  switch (ask.type) {
    case 'pause':
      return <PauseDialog onClose={onClose} onChoose={desk.pause} />;
    case 'help':
      return <HelpDialog onClose={onClose} />;
    case 'transfer':
      return (
        <TransferDialog
          row={ask.row}
          mirror={mirror}
          onClose={onClose}
          onTransfer={(action, reason) => desk.give(ask.row, action, reason)}
        />
      );
    case 'cancel':
      return (
        <CancelDialog
          number={ask.row.visit.ticket.number}
          onClose={onClose}
          onCancelVisit={(action, reason) => desk.give(ask.row, action, reason)}
        />
      );
    case 'reason':
      return (
        <ReasonDialog
          number={ask.row.visit.ticket.number}
          action={ask.action}
          onClose={onClose}
          onGive={(reason) => desk.give(ask.row, { type: ask.action }, reason)}
        />
      );
  }
}
