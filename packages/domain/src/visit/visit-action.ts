import type { CounterId, Instant, LocalDate, PersonId, QueueId, ServiceId } from '../ids.ts';
import type { RecordedResult } from '../dossier/step-result.ts';
import type { NextStep, Party, PriorityClass, Reservation } from './visit.ts';

/** Everything that may be done to a visit after its ticket was issued. Imperative, in the terms of the field. */
export type VisitAction =
  | { readonly type: 'call'; readonly counterId: CounterId; readonly clerkId: PersonId }
  | { readonly type: 'recall' }
  | { readonly type: 'start-service' }
  | {
      readonly type: 'park';
      /** Any counter of the queue may go on with it. */
      readonly shared: boolean;
    }
  | {
      readonly type: 'transfer';
      readonly toQueueId: QueueId;
      /** Only they may call it; null lets every counter of the queue. */
      readonly reservedFor: Reservation | null;
      /** The clerk who transfers wants the visitor back afterwards. */
      readonly andBack: boolean;
    }
  | { readonly type: 'send-back' }
  | {
      readonly type: 'postpone';
      /** When it may be called again, by itself; its arrival stays. */
      readonly until: Instant;
    }
  | { readonly type: 'mark-no-show' }
  | {
      readonly type: 'finish';
      /** Which of the steps to come follows; ignored when there is none. */
      readonly nextServiceId: ServiceId | null;
      /** The counter or clerk for whom the next step is reserved is not there any more. */
      readonly releasesReservation?: true;
    }
  | { readonly type: 'go-on'; readonly nextServiceId: ServiceId }
  | { readonly type: 'cancel'; readonly as: 'cancelled' | 'withdrawn' | 'left' }
  | {
      readonly type: 'reinstate';
      /** From when its place counts; null: from arrival. */
      readonly placedAt: Instant | null;
    }
  | { readonly type: 'add-service'; readonly step: NextStep }
  | { readonly type: 'drop-service'; readonly serviceId: ServiceId }
  | { readonly type: 'set-priority'; readonly priority: PriorityClass }
  | { readonly type: 'set-party'; readonly party: Party }
  /** Of a step that was served; a second one replaces the first. */
  | ({ readonly type: 'set-result' } & RecordedResult)
  | { readonly type: 'reserve'; readonly reservedFor: Reservation | null }
  | { readonly type: 'hold'; readonly until: Instant }
  | { readonly type: 'return' }
  | {
      readonly type: 'roll-over';
      readonly day: LocalDate;
      /** When the centre opens on that day: the night is not a wait. */
      readonly opensAt: Instant;
    };

export type VisitActionType = VisitAction['type'];
export type VisitActionOf<T extends VisitActionType> = Extract<VisitAction, { type: T }>;
