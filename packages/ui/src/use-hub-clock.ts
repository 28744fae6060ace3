import type { HubLink } from '@motcua/client';
import type { Instant } from '@motcua/domain';
import { useEffect, useState } from 'react';
import { useHubState } from './use-hub-state.ts';

const SECOND_MS = 1_000;

/** How long until the hub's clock shows another second. */
export function untilNextSecond(hubNow: number): number {
  return SECOND_MS - (((hubNow % SECOND_MS) + SECOND_MS) % SECOND_MS);
}

/** The hub's time, updated at each of its full seconds. Use it in small components. */
export function useHubClock(link: HubLink, readClock: () => number = Date.now): Instant {
  const { clockOffsetMs } = useHubState(link);
  const [localNow, setLocalNow] = useState(readClock);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    // Scheduled again each time: an interval would drift, and would stay wrong after the clock was set.
    const aim = (): void => {
      timer = setTimeout(tick, untilNextSecond(readClock() + clockOffsetMs));
    };
    const tick = (): void => {
      setLocalNow(readClock());
      aim();
    };
    tick();
    return () => clearTimeout(timer);
  }, [clockOffsetMs, readClock]);
  return (localNow + clockOffsetMs) as Instant;
}
