import { type Instant, type PauseReason, UNDO_MS } from '@motcua/domain';
import type { HubLink, Mirror, CommandInput } from '@motcua/client';
import type { CallReason } from '@motcua/protocol';
import { useHubState, useTexts } from '@motcua/ui';
import { useState, useSyncExternalStore } from 'react';
import type { CommandRunner, CommandRunnerState } from '../page/command-runner.ts';
import type { CounterView } from './counter-view.ts';
import { type NotNow, whyNotNow } from '../pad/not-now.ts';
import { allowedCommands, type PadCommand, requestOf } from '../pad/pad-command.ts';
import { refusedWords } from '../visit/refused-words.ts';
import { isAsked } from '../visit/row-actions.ts';
import { undoneSteps, undoWindow, type UndoWindow } from '../pad/undo-window.ts';
import { type ResultQuestion, useResult } from '../room/use-result.ts';
import { useVisitActions, type VisitAsk, type VisitActions } from '../visit/use-visit-actions.ts';
import type { Sentence } from '../visit/why-next.ts';

/** A question that has to be answered before a command can be sent. */
export type Ask = VisitAsk | { readonly type: 'pause' | 'help' | 'more' };

export interface CounterActions extends Omit<VisitActions, 'ask' | 'takeBack'> {
  readonly allowed: ReadonlySet<PadCommand>;
  readonly usable: boolean;
  readonly busy: boolean;
  readonly undo: UndoWindow | null;
  readonly undone: readonly Sentence[];
  readonly because: CallReason | null;
  readonly message: string | null;
  readonly result: ResultQuestion;
  readonly ask: Ask | null;
  readonly press: (command: PadCommand) => void;
  /** Why something is not possible now, until the next action. */
  readonly say: (no: NotNow) => void;
  readonly pause: (reason: PauseReason) => void;
  readonly leave: () => void;
}

/** The second press of a double press gets no explanation. */
const DOUBLE_PRESS_MS = 1_500;

/** Turns button and key presses into commands, or into questions first. */
export function useCounter(
  hub: HubLink,
  runner: CommandRunner,
  view: CounterView,
  mirror: Mirror,
  now: Instant,
): CounterActions {
  const t = useTexts();
  const { connection } = useHubState(hub);
  const state = useSyncExternalStore(runner.subscribe, runner.getState, runner.getState);
  const [counterAsk, setCounterAsk] = useState<'pause' | 'help' | 'more' | null>(null);
  const [hint, setHint] = useState<NotNow | null>(null);

  const counterId = view.counter.id;
  const visits = useVisitActions(runner, counterId);
  const busy = state.underWay !== null;
  const usable = connection === 'live' && !busy;
  const undo = undoWindow(state, counterId, mirror, now);
  const allowed = allowedCommands(view, { ready: usable, canUndo: undo !== null });

  const settled = () => {
    setCounterAsk(null);
    setHint(null);
  };
  const send = (input: CommandInput) => {
    settled();
    visits.send(input);
  };
  const give: CounterActions['give'] = (row, action, words) => {
    settled();
    visits.give(row, action, words);
  };
  const act: CounterActions['act'] = (row, action) => {
    settled();
    visits.act(row, action);
  };

  const result = useResult(state.accepted, mirror, { counterId, training: view.training }, send);

  const press: CounterActions['press'] = (command) => {
    if (!allowed.has(command)) {
      const doublePress = undo !== null && undo.leftMs > UNDO_MS - DOUBLE_PRESS_MS;
      if (usable && !doublePress) setHint(whyNotNow(command, view));
      return;
    }
    if (command === 'undo' && undo !== null) {
      settled();
      return visits.takeBack(undo.command);
    }
    const input = requestOf(command, view);
    if (input !== null) return send(input);
    setHint(null);
    if (command === 'pause' || command === 'help' || command === 'more')
      return setCounterAsk(command);
    if (view.current !== null && isAsked(command)) act(view.current, command);
  };

  const leave = () => {
    const number = view.current?.visit.ticket.number;
    if (number === undefined) return send({ type: 'close-counter', counterId });
    return setHint({ key: 'counter.change-counter-busy', params: { number } });
  };

  const refused = refusedWords(t, state.refusal);

  return {
    allowed,
    usable,
    busy,
    undo,
    undone: undoneSteps(state, mirror, now),
    because: reasonOfCall(state, view),
    result,
    message: hint !== null ? t(hint.key, hint.params) : refused,
    ask: visits.ask ?? (counterAsk === null ? null : { type: counterAsk }),
    press,
    say: setHint,
    send,
    act,
    give,
    printAgain: (row, kioskId) => {
      settled();
      visits.printAgain(row, kioskId);
    },
    setNotes: (row, care) => {
      settled();
      visits.setNotes(row, care);
    },
    pause: (reason) => send({ type: 'pause-counter', counterId, reason }),
    leave,
    closeAsk: () => {
      setCounterAsk(null);
      visits.closeAsk();
    },
  };
}

function reasonOfCall({ accepted }: CommandRunnerState, view: CounterView): CallReason | null {
  const call = accepted
    .filter((change) => change.type === 'visit-changed')
    .find((change) => change.visit.id === view.current?.visit.id && change.because !== null);
  return call?.because ?? null;
}
