import type { Instant } from '@motcua/domain';
import { useEffect, useState } from 'react';

/** This machine's clock, twice a second. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => Date.now() as Instant);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() as Instant), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}
