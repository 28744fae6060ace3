import type { Mirror } from '@motcua/client';
import type { CounterView } from '../screens/counter-view.ts';
import { HelpDialog } from '../dialogs/help-dialog.tsx';
import { MoreDialog } from '../dialogs/more-dialog.tsx';
import { PauseDialog } from '../dialogs/pause-dialog.tsx';
import type { CounterActions } from '../screens/use-counter.ts';
import { VisitDialog } from '../visit/visit-dialog.tsx';

export interface AskDialogProps {
  readonly view: CounterView;
  readonly mirror: Mirror;
  readonly actions: CounterActions;
}

/** The dialog of the open question, if any. */
export function AskDialog({ view, mirror, actions }: AskDialogProps) {
  const { ask, closeAsk } = actions;
  if (ask === null) return null;
  switch (ask.type) {
    case 'pause':
      return <PauseDialog onClose={closeAsk} onChoose={actions.pause} />;
    case 'help':
      return <HelpDialog onClose={closeAsk} />;
    case 'more':
      return (
        <MoreDialog
          number={view.current?.visit.ticket.number ?? ''}
          allowed={actions.allowed}
          onClose={closeAsk}
          onChoose={(command) => {
            closeAsk();
            actions.press(command);
          }}
        />
      );
    default:
      return (
        <VisitDialog ask={ask} mirror={mirror} counterId={view.counter.id} actions={actions} />
      );
  }
}
