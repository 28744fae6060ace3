import {
  type Closing,
  type Comer,
  type CounterNow,
  type Instant,
  openSpansOn,
  type Situation,
} from '@motcua/domain';
import type { LiveState } from '../live-state.ts';
import { callerAt } from '../use-cases/call-next.ts';
import { currentVisit } from '../use-cases/counters.ts';
import type { Experience } from './experience.ts';
import { isUsuallyQuick, kindsOf, newcomer } from './newcomers.ts';

/** Further back nobody is called within the hours of a forecast, unless dozens of counters serve one queue. */
export const FOREMOST = 2_000;
/** At noon clerks go on for a while with those who are left. */
const GO_ON_MS = 20 * 60_000;

/** The room as a forecast sees it: without practice, with the closings of the day and those who keep coming. */
export function situationNow(
  state: LiveState,
  { pace, arrivals }: Experience,
  at: Instant,
): Situation {
  const { settings, room } = state;
  return {
    at,
    rule: settings.site.rule,
    waiting: settings.all().queues.flatMap(({ id }) => room.foremost(id, FOREMOST)),
    counters: countersNow(state),
    closings: closingsOf(state),
    pace,
    comers: comersTo(state, arrivals, at),
  };
}

function countersNow(state: LiveState): readonly CounterNow[] {
  return [...state.counters.values()].flatMap((now): readonly CounterNow[] => {
    const counter = state.settings.counter(now.counterId);
    if (counter === null || now.state === 'closed' || now.training) return [];
    const caller = callerAt(state, { counter, now, clerkId: now.clerkId });
    if (now.state === 'paused') return [{ caller, doing: { type: 'paused', reason: now.reason } }];
    return [{ caller, doing: doingAt(state, now.counterId) }];
  });
}

function doingAt(state: LiveState, counterId: CounterNow['caller']['counterId']) {
  const visit = currentVisit({ state }, counterId);
  switch (visit?.state) {
    case 'called':
      return { type: 'calling', queueId: visit.queueId, since: visit.calledAt } as const;
    case 'serving':
      return { type: 'serving', queueId: visit.queueId, since: visit.servingSince } as const;
    default:
      return { type: 'free' } as const;
  }
}

/** The breaks between the day's opening hours; in the evening clerks go on until nobody waits. */
function closingsOf({ settings, today }: LiveState): readonly Closing[] {
  const spans = openSpansOn(settings.site.hours, today, settings.clock);
  return spans.slice(1).flatMap((span, index) => {
    const from = ((spans[index]?.to ?? span.from) + GO_ON_MS) as Instant;
    return from < span.from ? [{ from, to: span.from }] : [];
  });
}

function comersTo(
  state: LiveState,
  arrivals: Experience['arrivals'],
  at: Instant,
): readonly Comer[] {
  const isQuick = isUsuallyQuick(state);
  return kindsOf(state)
    .filter(({ queueId, quick }) => quick === isQuick(queueId))
    .map((kind) => ({
      visit: newcomer(kind, state, at),
      perHour: arrivals.perHour(kind.queueId, kind.priority, at),
    }))
    .filter(({ perHour }) => perHour > 0);
}
