import type { Session } from 'electron';
import type { Show } from './desktop-options.ts';

/** The only page that the window may show: an origin, and a folder in it. */
export interface Home {
  readonly origin: string;
  readonly path: string;
  /** Added to the address, such as the key of the kiosk service. */
  readonly query?: string;
}

/** The first page of the window. A kiosk shows its own service on this machine, the others a page of the hub. */
export function homeOf(show: Show, hub: string, kioskService: string | null): Home {
  if (show !== 'kiosk') return { origin: hub, path: `/${show}/` };
  if (kioskService === null) throw new Error('The kiosk service has not said where it is');
  const { origin, search } = new URL(kioskService);
  return { origin, path: '/', ...(search === '' ? {} : { query: search }) };
}

export const addressOf = ({ origin, path, query = '' }: Home): string => origin + path + query;

/**
 * Whether the window may navigate to an address. Compared as a parsed URL, never as text:
 * `http://hub@evil.example/`, `http://hub.evil.example/` and `javascript:` lead elsewhere.
 */
export function mayOpen(address: string, { origin, path }: Home): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.origin === origin &&
    url.pathname.startsWith(path)
  );
}

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
export type Permission = Parameters<RequestHandler>[1];

/** A display plays sound and must stay awake. No other permission is granted. */
const GRANTED: { readonly [S in Show]: readonly Permission[] } = {
  kiosk: ['screen-wake-lock'],
  display: ['speaker-selection', 'screen-wake-lock'],
  counter: [],
};

/** Whether our own page may have this permission; other pages may have none. */
export function mayGrant(permission: string, askedBy: string, show: Show, home: Home): boolean {
  return (
    URL.canParse(askedBy) &&
    new URL(askedBy).origin === home.origin &&
    GRANTED[show].some((granted) => granted === permission)
  );
}

export type Trouble =
  | { readonly type: 'hangs'; readonly forMs: number }
  | { readonly type: 'crashed'; readonly crashesInTenMinutes: number }
  | { readonly type: 'not-reached'; readonly attempt: number };

export type Remedy =
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'load-again'; readonly afterMs: number }
  | { readonly type: 'kill-page' }
  | { readonly type: 'relaunch' };

/** A hanging page is given 20 s, as long as a slow disk may take, before it is ended. */
const HANG_MS = 20_000;
/** With more crashes than this in ten minutes, the whole program is relaunched. */
const CRASHES = 5;
const MAX_RETRY_DELAY_MS = 10_000;

/** What to do when the page has a fault; a kiosk never shows a dialog and never gives up. */
export function remedyFor(trouble: Trouble): Remedy {
  switch (trouble.type) {
    case 'hangs':
      return trouble.forMs < HANG_MS
        ? { type: 'wait', ms: HANG_MS - trouble.forMs }
        : { type: 'kill-page' };
    case 'crashed':
      return trouble.crashesInTenMinutes > CRASHES
        ? { type: 'relaunch' }
        : { type: 'load-again', afterMs: 500 };
    case 'not-reached':
      return {
        type: 'load-again',
        afterMs: Math.min(MAX_RETRY_DELAY_MS, 500 * 2 ** Math.min(trouble.attempt, 10)),
      };
    default:
      return trouble satisfies never;
  }
}

/** The delay before the n-th start of the service in a row (n from 0). */
export function restartDelayMs(restartsInARow: number): number {
  return Math.min(10_000, 250 * 2 ** Math.min(restartsInARow, 10));
}
