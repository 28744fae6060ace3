import type { QueueId, WaitingPromise, WaitingRange, WaitingVisit } from '@motcua/domain';
import type { Change } from '@motcua/protocol';

/** What the hub can say of the time to come. */
export interface Estimates {
  /** For a ticket that is given now; null: nothing that would hold. */
  readonly promise: (visit: WaitingVisit) => WaitingPromise | null;
  /** Whether visitors may be told: the centre wants it, and the latest promises were kept. */
  readonly mayShow: () => boolean;
  /** For somebody who comes to the queue now, if it may be shown. */
  readonly range: (queueId: QueueId) => WaitingRange | null;
}

/** Estimates that follow the room. */
export interface LiveEstimates extends Estimates {
  /** Takes over what was committed. */
  readonly learn: (changes: readonly Change[]) => void;
  /** Looks at the room now and answers from what it saw, however long that takes. */
  readonly refresh: () => void;
  /** Looks again and again in the background, until closed. */
  readonly start: () => void;
  readonly close: () => void;
}
