import type { HubState } from '@motcua/client';
import { useEffect, useState } from 'react';
import { type ClockReading, type Staleness, stalenessOf, timeBetween } from './staleness.ts';

const REFRESH_INTERVAL_MS = 1_000;

/** The age of the shown state, recomputed every second. */
export function useStaleness(state: HubState): Staleness | null {
  const { lastMessageAt } = state;
  const [ageMs, setAgeMs] = useState(0);
  useEffect(() => {
    const heard = readClocks();
    const timer = setInterval(
      () => setAgeMs(timeBetween(heard, readClocks())),
      REFRESH_INTERVAL_MS,
    );
    return () => {
      clearInterval(timer);
      setAgeMs(0);
    };
  }, [lastMessageAt]);
  return stalenessOf(state, ageMs);
}

function readClocks(): ClockReading {
  return { clockMs: Date.now(), uptimeMs: performance.now() };
}
