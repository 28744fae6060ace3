import { createZoneClock, type Instant } from '@motcua/domain';

const ZONE = createZoneClock('Asia/Ho_Chi_Minh');
/** Ten o'clock in Viet Nam, of the day that pages have too: the night, in which numbers begin again, is far. */
export const MORNING = ZONE.instantAt(ZONE.localDate(Date.now() as Instant), 10 * 60);

/** A clock that runs on from the morning. */
export function sinceMorning(): () => Instant {
  const shiftMs = MORNING - Date.now();
  return () => (Date.now() + shiftMs) as Instant;
}
