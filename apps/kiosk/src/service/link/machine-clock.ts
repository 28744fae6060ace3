import { uptime } from 'node:os';
import {
  createMachineClock,
  createTrustedClock,
  createZoneClock,
  type Instant,
  type MachineClock,
} from '@motcua/domain';
import { z } from 'zod';
import type { KioskStore } from '../offline/kiosk-store.ts';

/**
 * The kiosk's time. Its clock may be set while the hub is unreachable, or start in 1970 with an
 * empty battery, and a ticket must not be dated before the last known day: the time continues from
 * there. The hub corrects the difference once it is reached.
 */
export function timeOfThisKiosk(
  store: Pick<KioskStore, 'recall'>,
  machine: MachineClock = createMachineClock({
    wall: () => Date.now(),
    awake: () => performance.now(),
    sinceBoot: () => uptime() * 1_000,
  }),
): () => Instant {
  return createTrustedClock(machine, lastKnown(store)).now;
}

const centre = z.object({
  today: z.string().transform((today) => today as Parameters<Zone['startOfDay']>[0]),
  clockOffsetMs: z.number(),
  settings: z.object({ site: z.object({ zone: z.string() }) }),
});
type Zone = ReturnType<typeof createZoneClock>;

/** The start of the last day that the kiosk knows of, on its own clock. */
function lastKnown(store: Pick<KioskStore, 'recall'>): Instant | null {
  try {
    const { today, clockOffsetMs, settings } = centre.parse(
      JSON.parse(store.recall('centre') ?? 'null'),
    );
    const { zone } = settings.site;
    return (createZoneClock(zone).startOfDay(today) - clockOffsetMs) as Instant;
  } catch {
    return null;
  }
}
