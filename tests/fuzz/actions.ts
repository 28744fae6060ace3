import { allowedActions, type QueueId, type Visit, type VisitId } from '@motcua/domain';
import type { RequestedAction, RequestedActionType } from '@motcua/protocol';
import type { SeededRandom } from '@motcua/testing';
import { type Known, one, randomParty, randomReservation, serviceFor } from './picks.ts';

/** One line for each action on a visit. */
const ACTIONS = {
  'call': () => ({ type: 'call' }),
  'recall': () => ({ type: 'recall' }),
  'start-service': () => ({ type: 'start-service' }),
  'park': (dice) => ({ type: 'park', shared: dice.next() < 0.3 }),
  'transfer': (dice, { mirror }) => {
    const { queues, counters } = mirror.settings;
    const toQueueId = one(dice, queues, ({ id }) => id, 'none' as QueueId);
    const serving = counters.filter(({ queueIds }) => queueIds.includes(toQueueId));
    return {
      type: 'transfer',
      toQueueId,
      reservedFor: randomReservation(dice, serving, mirror),
      andBack: dice.next() < 0.3,
    };
  },
  'postpone': (dice) => ({ type: 'postpone', minutes: dice.pick([1, 5, 30]) }),
  'go-on': () => ({ type: 'go-on' }),
  'add-service': (dice, known) => ({ type: 'add-service', serviceId: serviceFor(dice, known) }),
  'drop-service': (dice, known) => ({ type: 'drop-service', serviceId: serviceFor(dice, known) }),
  'set-priority': (dice) => ({
    type: 'set-priority',
    priority: dice.pick(['normal', 'priority']),
  }),
  'set-party': (dice) => ({ type: 'set-party', party: randomParty(dice) }),
  'reserve': (dice, { mirror }) => ({
    type: 'reserve',
    reservedFor: randomReservation(dice, mirror.settings.counters, mirror),
  }),
  'return': () => ({ type: 'return' }),
  'send-back': () => ({ type: 'send-back' }),
  'mark-no-show': () => ({ type: 'mark-no-show' }),
  'finish': () => ({ type: 'finish' }),
  'cancel': (dice) => ({ type: 'cancel', as: dice.pick(['cancelled', 'withdrawn', 'left']) }),
  'reinstate': () => ({ type: 'reinstate' }),
} as const satisfies {
  readonly [T in RequestedActionType]: (
    dice: SeededRandom,
    known: Known,
  ) => RequestedAction & { readonly type: T };
};

/** What usually comes next, so that visits come to their end. */
const NATURAL: { readonly [S in Visit['state']]: readonly RequestedActionType[] } = {
  waiting: ['call', 'return'],
  called: ['start-service', 'start-service', 'recall', 'mark-no-show'],
  serving: ['finish', 'finish', 'go-on'],
  parked: ['call'],
  closed: ['reinstate'],
};

/** Mostly one that the visit's state allows. */
export function randomAction(dice: SeededRandom, known: Known, visitId: VisitId): RequestedAction {
  const visit = known.mirror.visits.get(visitId);
  const any = Object.keys(ACTIONS) as readonly RequestedActionType[];
  const may = visit === undefined ? [] : allowedActions(visit, known.mirror.today);
  const allowed = any.filter((type) => may.includes(type));
  const natural =
    visit === undefined ? [] : NATURAL[visit.state].filter((type) => may.includes(type));
  if (natural.length > 0 && dice.next() < 0.5) return ACTIONS[dice.pick(natural)](dice, known);
  const type = dice.pick(allowed.length > 0 && dice.next() < 0.8 ? allowed : any);
  return ACTIONS[type](dice, known);
}
