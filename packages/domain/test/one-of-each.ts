import {
  aCalledVisit,
  aClosedVisit,
  aNextStep,
  aParkedVisit,
  aServingVisit,
  aWaitingVisit,
  CERT,
  COUNTER_3,
  HOA,
  minutesAfterT0,
} from '@motcua/domain/builders';
import type { LocalDate, Visit, VisitAction, VisitActionType, VisitState } from '@motcua/domain';

/** One of each action, as another counter requests it. */
export const ACTIONS: { readonly [T in VisitActionType]: VisitAction & { type: T } } = {
  'call': { type: 'call', counterId: COUNTER_3, clerkId: HOA },
  'recall': { type: 'recall' },
  'start-service': { type: 'start-service' },
  'park': { type: 'park', shared: false },
  'transfer': { type: 'transfer', toQueueId: CERT, reservedFor: null, andBack: false },
  'send-back': { type: 'send-back' },
  'postpone': { type: 'postpone', until: minutesAfterT0(90) },
  'mark-no-show': { type: 'mark-no-show' },
  'finish': { type: 'finish', nextServiceId: null },
  'go-on': { type: 'go-on', nextServiceId: aNextStep().serviceId },
  'cancel': { type: 'cancel', as: 'cancelled' },
  'reinstate': { type: 'reinstate', placedAt: null },
  'add-service': { type: 'add-service', step: aNextStep() },
  'drop-service': { type: 'drop-service', serviceId: aNextStep().serviceId },
  'set-priority': { type: 'set-priority', priority: 'priority' },
  'set-party': { type: 'set-party', party: { people: 3, files: 2, proxy: true } },
  'set-result': { type: 'set-result', step: 0, result: 'received' },
  'reserve': { type: 'reserve', reservedFor: { type: 'counter', counterId: COUNTER_3 } },
  'hold': { type: 'hold', until: minutesAfterT0(40) },
  'return': { type: 'return' },
  'roll-over': {
    type: 'roll-over',
    day: '2026-11-24' as LocalDate,
    opensAt: minutesAfterT0(24 * 60),
  },
};

/** One visit in each state; the closed one did not come when it was called. */
export const VISITS: { readonly [S in VisitState]: Visit } = {
  waiting: aWaitingVisit(),
  called: aCalledVisit(),
  serving: aServingVisit(),
  parked: aParkedVisit(),
  closed: aClosedVisit({ outcome: 'no-show' }),
};
