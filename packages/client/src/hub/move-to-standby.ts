import type { HubLink } from './hub-link.ts';

export interface StandbyMove {
  readonly hub: HubLink;
  /** The origin of this page. */
  readonly origin: string;
  /** Stores the second address for the time when the hub does not answer. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Opens the same page there. */
  readonly go: (origin: string) => void;
  readonly answers?: (address: string) => Promise<boolean>;
  readonly everyMs?: number;
}

const KEY = 'motcua.standby-address';
/** A standby that was not promoted answers no client, so an answer there comes from the hub. */
const PROBE_INTERVAL_MS = 3_000;
const PROBE_TIMEOUT_MS = 2_000;

/**
 * Moves a page to the second hub when its own does not answer and the second one does, or when its own was replaced. It
 * never leaves a hub that answers. Returns how to stop.
 */
export function moveToStandby(move: StandbyMove): () => void {
  const { hub, origin, storage, go, answers = answersThere, everyMs = PROBE_INTERVAL_MS } = move;
  let asking = false;
  let stopped = false;

  function remember(): void {
    const { mirror, connection } = hub.getState();
    if (mirror === null || connection !== 'live') return;
    const { standbyAddress } = mirror.settings.safekeeping;
    if (standbyAddress === null) storage.removeItem(KEY);
    else if (storage.getItem(KEY) !== standbyAddress) storage.setItem(KEY, standbyAddress);
  }

  async function probe(): Promise<void> {
    const { connection, turnedAway } = hub.getState();
    const address = otherThan(origin, storage.getItem(KEY));
    const isGone = connection === 'offline' || connection === 'connecting';
    if (asking || address === null || (!isGone && turnedAway !== 'superseded')) return;
    asking = true;
    const isThere = await answers(address);
    asking = false;
    if (isThere && !stopped && hub.getState().connection !== 'live') go(address);
  }

  const unsubscribe = hub.subscribe(remember);
  remember();
  const timer = setInterval(() => void probe(), everyMs);
  return () => {
    stopped = true;
    unsubscribe();
    clearInterval(timer);
  };
}

/** The origin of an address, unless it is our own; null for what is no address. */
function otherThan(origin: string, address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const other = new URL(address).origin;
  return other === origin ? null : other;
}

/** The answer may not be read across origins, and need not be. */
async function answersThere(address: string): Promise<boolean> {
  try {
    await fetch(new URL('/health', address), {
      mode: 'no-cors',
      cache: 'no-store',
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return true;
  } catch {
    return false;
  }
}
