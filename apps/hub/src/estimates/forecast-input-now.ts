import {
  type Closing,
  closingOn,
  type ArrivalRate,
  type Counter,
  type CounterNow,
  type Instant,
  isStaffed,
  type NextHourInput,
  openSpansOn,
  type ForecastInput,
  type PersonId,
  toCaller,
} from '@motcua/domain';
import type { LiveState } from '../engine/live-state.ts';
import { callerAt } from '../use-cases/visits/call-next.ts';
import { currentVisit } from '../use-cases/centre/counters.ts';
import type { ServiceHistory } from './service-history.ts';
import { isUsuallyQuick, kindsOf, hypotheticalVisit } from './hypothetical-visits.ts';

/** No counter calls more within the hours of a forecast, so later visits do not matter. */
const CALLS_PER_COUNTER = 240;
/** More than a counter can call an hour need not be simulated, however many came in a rush. */
const MAX_ARRIVALS_PER_COUNTER = 30;
/** At noon clerks go on for a while with the visitors who are left. */
const GO_ON_MS = 20 * 60_000;

/** The input of a forecast now: without practice, with the closings of the day and the arrival rates. */
export function forecastInputNow(
  state: LiveState,
  { pace, arrivals }: ServiceHistory,
  at: Instant,
): ForecastInput {
  const { settings, room } = state;
  const counters = countersNow(state);
  const foremost = CALLS_PER_COUNTER * counters.length;
  return {
    at,
    rule: settings.site.rule,
    waiting: settings.all().queues.flatMap(({ id }) => room.foremost(id, foremost)),
    counters,
    closings: closingsOf(state),
    pace,
    arrivalRates: atMost(
      MAX_ARRIVALS_PER_COUNTER * counters.length,
      arrivalRatesAt(state, arrivals, at),
    ),
  };
}

/** The closed counters, as if any clerk sat down there, and until when it is worth while. */
export function spareNow(state: LiveState): Pick<NextHourInput, 'spare' | 'closesAt'> {
  const { settings, today } = state;
  const { site, counters } = settings.all();
  const isClosed = ({ id }: Counter) => (state.counters.get(id)?.state ?? 'closed') === 'closed';
  const clerk = { clerkId: '' as PersonId, training: false };
  return {
    spare: counters
      .filter(isClosed)
      .map((counter) => toCaller(counter, clerk, null, state.calls.at(counter.id))),
    closesAt: closingOn(site, today, settings.clock),
  };
}

function countersNow(state: LiveState): readonly CounterNow[] {
  return [...state.counters.values()].flatMap((now): readonly CounterNow[] => {
    const counter = state.settings.counter(now.counterId);
    // A counter whose computer is off calls no visit, whatever clerk is noted there.
    if (counter === null || !isStaffed(now) || now.training) return [];
    const caller = callerAt(state, counter, now);
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

/** The breaks between the day's opening hours; in the evening clerks go on until no visit waits. */
function closingsOf({ settings, today }: LiveState): readonly Closing[] {
  const spans = openSpansOn(settings.site.hours, today, settings.clock);
  return spans.slice(1).flatMap((span, index) => {
    const from = ((spans[index]?.to ?? span.from) + GO_ON_MS) as Instant;
    return from < span.from ? [{ from, to: span.from }] : [];
  });
}

function arrivalRatesAt(
  state: LiveState,
  arrivals: ServiceHistory['arrivals'],
  at: Instant,
): readonly ArrivalRate[] {
  const isQuick = isUsuallyQuick(state);
  return kindsOf(state)
    .filter(({ queueId, quick }) => quick === isQuick(queueId))
    .map((kind) => ({
      visit: hypotheticalVisit(kind, state, at),
      perHour: arrivals.perHour(kind.queueId, kind.priority, at),
    }))
    .filter(({ perHour }) => perHour > 0);
}

/** The rates, scaled down to that sum where they exceed it. */
function atMost(perHour: number, arrivalRates: readonly ArrivalRate[]): readonly ArrivalRate[] {
  const total = arrivalRates.reduce((sum, rate) => sum + rate.perHour, 0);
  const share = Math.min(1, perHour / total);
  return arrivalRates.map((rate) => ({ ...rate, perHour: rate.perHour * share }));
}
