import type { CommandId, Instant, Result } from '@motcua/domain';
import type { AnswerTo, Change, Command, HubHistory, Question, TurnedAway } from '@motcua/protocol';
import type { Mirror } from '../mirror/mirror.ts';

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;
/** A command before the link gives it its id. */
export type CommandInput = WithoutId<Command>;

export interface HubState {
  readonly connection: 'connecting' | 'live' | 'offline' | 'turned-away';
  readonly turnedAway: TurnedAway | null;
  /** Null until the first snapshot; kept, and growing stale, while offline. */
  readonly mirror: Mirror | null;
  /** Which of the hub's histories the mirror is of; null until the first snapshot. */
  readonly history: HubHistory | null;
  /** Add it to the local clock to get the hub's. */
  readonly clockOffsetMs: number;
  /** Local time of the last message from the hub. */
  readonly lastMessageAt: Instant | null;
  /** True: WebSocket is blocked, so changes come by polling and a little later. */
  readonly webSocketBlocked?: boolean;
}

/** All a page or service ever sees of the network. Tests hand in a plain object. */
export interface HubLink {
  /** The same object until something changes. */
  readonly getState: () => HubState;
  readonly subscribe: (onChange: () => void) => () => void;
  /**
   * Sends a command, repeated over reconnects with one id until it is answered.
   * Refuses with `hub-unavailable` when no answer came in time.
   * A caller that repeats the same command in several attempts brings its own id.
   */
  readonly execute: (
    input: CommandInput,
    commandId?: CommandId,
  ) => Promise<Result<readonly Change[]>>;
  /** Asks without changing anything; refuses with `hub-unavailable` when the hub is away or silent. */
  readonly ask: <Q extends Question>(question: Q) => Promise<Result<AnswerTo<Q>>>;
  readonly close: () => void;
}

/** What `connectToHub` gives its owner; screens get it as a plain HubLink. */
export interface HubConnection extends HubLink {
  /** Reconnects at once: after signing in or out, or when a device was paired. */
  readonly retry: () => void;
}
