import { createZoneClock, type Instant } from '@motcua/domain';
import { beforeAll } from 'vitest';

const ZONE = createZoneClock('Asia/Ho_Chi_Minh');
/** No file of tests takes longer, on a slow computer either. */
const TOO_NEAR_MS = 10 * 60_000;

/**
 * For tests whose processes have the clock of this computer: numbers begin again at midnight in Viet Nam and counters
 * close, so that none of them begins shortly before it. What runs in this process takes a clock of its own instead.
 */
export function avoidMidnight(): void {
  beforeAll(async () => {
    const now = Date.now() as Instant;
    const leftMs = ZONE.endOfDay(ZONE.localDate(now)) - now;
    if (leftMs > TOO_NEAR_MS) return;
    console.warn(`Waits ${Math.ceil(leftMs / 1_000)} s, until it is past midnight in Viet Nam.`);
    await new Promise((past) => setTimeout(past, leftMs + 1_000));
  }, 2 * TOO_NEAR_MS);
}
