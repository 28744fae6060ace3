import type { Instant, RefusalCode } from '@motcua/domain';
import type { HubLink, Mirror } from '@motcua/client';
import type { ChangeOf } from '@motcua/protocol';
import { useHubState, useTexts } from '@motcua/ui';
import { useState, useSyncExternalStore } from 'react';
import type { Commander } from '../commander.ts';
import { refusedWords } from '../refused-words.ts';
import { undoneSteps, undoWindow, type UndoWindow } from '../undo-window.ts';
import { useVisitDesk, type VisitDesk } from '../use-visit-desk.ts';
import type { Sentence } from '../why-next.ts';

export interface FloorDesk extends Omit<VisitDesk, 'takeBack'> {
  readonly usable: boolean;
  readonly busy: boolean;
  readonly message: string | null;
  readonly undo: UndoWindow | null;
  readonly undone: readonly Sentence[];
  readonly takeBack: () => void;
  /** The ticket that was just given; null after `settle`. */
  readonly issued: ChangeOf<'ticket-issued'> | null;
  /** The booking that was just made; null after `settle`. */
  readonly booked: ChangeOf<'booking-changed'> | null;
  /** The hub gives no numbers now, except for a reason. */
  readonly exceptional: boolean;
  readonly settle: () => void;
}

/** What a reason can overrule. */
const EXCEPTIONS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'outside-opening-hours',
  'numbers-ended',
  'quota-reached',
]);

/** What somebody without a counter may do. */
export function useFloorDesk(
  hub: HubLink,
  commander: Commander,
  mirror: Mirror,
  now: Instant,
): FloorDesk {
  const t = useTexts();
  const { connection } = useHubState(hub);
  const state = useSyncExternalStore(commander.subscribe, commander.getState, commander.getState);
  const { underWay, refusal, accepted } = state;
  // What was there on arrival belongs to another screen.
  const [seen, setSeen] = useState(accepted);
  const visits = useVisitDesk(commander, null);
  const fresh = accepted === seen ? [] : accepted;
  const undo = undoWindow({ ...state, accepted: fresh }, null, mirror, now);
  const booking = fresh.find((change) => change.type === 'booking-changed');
  return {
    ...visits,
    usable: connection === 'live' && underWay === null,
    undo,
    undone: undoneSteps({ ...state, accepted: fresh }, mirror, now),
    takeBack: () => {
      if (undo !== null) visits.takeBack(undo.wish);
    },
    busy: underWay !== null,
    message: refusedWords(t, refusal),
    issued: fresh.find((change) => change.type === 'ticket-issued') ?? null,
    booked: booking?.booking.state === 'booked' ? booking : null,
    exceptional: refusal !== null && EXCEPTIONS.has(refusal.code),
    settle: () => setSeen(accepted),
  };
}
