import type { Instant, RefusalCode } from '@motcua/domain';
import type { Changes, Hello, HubHistory, Welcome } from '@motcua/protocol';
import type { HubState } from './hub-link.ts';

/** The state of the connection to the hub; `nextState` alone changes it. */
export interface LinkState {
  /** What pages and services see. */
  readonly shown: HubState;
  readonly url: string;
  /** The newest history that a hub has shown; an older one is turned away from. */
  readonly newest: HubHistory | null;
  /** After being turned away the rights may differ: ask for everything. */
  readonly startAfresh: boolean;
  /** The socket is connected. */
  readonly online: boolean;
  /** A hello is on its way. */
  readonly greeting: boolean;
  /** On the way from one address to the next. */
  readonly moving: boolean;
  readonly closed: boolean;
}

export type LinkEvent =
  | { readonly type: 'connected' | 'hello-due' | 'hello-failed' | 'arrived' | 'retry' | 'close' }
  /** `retries`: the socket connects again by itself. */
  | { readonly type: 'lost'; readonly retries: boolean }
  | { readonly type: 'pinged'; readonly clockWasSet: boolean }
  | {
      readonly type: 'welcomed';
      readonly welcome: Welcome;
      readonly hello: Hello;
      readonly sentAt: Instant;
    }
  | { readonly type: 'changed'; readonly batch: Changes }
  /** A message made the code throw. */
  | { readonly type: 'unreadable'; readonly cause: unknown }
  | { readonly type: 'websocket-checked'; readonly blocked: boolean };

/** What the owner of the socket has to do, in this order. */
export type LinkEffect =
  | { readonly type: 'say-hello'; readonly lastSeq: Hello['lastSeq'] }
  | { readonly type: 'say-hello-later' | 'drop-connection' | 'disconnect' | 'beat' }
  /** `connect`: the present socket, at once; `dial`: a new one to `url`; `move`: the same a little later. */
  | { readonly type: 'connect' | 'dial' | 'move' | 'repeat-commands' }
  | { readonly type: 'reconnect'; readonly after: 'soon' | 'long-pause' }
  | { readonly type: 'refuse-commands'; readonly code: RefusalCode }
  | { readonly type: 'remember'; readonly history: HubHistory }
  | {
      readonly type: 'log';
      readonly level: 'info' | 'warn';
      readonly detail: object;
      readonly message: string;
    };

/** The environment of an event. */
export interface Surroundings {
  readonly at: Instant;
  /** The address after the present one; null: there is only one. */
  readonly nextUrl: string | null;
}

export interface Step {
  readonly state: LinkState;
  readonly effects: readonly LinkEffect[];
}

/** A link that has just begun to connect to `url`. */
export function newLink(url: string, newest: HubHistory | null): LinkState {
  return {
    shown: {
      connection: 'connecting',
      turnedAway: null,
      mirror: null,
      history: null,
      clockOffsetMs: 0,
      lastMessageAt: null,
    },
    ...{ url, newest },
    ...{ startAfresh: false, online: false, greeting: false, moving: false, closed: false },
  };
}
