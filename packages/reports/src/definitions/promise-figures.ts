import { PromiseRecord, type Instant, type WaitingPromise } from '@motcua/domain';
import type { DayReport } from '@motcua/protocol/http';
import type { VisitRecord } from '../visit-record.ts';
import type { DayMaterial } from './day-material.ts';

/** Of fewer, one visit more or less would change the share too much. */
const FEWEST = 20;

/** How many estimates came true by `until`; those of visitors who held their place say nothing of the centre. */
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
  return known < FEWEST ? null : { known, kept };
}

/** By the rule by which the hub decides whether estimates are shown; a record of its own, because that one forgets. */
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
