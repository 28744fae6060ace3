import type { NextHour, QueueId, WaitingPromise, WaitingRange, WaitingVisit } from '@motcua/domain';
import type { Change } from '@motcua/protocol';
import type { PastSuggestion } from '@motcua/protocol/http';

/** The waiting times that the hub expects. */
export interface Estimates {
  /** For a ticket that is given now; null: no estimate that would hold. */
  readonly promise: (visit: WaitingVisit) => WaitingPromise | null;
  /** Whether visitors may be shown estimates: the centre wants it, and the latest promises were kept. */
  readonly mayShow: () => boolean;
  /** For a visitor who comes to the queue now, if it may be shown. */
  readonly range: (queueId: QueueId) => WaitingRange | null;
}

/** Estimates that follow the room. */
export interface LiveEstimates extends Estimates {
  /** Takes in what was committed. */
  readonly learn: (changes: readonly Change[]) => void;
  /** Reads the room now and answers from that state, however long it takes. */
  readonly refresh: () => void;
  /** Repeats in the background, until closed. */
  readonly start: () => void;
  readonly close: () => void;
  /** As last computed; null: not yet. */
  readonly nextHour: () => NextHour | null;
  /** The counters that were suggested today, the newest first. */
  readonly suggested: () => readonly PastSuggestion[];
}
