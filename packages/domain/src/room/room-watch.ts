import { type CounterState, isUnattended } from '../site/counter.ts';
import type { CounterId, Instant, PersonId } from '../ids.ts';
import { lingers } from '../visit/missed.ts';
import type { Visit, VisitIn } from '../visit/visit.ts';

/** What cannot be seen at the counter itself, so that other staff are alerted. */
export type WatchFinding =
  | {
      readonly subject: 'unattended';
      readonly counterId: CounterId;
      readonly clerkId: PersonId;
      readonly since: Instant;
      /** Called or served there; null: no visitor. */
      readonly visit: Visit | null;
    }
  | {
      readonly subject: 'lingers';
      readonly visit: VisitIn<'called' | 'serving'>;
      readonly ms: number;
    };

/** Counters without the page of their clerk, then visits that have been called or served for too long, longest first. */
export function watchFindings(
  counters: Iterable<CounterState>,
  visits: Iterable<Visit>,
  at: Instant,
): readonly WatchFinding[] {
  const atCounter = [...visits].filter(
    (visit): visit is VisitIn<'called' | 'serving'> =>
      visit.state === 'called' || visit.state === 'serving',
  );
  const unattended = [...counters].flatMap((now): readonly WatchFinding[] => {
    if (!isUnattended(now) || now.training) return [];
    const { counterId, clerkId, unattendedSince: since } = now;
    const visit = atCounter.find((each) => each.counterId === counterId) ?? null;
    return [{ subject: 'unattended', counterId, clerkId, since, visit }];
  });
  const long = atCounter
    .filter((visit) => lingers(visit, at))
    .map((visit) => ({ subject: 'lingers', visit, ms: at - sinceOf(visit) }) as const)
    .toSorted((a, b) => b.ms - a.ms);
  return [...unattended, ...long];
}

function sinceOf(visit: VisitIn<'called' | 'serving'>): Instant {
  return visit.state === 'called' ? visit.calledAt : visit.servingSince;
}
