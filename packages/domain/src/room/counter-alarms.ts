import type { Instant } from '../ids.ts';
import { callsVisitors, type CounterState, doesStep } from '../site/counter.ts';
import type { Visit, VisitIn } from '../visit/visit.ts';
import { type Alarm, type AlarmFacts, alarmRuleOf } from './alarm.ts';

/** People who wait without a counter: none is open for them, or one has been paused for long. */
export function counterAlarms(
  open: readonly Visit[],
  facts: AlarmFacts,
  at: Instant,
): readonly Alarm[] {
  const { settings, counters, people } = facts;
  const rule = alarmRuleOf(settings.site);
  const waiting = open.filter(
    (visit): visit is VisitIn<'waiting'> =>
      visit.state === 'waiting' && (visit.notBefore === null || visit.notBefore <= at),
  );
  const places = settings.counters.map((counter) => {
    const now = counters.get(counter.id);
    const clerk = now === undefined || now.state === 'closed' ? null : people.get(now.clerkId);
    return { counter, now, clerk: clerk ?? null };
  });
  const serves = ({ counter, clerk }: (typeof places)[number], visit: Visit) =>
    doesStep(counter, clerk, visit, visit.party);
  const calling = places.filter(({ now }) => callsVisitors(now));
  const left = waiting.filter((visit) => !calling.some((place) => serves(place, visit)));
  const noCounter = [...new Set(left.map(({ queueId }) => queueId))].flatMap((queueId) => {
    const visits = left.filter((visit) => visit.queueId === queueId);
    const gone = places
      .filter((place) => visits.some((visit) => serves(place, visit)))
      .map(({ now }) => goneSince(now));
    const waits = Math.min(...visits.map(({ waitingSince }) => waitingSince));
    const since = (Math.max(waits, ...gone) + rule.noCounterMinutes * 60_000) as Instant;
    const id = `no-counter/${queueId}/${since}`;
    return at < since
      ? []
      : [{ id, level: 'fault', since, type: 'no-counter', queueId, count: visits.length } as const];
  });
  const paused = places.flatMap((place): readonly Alarm[] => {
    const { now } = place;
    if (now?.state !== 'paused' || now.training) return [];
    const since = (now.since + rule.pausedMinutes * 60_000) as Instant;
    const count = waiting.filter((visit) => serves(place, visit)).length;
    const id = `paused-too-long/${now.counterId}/${now.since}`;
    return at < since || count === 0
      ? []
      : [{ id, level: 'attention', since, type: 'paused-too-long', counter: now, waiting: count }];
  });
  return [...noCounter, ...paused];
}

/** Since when a counter that does not call has been away, as far as its state says. */
function goneSince(now: CounterState | undefined): number {
  if (now?.state === 'paused') return now.since;
  return now?.state === 'open' ? (now.unattendedSince ?? 0) : 0;
}
