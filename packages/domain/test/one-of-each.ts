import {
  aCalledVisit,
  aClosedVisit,
  aParkedVisit,
  aServingVisit,
  aWaitingVisit,
  CERT,
  COUNTER_3,
  HOA,
} from '@motcua/domain/builders';
import type { Visit, VisitAction, VisitActionType, VisitState } from '@motcua/domain';

/** One of each action, as another counter asks for it. */
export const ACTIONS: { readonly [T in VisitActionType]: VisitAction & { type: T } } = {
  'call': { type: 'call', counterId: COUNTER_3, clerkId: HOA },
  'recall': { type: 'recall' },
  'start-service': { type: 'start-service' },
  'park': { type: 'park' },
  'transfer': { type: 'transfer', toQueueId: CERT, toCounterId: null },
  'send-back': { type: 'send-back' },
  'mark-no-show': { type: 'mark-no-show' },
  'finish': { type: 'finish' },
  'cancel': { type: 'cancel', as: 'cancelled' },
  'reinstate': { type: 'reinstate' },
};

/** One visit in each state; the closed one did not come when it was called. */
export const VISITS: { readonly [S in VisitState]: Visit } = {
  waiting: aWaitingVisit(),
  called: aCalledVisit(),
  serving: aServingVisit(),
  parked: aParkedVisit(),
  closed: aClosedVisit({ outcome: 'no-show' }),
};
