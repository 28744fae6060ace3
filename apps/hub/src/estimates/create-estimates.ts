import {
  estimateInSlices,
  type Instant,
  isShort,
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
import { forecastInputNow } from './forecast-input-now.ts';

/** An older outlook is of another state of the room. */
const HOLDS_MS = 10_000;
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

  const loop = createBackgroundLoop(run, fault);
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
      for (const change of changes) history.learn(change);
      if (changes.some(isNewPlan)) loop.hurry();
    },
    refresh: () => {
      for (const slices = run(); slices.next().done !== true;);
    },
    start: loop.start,
    close: loop.stop,
  };
}

/** Counters that open, close or pause change every wait, and so do settings. */
function isNewPlan({ type }: Change): boolean {
  return type === 'counter-changed' || type === 'setting-changed' || type === 'setting-removed';
}
