import type { QueueId, WaitingPromise, WaitingRange, WaitingVisit } from '@motcua/domain';

/** What the hub can say of the time to come. */
export interface Estimates {
  /** For a ticket that is given now; null: nothing that would hold. */
  readonly promise: (visit: WaitingVisit) => WaitingPromise | null;
  /** Whether visitors may be told: the centre wants it, and the latest promises were kept. */
  readonly mayShow: () => boolean;
  /** For somebody who comes to the queue now, if it may be shown. */
  readonly range: (queueId: QueueId) => WaitingRange | null;
}

/** A hub that has nothing to go by. */
export const NO_ESTIMATES: Estimates = {
  promise: () => null,
  mayShow: () => false,
  range: () => null,
};
