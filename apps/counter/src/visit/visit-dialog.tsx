import type { CounterId } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { CancelDialog } from '../dialogs/cancel-dialog.tsx';
import { NotesDialog } from '../dialogs/visitor-notes-dialog.tsx';
import { PartyDialog } from '../dialogs/party-dialog.tsx';
import { PostponeDialog } from '../dialogs/postpone-dialog.tsx';
import { PrintAgainDialog } from '../dialogs/print-again-dialog.tsx';
import { PriorityDialog } from '../dialogs/priority-dialog.tsx';
import { ReasonDialog } from '../dialogs/reason-dialog.tsx';
import { ReserveDialog } from '../dialogs/reserve-dialog.tsx';
import { AddServiceDialog, DropServiceDialog } from '../dialogs/service-dialogs.tsx';
import { TransferDialog } from '../dialogs/transfer-dialog.tsx';
import type { VisitAsk, VisitActions } from './use-visit-actions.ts';

export interface VisitDialogProps {
  readonly ask: VisitAsk;
  readonly mirror: Mirror;
  readonly counterId: CounterId | null;
  readonly actions: Pick<VisitActions, 'give' | 'setNotes' | 'printAgain' | 'closeAsk'>;
}

/** The dialog for a question about a visit. */
export function VisitDialog({ ask, mirror, counterId, actions }: VisitDialogProps) {
  const { row } = ask;
  const { visit } = row;
  const { number } = visit.ticket;
  const { give, closeAsk: onClose } = actions;
  switch (ask.type) {
    case 'transfer':
      return (
        <TransferDialog
          row={row}
          mirror={mirror}
          counterId={counterId}
          onClose={onClose}
          onTransfer={(action, note) => give(row, action, { note })}
        />
      );
    case 'cancel':
      return (
        <CancelDialog
          number={number}
          onClose={onClose}
          onCancelVisit={(action, reason) => give(row, action, { reason })}
        />
      );
    case 'postpone':
      return (
        <PostponeDialog
          number={number}
          onClose={onClose}
          onPostpone={(minutes) => give(row, { type: 'postpone', minutes })}
        />
      );
    case 'reserve':
      return (
        <ReserveDialog
          row={row}
          mirror={mirror}
          onClose={onClose}
          onReserve={(reservedFor) => give(row, { type: 'reserve', reservedFor })}
        />
      );
    case 'add-service':
      return (
        <AddServiceDialog
          row={row}
          mirror={mirror}
          onClose={onClose}
          onChoose={(serviceId) => give(row, { type: 'add-service', serviceId })}
        />
      );
    case 'drop-service':
      return (
        <DropServiceDialog
          row={row}
          mirror={mirror}
          onClose={onClose}
          onChoose={(serviceId) => give(row, { type: 'drop-service', serviceId })}
        />
      );
    case 'set-priority':
      return (
        <PriorityDialog
          row={row}
          onClose={onClose}
          onSet={(priority, reason) => give(row, { type: 'set-priority', priority }, { reason })}
        />
      );
    case 'set-party':
      return (
        <PartyDialog
          number={number}
          party={visit.party}
          onClose={onClose}
          onSet={(party) => give(row, { type: 'set-party', party })}
        />
      );
    case 'care':
      return (
        <NotesDialog row={row} onClose={onClose} onSet={(notes) => actions.setNotes(row, notes)} />
      );
    case 'print-again':
      return (
        <PrintAgainDialog
          number={number}
          kiosks={row.kiosks}
          onClose={onClose}
          onPrint={(kioskId) => actions.printAgain(row, kioskId)}
        />
      );
    case 'reason':
      return (
        <ReasonDialog
          number={number}
          action={ask.action.type}
          onClose={onClose}
          onGive={(reason) => give(row, ask.action, { note: ask.note, reason })}
        />
      );
  }
}
