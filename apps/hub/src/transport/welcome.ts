import {
  type Hello,
  type History,
  PROTOCOL_VERSION,
  type Role,
  type TurnedAway,
  type Welcome,
} from '@motcua/protocol';
import type { Hub } from '../hub.ts';
import type { Identity } from '../hub-command.ts';
import { forRole, loadsOf, missedOf, snapshotFor, TOLD_LOADS, TOLD_MISSED } from './audience.ts';

/** Longer gaps are answered with a snapshot: it is smaller. */
const LONGEST_CATCH_UP = 500;

/** Answers a greeting: everything, what was missed, or why not. */
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
    loads: TOLD_LOADS.has(role) ? loadsOf(hub) : {},
    missed: TOLD_MISSED.has(role) ? missedOf(state, hub.now()) : [],
  };
  const known =
    lastSeq !== null &&
    lastSeq <= state.seq &&
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
function isSame(a: History, b: History): boolean {
  return a.database === b.database && a.epoch === b.epoch;
}

/** What an identity lacks for a role; null: nothing. */
export function whyNotRole(role: Role, { deviceRole, personRole }: Identity): TurnedAway | null {
  switch (role) {
    case 'kiosk':
    case 'display':
      return deviceRole === role ? null : 'unknown-device';
    case 'counter':
      return personRole === null ? 'sign-in-first' : null;
    case 'admin':
      if (personRole === null) return 'sign-in-first';
      return personRole === 'head' || personRole === 'administrator' ? null : 'role-not-allowed';
    default:
      return role satisfies never;
  }
}

function whyTurnedAway({ protocolVersion, role }: Hello, identity: Identity): TurnedAway | null {
  return protocolVersion === PROTOCOL_VERSION ? whyNotRole(role, identity) : 'protocol-mismatch';
}
