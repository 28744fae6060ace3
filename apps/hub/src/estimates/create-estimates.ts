import {
  type CounterId,
  estimateInSlices,
  type Instant,
  isShort,
  type NextHour,
  nextHourInSlices,
  type WaitForecast,
  type WaitForecasts,
  priorityAt,
  toRange,
  type WaitingPromise,
} from '@motcua/domain';
import type { Change } from '@motcua/protocol';
import type { Journal } from '@motcua/store';
import type { LiveState } from '../engine/live-state.ts';
import type { LiveEstimates } from './estimates.ts';
import {
  idOf,
  isUsuallyQuick,
  type Kind,
  kindsOf,
  hypotheticalVisit,
} from './hypothetical-visits.ts';
import { replayHistory } from './replay-history.ts';
import { createBackgroundLoop } from './background-loop.ts';
import { forecastInputNow, spareNow } from './forecast-input-now.ts';
import { SuggestionLog } from './suggestion-log.ts';

/** An older outlook is of another state of the room. */
const HOLDS_MS = 10_000;
/** A person reads it: each half minute is often enough, and leaves the processor to the visitors' estimates. */
const NEXT_HOUR_EVERY_MS = 30_000;
/** The same random draws at every run, so that what is shown changes only when the room does. */
const SEED = 1;

export interface EstimatesParts {
  readonly state: () => LiveState;
  readonly journal: Journal;
  readonly now: () => Instant;
  readonly fault: (cause: unknown) => void;
}

/** Learns from the journal of the last days and from every commit; keeps an outlook for each kind of visit. */
export function createEstimates({ state, journal, now, fault }: EstimatesParts): LiveEstimates {
  const history = replayHistory(journal);
  const { promises } = history;
  let waitForecasts: WaitForecasts = new Map();
  let seenAt = -Infinity;
  let areKept = false;
  let hour: NextHour | null = null;
  /** When the run began that `hour` is of, or is to be of; a new plan makes it old. */
  let hourBegan = -Infinity;
  const log = new SuggestionLog();
  let isQuick: ReturnType<typeof isUsuallyQuick> = () => false;

  function* run(): Generator<void, void, undefined> {
    const at = now();
    const room = state();
    areKept = promises.mayShow(at);
    isQuick = isUsuallyQuick(room);
    const asked = kindsOf(room).map((kind) => hypotheticalVisit(kind, room, at));
    waitForecasts = yield* estimateInSlices(forecastInputNow(room, history, at), asked, SEED);
    seenAt = at;
  }

  function* runNextHour(): Generator<void, void, undefined> {
    const at = now();
    if (Math.abs(at - hourBegan) < NEXT_HOUR_EVERY_MS) return;
    hourBegan = at;
    const room = state();
    const input = { ...forecastInputNow(room, history, at), ...spareNow(room) };
    hour = yield* nextHourInSlices(input, SEED);
    if (hour.suggestion !== null) log.add(hour.suggestion, at);
    log.judge(room.visits.values(), at, room.settings.site.rule.maxWaitMinutes * 60_000);
  }

  const loop = createBackgroundLoop(run, fault);
  // By itself, so that what visitors are shown is never older for it.
  const hourLoop = createBackgroundLoop(runNextHour, fault);
  const queuesOf = (counterId: CounterId) => state().settings.counter(counterId)?.queueIds ?? [];
  const mayShow = () => areKept && state().settings.site.estimates;

  function promiseTo(kind: Kind, at: Instant): WaitingPromise | null {
    if (at - seenAt > HOLDS_MS) return null;
    const outlook: WaitForecast | null = waitForecasts.get(idOf(kind)) ?? null;
    const range = outlook === null ? null : toRange(outlook, promises.calibration);
    return outlook === null || range === null ? null : { outlook, range };
  }

  return {
    promise: (visit) => {
      const { queueId, bookedFor, arrivedAt } = visit;
      const priority = priorityAt(visit, arrivedAt);
      return bookedFor !== null && bookedFor > arrivedAt
        ? null
        : promiseTo({ queueId, priority, quick: isShort(visit) }, arrivedAt);
    },
    mayShow,
    range: (queueId) =>
      mayShow()
        ? (promiseTo({ queueId, priority: 'normal', quick: isQuick(queueId) }, now())?.range ??
          null)
        : null,
    learn: (changes) => {
      for (const change of changes) {
        history.learn(change);
        log.learn(change, queuesOf);
      }
      if (!changes.some(isNewPlan)) return;
      loop.hurry();
      hourBegan = -Infinity;
      hourLoop.hurry();
    },
    refresh: () => {
      for (const slices = run(); slices.next().done !== true;);
      for (const slices = runNextHour(); slices.next().done !== true;);
    },
    start: () => {
      loop.start();
      hourLoop.start();
    },
    close: () => {
      loop.stop();
      hourLoop.stop();
    },
    nextHour: () => hour,
    suggested: () => log.entries(),
  };
}

/** Counters that open, close or pause change every wait, and so do settings. */
function isNewPlan({ type }: Change): boolean {
  return type === 'counter-changed' || type === 'setting-changed' || type === 'setting-removed';
}
