import { ADMISSION_LIMITS, type Instant } from '@motcua/domain';
import type { HubLink, Mirror } from '@motcua/client';
import type { ChangeOf } from '@motcua/protocol';
import { useHubState, useTexts } from '@motcua/ui';
import { useState, useSyncExternalStore } from 'react';
import type { CommandRunner } from '../page/command-runner.ts';
import { refusedWords } from '../visit/refused-words.ts';
import { undoneSteps, undoWindow, type UndoWindow } from '../pad/undo-window.ts';
import { useVisitActions, type VisitActions } from '../visit/use-visit-actions.ts';
import type { Sentence } from '../visit/why-next.ts';

export interface FloorActions extends Omit<VisitActions, 'takeBack'> {
  readonly usable: boolean;
  readonly busy: boolean;
  readonly message: string | null;
  readonly undo: UndoWindow | null;
  readonly undone: readonly Sentence[];
  readonly takeBack: () => void;
  /** The ticket issued last; null after `settle`. */
  readonly issued: ChangeOf<'ticket-issued'> | null;
  /** The booking made last; null after `settle`. */
  readonly booked: ChangeOf<'booking-changed'> | null;
  /** The hub issues no numbers now, except with a reason. */
  readonly exceptional: boolean;
  readonly settle: () => void;
}

/** The actions of a person without a counter. */
export function useFloor(
  hub: HubLink,
  runner: CommandRunner,
  mirror: Mirror,
  now: Instant,
): FloorActions {
  const t = useTexts();
  const { connection } = useHubState(hub);
  const state = useSyncExternalStore(runner.subscribe, runner.getState, runner.getState);
  const { underWay, refusal, accepted } = state;
  // Changes from before this screen was opened belong to another screen.
  const [seen, setSeen] = useState(accepted);
  const visits = useVisitActions(runner, null);
  const fresh = accepted === seen ? [] : accepted;
  const undo = undoWindow({ ...state, accepted: fresh }, null, mirror, now);
  const booking = fresh.find((change) => change.type === 'booking-changed');
  return {
    ...visits,
    usable: connection === 'live' && underWay === null,
    undo,
    undone: undoneSteps({ ...state, accepted: fresh }, mirror, now),
    takeBack: () => {
      if (undo !== null) visits.takeBack(undo.command);
    },
    busy: underWay !== null,
    message: refusedWords(t, refusal),
    issued: fresh.find((change) => change.type === 'ticket-issued') ?? null,
    booked: booking?.booking.state === 'booked' ? booking : null,
    exceptional: refusal !== null && ADMISSION_LIMITS.has(refusal.code),
    settle: () => setSeen(accepted),
  };
}
