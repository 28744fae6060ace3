import type { CounterId, PersonId, QueueId } from './ids.ts';

/** Everything that may be done to a visit after its ticket was issued. Imperative, in the field's own words. */
export type VisitAction =
  | { readonly type: 'call'; readonly counterId: CounterId; readonly clerkId: PersonId }
  | { readonly type: 'recall' }
  | { readonly type: 'start-service' }
  | { readonly type: 'park' }
  | {
      readonly type: 'transfer';
      readonly toQueueId: QueueId;
      /** Only this counter may call it; null lets every counter of the queue. */
      readonly toCounterId: CounterId | null;
    }
  | { readonly type: 'send-back' }
  | { readonly type: 'mark-no-show' }
  | { readonly type: 'finish' }
  | { readonly type: 'cancel'; readonly as: 'cancelled' | 'withdrawn' | 'left' }
  | { readonly type: 'reinstate' };

export type VisitActionType = VisitAction['type'];
export type VisitActionOf<T extends VisitActionType> = Extract<VisitAction, { type: T }>;
