import {
  admitStep,
  type CounterId,
  type Instant,
  isStaffed,
  ok,
  parseDossierCode,
  type QueueId,
  refuse,
  type Reservation,
  type Result,
  sensibleNext,
  type Visit,
  type VisitAction,
  type VisitActionOf,
} from '@motcua/domain';
import { stepsAhead } from './visits/steps-ahead.ts';
import { placeOnReturn } from './visits/step-out.ts';
import type { CommandContext, UseCase } from './use-case.ts';

type Command = Parameters<UseCase<'act-on-visit'>>[1];

/** Fills in what the hub knows better than the screen: caller, time, place in line, next service. */
export function completeAction(
  context: CommandContext,
  { action, counterId, reason }: Pick<Command, 'action' | 'counterId' | 'reason'>,
  visit: Visit,
): Result<VisitAction> {
  const { state, at, identity } = context;
  switch (action.type) {
    case 'call':
      return counterId === null || identity.personId === null
        ? refuse('counter-closed')
        : ok({ type: 'call', counterId, clerkId: identity.personId });
    case 'finish': {
      return ok(finishing(context, counterId, visit));
    }
    case 'go-on': {
      const way = stepsAhead(context, counterId, visit.party);
      const next = sensibleNext(visit, way);
      return next === null || !way.isHere(next)
        ? refuse('action-not-allowed', { action: action.type, state: visit.state })
        : ok({ type: 'go-on', nextServiceId: next.serviceId });
    }
    case 'reinstate':
      return ok({ type: 'reinstate', placedAt: placeOnReturn(context, visit) });
    case 'postpone':
      return ok({ type: 'postpone', until: (at + action.minutes * 60_000) as Instant });
    case 'add-service': {
      const { settings } = state;
      const room = { settings, left: (id: QueueId) => state.left(id) };
      const step = admitStep(room, action.serviceId, visit, reason);
      return step.ok ? ok({ type: 'add-service', step: step.value }) : step;
    }
    case 'set-result': {
      const { dossierCode: written, ...recorded } = action;
      if (written === null || written.trim() === '') return ok(recorded);
      const code = parseDossierCode(written);
      return code === null
        ? refuse('dossier-code-malformed')
        : ok({ ...recorded, dossierCode: code.text });
    }
    default:
      return ok(action);
  }
}

/** The end of a service: which step is next. A step that is reserved for a counter or clerk no longer there is released. */
export function finishing(
  context: CommandContext,
  counterId: CounterId | null,
  visit: Visit,
): VisitActionOf<'finish'> {
  const next = sensibleNext(visit, stepsAhead(context, counterId, visit.party));
  const kept = next?.reservedFor ?? null;
  const finish = { type: 'finish', nextServiceId: next?.serviceId ?? null } as const;
  return kept === null || isThere(context, kept)
    ? finish
    : { ...finish, releasesReservation: true };
}

function isThere({ state }: CommandContext, kept: Reservation): boolean {
  return kept.type === 'counter'
    ? isStaffed(state.counters.get(kept.counterId))
    : [...state.counters.values()].some((now) => isStaffed(now) && now.clerkId === kept.clerkId);
}
