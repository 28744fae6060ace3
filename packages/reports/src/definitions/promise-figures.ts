import { PromiseRecord, type Instant, type WaitingPromise } from '@motcua/domain';
import type { DayReport } from '@motcua/protocol/http';
import type { VisitRecord } from '../visit-record.ts';
import type { DayMaterial } from './day-material.ts';

/** With fewer, a single visit would change the share too much. */
const MIN_KNOWN = 20;

/** How many estimates were right by `until`; visits whose place was held do not count. */
export function promiseFigures(
  { visits }: Pick<DayMaterial, 'visits'>,
  until: Instant,
): DayReport['promises'] {
  let [known, kept] = [0, 0];
  for (const visit of visits) {
    const { promise, held } = visit;
    if (promise === null || held) continue;
    const standing = standingOf(visit, promise, until);
    known += standing.known;
    kept += standing.kept;
  }
  return known < MIN_KNOWN ? null : { known, kept };
}

/** The rule by which the hub decides whether to show estimates, on a record of its own, because the hub's forgets. */
function standingOf(
  { visitId, arrivedAt, intervals }: VisitRecord,
  { outlook, range }: WaitingPromise,
  until: Instant,
): ReturnType<PromiseRecord['standing']> {
  const record = new PromiseRecord();
  record.promise(visitId, arrivedAt, outlook, range);
  const end = intervals.find(({ endedBy }) => endedBy === 'call' || endedBy === 'cancel');
  if (end !== undefined && end.to !== null) {
    if (end.endedBy === 'call') record.called(visitId, end.to);
    else record.left(visitId, end.to);
  }
  return record.standing(until);
}
