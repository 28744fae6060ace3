import {
  allowedActions,
  type QueueId,
  STEP_RESULTS,
  type Visit,
  type VisitId,
} from '@motcua/domain';
import type { RequestedAction, RequestedActionType } from '@motcua/protocol';
import type { SeededRandom } from '@motcua/testing';
import { type Known, one, randomParty, randomReservation, serviceFor } from './picks.ts';

/** One line for each action on a visit. */
const ACTIONS = {
  'call': () => ({ type: 'call' }),
  'recall': () => ({ type: 'recall' }),
  'start-service': () => ({ type: 'start-service' }),
  'park': (random) => ({ type: 'park', shared: random.next() < 0.3 }),
  'transfer': (random, { mirror }) => {
    const { queues, counters } = mirror.settings;
    const toQueueId = one(random, queues, ({ id }) => id, 'none' as QueueId);
    const serving = counters.filter(({ queueIds }) => queueIds.includes(toQueueId));
    return {
      type: 'transfer',
      toQueueId,
      reservedFor: randomReservation(random, serving, mirror),
      andBack: random.next() < 0.3,
    };
  },
  'postpone': (random) => ({ type: 'postpone', minutes: random.pick([1, 5, 30]) }),
  'go-on': () => ({ type: 'go-on' }),
  'add-service': (random, known) => ({ type: 'add-service', serviceId: serviceFor(random, known) }),
  'drop-service': (random, known) => ({
    type: 'drop-service',
    serviceId: serviceFor(random, known),
  }),
  'set-priority': (random) => ({
    type: 'set-priority',
    priority: random.pick(['normal', 'priority']),
  }),
  'set-party': (random) => ({ type: 'set-party', party: randomParty(random) }),
  'reserve': (random, { mirror }) => ({
    type: 'reserve',
    reservedFor: randomReservation(random, mirror.settings.counters, mirror),
  }),
  'set-result': (random) => ({
    type: 'set-result',
    step: random.pick([0, 0, 1]),
    result: random.pick(STEP_RESULTS),
    dossierCode: random.pick([null, 'H44.10-250715-0007']),
  }),
  'return': () => ({ type: 'return' }),
  'send-back': () => ({ type: 'send-back' }),
  'mark-no-show': () => ({ type: 'mark-no-show' }),
  'finish': () => ({ type: 'finish' }),
  'cancel': (random) => ({ type: 'cancel', as: random.pick(['cancelled', 'withdrawn', 'left']) }),
  'reinstate': () => ({ type: 'reinstate' }),
} as const satisfies {
  readonly [T in RequestedActionType]: (
    random: SeededRandom,
    known: Known,
  ) => RequestedAction & { readonly type: T };
};

/** The usual next actions, so that visits are completed. */
const NATURAL: { readonly [S in Visit['state']]: readonly RequestedActionType[] } = {
  waiting: ['call', 'return'],
  called: ['start-service', 'start-service', 'recall', 'mark-no-show'],
  serving: ['finish', 'finish', 'go-on'],
  parked: ['call'],
  closed: ['reinstate', 'set-result'],
};

/** Mostly one that the visit's state allows. */
export function randomAction(
  random: SeededRandom,
  known: Known,
  visitId: VisitId,
): RequestedAction {
  const visit = known.mirror.visits.get(visitId);
  const any = Object.keys(ACTIONS) as readonly RequestedActionType[];
  const may = visit === undefined ? [] : allowedActions(visit, known.mirror.today);
  const allowed = any.filter((type) => may.includes(type));
  const natural =
    visit === undefined ? [] : NATURAL[visit.state].filter((type) => may.includes(type));
  if (natural.length > 0 && random.next() < 0.5)
    return ACTIONS[random.pick(natural)](random, known);
  const type = random.pick(allowed.length > 0 && random.next() < 0.8 ? allowed : any);
  return ACTIONS[type](random, known);
}
