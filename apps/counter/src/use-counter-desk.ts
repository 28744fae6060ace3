import type { Instant, PauseReason, VisitAction, VisitActionType } from '@motcua/domain';
import type { HubLink, Mirror, Wish } from '@motcua/client';
import type { CallReason } from '@motcua/protocol';
import { refusalText, useHubState, useTexts } from '@motcua/ui';
import { useState, useSyncExternalStore } from 'react';
import { createCommander } from './commander.ts';
import type { CounterView, VisitRow } from './counter-view.ts';
import { type NotNow, whyNotNow } from './not-now.ts';
import { actWish, allowedCommands, type PadCommand, wishOf } from './pad-command.ts';
import { UNDO_WINDOW_MS, undoWindow, type UndoWindow } from './undo-window.ts';

/** A question that has to be answered before a command can be sent. */
export type Ask =
  | { readonly type: 'pause' | 'help' }
  | { readonly type: 'transfer' | 'cancel'; readonly row: VisitRow }
  | { readonly type: 'reason'; readonly row: VisitRow; readonly action: PlainAction };
export type PlainAction = Exclude<VisitActionType, 'transfer' | 'cancel'>;

export interface CounterDesk {
  readonly allowed: ReadonlySet<PadCommand>;
  readonly usable: boolean;
  readonly busy: boolean;
  readonly undo: UndoWindow | null;
  readonly because: CallReason | null;
  readonly message: string | null;
  readonly ask: Ask | null;
  readonly press: (command: PadCommand) => void;
  readonly act: (row: VisitRow, action: VisitActionType) => void;
  readonly give: (row: VisitRow, action: RequestedAction, reason: string | null) => void;
  readonly pause: (reason: PauseReason) => void;
  readonly leave: () => void;
  readonly closeAsk: () => void;
}
type RequestedAction = { readonly type: 'call' } | Exclude<VisitAction, { type: 'call' }>;

/** A double press is not a question: it gets no answer for so long after the first. */
const DOUBLE_PRESS_MS = 1_500;

/** What the hands do: buttons and keys become wishes, or questions first. */
export function useCounterDesk(
  hub: HubLink,
  view: CounterView,
  mirror: Mirror,
  now: Instant,
): CounterDesk {
  const t = useTexts();
  const { connection } = useHubState(hub);
  const [commander] = useState(() => createCommander(hub));
  const { underWay, refusal, accepted } = useSyncExternalStore(
    commander.subscribe,
    commander.getState,
    commander.getState,
  );
  const [ask, setAsk] = useState<Ask | null>(null);
  const [hint, setHint] = useState<NotNow | null>(null);

  const counterId = view.counter.id;
  const busy = underWay !== null;
  const usable = connection === 'live' && !busy;
  const undo = undoWindow(accepted, counterId, mirror, now);
  const allowed = allowedCommands(view, { ready: usable, canUndo: undo !== null });

  const send = (wish: Wish) => {
    setAsk(null);
    setHint(null);
    void commander.run(wish);
  };
  const give: CounterDesk['give'] = (row, action, reason) =>
    send(actWish(row, counterId, action, reason));

  const act: CounterDesk['act'] = (row, action) => {
    if (action === 'transfer' || action === 'cancel') return setAsk({ type: action, row });
    const outOfTurn = action === 'call' && row.visit.state === 'waiting';
    if (row.needsReason || outOfTurn) return setAsk({ type: 'reason', row, action });
    return give(row, { type: action }, null);
  };

  const press: CounterDesk['press'] = (command) => {
    if (!allowed.has(command)) {
      const doublePress = undo !== null && undo.leftMs > UNDO_WINDOW_MS - DOUBLE_PRESS_MS;
      if (usable && !doublePress) setHint(whyNotNow(command, view));
      return;
    }
    const wish = wishOf(command, view);
    if (wish !== null) return send(wish);
    setHint(null);
    if (command === 'pause' || command === 'help') return setAsk({ type: command });
    if (view.current !== null && (command === 'transfer' || command === 'cancel')) {
      act(view.current, command);
    }
  };

  const leave = () => {
    const number = view.current?.visit.ticket.number;
    if (number === undefined) return send({ type: 'close-counter', counterId });
    return setHint({ key: 'counter.change-counter-busy', params: { number } });
  };

  const hintText = (no: NotNow) =>
    'key' in no
      ? t(no.key, no.params)
      : t('counter.not-now', { command: t(`counter.${no.command}`) });

  return {
    allowed,
    usable,
    busy,
    undo,
    because: reasonOfCall(accepted, view),
    message: hint !== null ? hintText(hint) : refusal !== null ? refusalText(t, refusal) : null,
    ask,
    press,
    act,
    give,
    pause: (reason) => send({ type: 'pause-counter', counterId, reason }),
    leave,
    closeAsk: () => setAsk(null),
  };
}

function reasonOfCall(
  accepted: ReturnType<ReturnType<typeof createCommander>['getState']>['accepted'],
  view: CounterView,
): CallReason | null {
  const call = accepted
    .filter((change) => change.type === 'visit-changed')
    .find((change) => change.visit.id === view.current?.visit.id && change.because !== null);
  return call?.because ?? null;
}
