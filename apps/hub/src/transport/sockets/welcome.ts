import {
  type Hello,
  type HubHistory,
  PROTOCOL_VERSION,
  type TurnedAway,
  type Welcome,
} from '@motcua/protocol';
import type { Hub } from '../../engine/hub.ts';
import type { Identity } from '../../engine/hub-command.ts';
import { whyNotAs } from '../../identity/rights.ts';
import { forRole, loadsOf, missedOf, snapshotFor, GETS_LOADS, GETS_MISSED } from './audience.ts';

/** Longer gaps are answered with a snapshot: it is smaller. */
const LONGEST_CATCH_UP = 500;

/** Answers a hello: with a snapshot, the missed changes, or why not. */
export function welcome(hub: Hub, hello: Hello, identity: Identity): Welcome {
  const reason = whyTurnedAway(hello, identity);
  if (reason !== null) return { type: 'turned-away', reason };

  const { role, lastSeq, history } = hello;
  const { state } = hub;
  const { deviceId, personId } = identity;
  const admitted = {
    history: hub.store.history.read(),
    seq: state.seq,
    at: hub.now(),
    today: state.today,
    deviceId,
    personId,
    loads: GETS_LOADS.has(role) ? loadsOf(hub) : {},
    missed: GETS_MISSED.has(role) ? missedOf(state, hub.now()) : [],
  };
  const known =
    lastSeq !== null &&
    lastSeq <= state.seq &&
    lastSeq >= state.mirroredSince &&
    state.seq - lastSeq <= LONGEST_CATCH_UP &&
    (history === null || isSame(history, admitted.history));
  return known
    ? {
        ...admitted,
        type: 'catch-up',
        changes: forRole(role, hub.store.journal.between(lastSeq, state.seq)),
      }
    : { ...admitted, type: 'snapshot', snapshot: snapshotFor(role, state, deviceId) };
}

/** A position in another history says nothing about this one. */
function isSame(a: HubHistory, b: HubHistory): boolean {
  return a.database === b.database && a.epoch === b.epoch && a.life === b.life;
}

function whyTurnedAway({ protocolVersion, role }: Hello, identity: Identity): TurnedAway | null {
  return protocolVersion === PROTOCOL_VERSION ? whyNotAs(role, identity) : 'protocol-mismatch';
}
