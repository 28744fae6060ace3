import { connectToHub, type HubConnection, type HubState } from '@motcua/client';
import type { Instant } from '@motcua/domain';
import type { KioskLog } from '../kiosk-log.ts';
import { kioskVitals } from './kiosk-vitals.ts';
import { openNewestHub } from './newest-hub.ts';

export interface HubOptions {
  /** `http://host:port` of the hub. */
  readonly hubUrl: string;
  /** Where else it may be, besides the second address that the centre has set. */
  readonly otherHubUrls?: readonly string[];
  readonly dataDir: string;
  /** How long a touch waits for the hub before the kiosk gives a number of its own. */
  readonly hubTimeoutMs?: number;
}

/** No visitor stands longer before a machine that does nothing. */
const HUB_TIMEOUT_MS = 2_000;

/** The link of a kiosk to its hub. */
export function connectKiosk(
  { hubUrl, otherHubUrls = [], dataDir, hubTimeoutMs }: HubOptions,
  deviceToken: () => string | null,
  now: () => Instant,
  log: KioskLog,
): HubConnection {
  return connectToHub({
    url: hubUrl,
    elsewhere: (state) => otherHubs(state, otherHubUrls),
    newest: openNewestHub(dataDir),
    vitals: () => kioskVitals(dataDir),
    role: 'kiosk',
    deviceToken,
    now,
    logger: log,
    commandTimeoutMs: hubTimeoutMs ?? HUB_TIMEOUT_MS,
  });
}

/** The addresses of the command line, and the one that the hub itself standby. */
function otherHubs({ mirror }: HubState, named: readonly string[]): readonly string[] {
  const standby = mirror?.settings.safekeeping.standbyAddress ?? null;
  return standby === null ? named : [...named, standby];
}
