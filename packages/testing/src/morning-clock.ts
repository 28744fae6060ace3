import { createZoneClock, type Instant } from '@motcua/domain';

const ZONE = createZoneClock('Asia/Ho_Chi_Minh');
/** Ten o'clock at Kim Bôi, today like in browsers: far from midnight, when numbers restart. */
export const MORNING: Instant = ZONE.instantAt(ZONE.localDate(Date.now() as Instant), 10 * 60);

/** A clock that runs on from the morning. */
export function createMorningClock(): () => Instant {
  const aheadMs = MORNING - performance.now();
  return () => Math.floor(performance.now() + aheadMs) as Instant;
}
