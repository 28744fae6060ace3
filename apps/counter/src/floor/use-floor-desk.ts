import type { RefusalCode } from '@motcua/domain';
import type { HubLink } from '@motcua/client';
import type { ChangeOf } from '@motcua/protocol';
import { refusalText, useHubState, useTexts } from '@motcua/ui';
import { useState, useSyncExternalStore } from 'react';
import type { Commander } from '../commander.ts';
import { useVisitDesk, type VisitDesk } from '../use-visit-desk.ts';

export interface FloorDesk extends VisitDesk {
  readonly usable: boolean;
  readonly busy: boolean;
  readonly message: string | null;
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
export function useFloorDesk(hub: HubLink, commander: Commander): FloorDesk {
  const t = useTexts();
  const { connection } = useHubState(hub);
  const { underWay, refusal, accepted } = useSyncExternalStore(
    commander.subscribe,
    commander.getState,
    commander.getState,
  );
  // What was there on arrival belongs to another screen.
  const [seen, setSeen] = useState(accepted);
  const visits = useVisitDesk(commander, null);
  const fresh = accepted === seen ? [] : accepted;
  const booking = fresh.find((change) => change.type === 'booking-changed');
  return {
    ...visits,
    usable: connection === 'live' && underWay === null,
    busy: underWay !== null,
    message: refusal === null ? null : refusalText(t, refusal),
    issued: fresh.find((change) => change.type === 'ticket-issued') ?? null,
    booked: booking?.booking.state === 'booked' ? booking : null,
    exceptional: refusal !== null && EXCEPTIONS.has(refusal.code),
    settle: () => setSeen(accepted),
  };
}
