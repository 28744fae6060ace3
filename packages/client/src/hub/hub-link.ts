import type { CommandId, Instant, Result } from '@motcua/domain';
import type { AnswerTo, Change, Command, History, Question, TurnedAway } from '@motcua/protocol';
import type { Mirror } from '../mirror/mirror.ts';

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;
/** A command before the link gives it its id. */
export type Wish = WithoutId<Command>;

export interface HubState {
  readonly connection: 'connecting' | 'live' | 'offline' | 'turned-away';
  readonly turnedAway: TurnedAway | null;
  /** Null until the first snapshot; kept, and growing old, while offline. */
  readonly mirror: Mirror | null;
  /** Which of the hub's histories the mirror is of; null until the first snapshot. */
  readonly history: History | null;
  /** Add it to the local clock to get the hub's. */
  readonly clockOffsetMs: number;
  /** Local time of the last message from the hub. */
  readonly heardAt: Instant | null;
  /** True: something on the way blocks WebSocket, so what happens comes by HTTP and a little later. */
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
   * Whoever must stay the same wish over several attempts brings its own id.
   */
  readonly execute: (wish: Wish, commandId?: CommandId) => Promise<Result<readonly Change[]>>;
  /** Asks without changing anything; refuses with `hub-unavailable` when the hub is away or silent. */
  readonly ask: <Q extends Question>(question: Q) => Promise<Result<AnswerTo<Q>>>;
  readonly close: () => void;
}

/** What `connectToHub` gives its owner; screens get it as a plain HubLink. */
export interface HubConnection extends HubLink {
  /** Knocks again at once: after signing in or out, or when a device was paired. */
  readonly retry: () => void;
}
