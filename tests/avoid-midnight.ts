import { createZoneClock, type Instant } from '@motcua/domain';
import { beforeAll } from 'vitest';

const ZONE = createZoneClock('Asia/Ho_Chi_Minh');
/** No test file takes longer, even on a slow computer. */
const TOO_NEAR_MS = 10 * 60_000;

/**
 * For tests whose processes use the clock of this computer: at midnight in Việt Nam numbers restart and counters close,
 * so no test starts shortly before it. Tests in this process use a clock of their own instead.
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
