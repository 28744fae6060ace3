import type { CounterId, Instant, LocalText, PersonId, QueueId } from './ids.ts';

/** The place where a clerk serves. */
export interface Counter {
  readonly id: CounterId;
  /** What is written above it and spoken: "quầy số 3". */
  readonly number: number;
  readonly name: LocalText;
  readonly queueIds: readonly QueueId[];
  /** Whether the order of `queueIds` breaks ties between queues. */
  readonly ordered: boolean;
}

export const PAUSE_REASONS = ['short-break', 'lunch', 'meeting', 'paperwork', 'technical'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** What a counter is doing now. */
export type CounterState = { readonly counterId: CounterId } & (
  | { readonly state: 'closed' }
  | { readonly state: 'open'; readonly clerkId: PersonId; readonly since: Instant }
  | {
      readonly state: 'paused';
      readonly clerkId: PersonId;
      readonly since: Instant;
      readonly reason: PauseReason;
    }
);
