import type { Settings, ZoneClock } from '@motcua/domain';
import type { VisitRecord } from '../visit-record.ts';

/** What the parts of a report are computed from. */
export interface DayMaterial {
  readonly visits: readonly VisitRecord[];
  readonly settings: Settings;
  readonly clock: ZoneClock;
}
