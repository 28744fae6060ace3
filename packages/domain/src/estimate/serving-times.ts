import type { QueueId } from '../ids.ts';
import type { LogNormal } from './log-normal.ts';

/** How long a service takes, and how certain that is. */
export interface ServingTime extends LogNormal {
  /** Standard deviation of the logarithm of the median: large while little is known. */
  readonly uncertainty: number;
}

/** How fast the work goes; `ServingTimes` is one. */
export interface Pace {
  of(queueId: QueueId): ServingTime;
  readonly changeoverMs: number;
  readonly noShowMs: number;
  readonly noShowShare: number;
  /** Standard deviation of the logarithm by which a whole day goes faster or slower than known. */
  readonly drift: number;
}

/** Assumed of a centre before its first service: seven minutes, most between four and thirteen. */
const DEFAULT_LOG = Math.log(7 * 60_000);
const DEFAULT_SPREAD = 0.6;
const DEFAULT_CHANGEOVER_MS = 60_000;
const DEFAULT_NO_SHOW_MS = 150_000;
const DEFAULT_NO_SHOW_SHARE = 0.05;
/** Days and clerks are a little faster or slower than usual. */
const DRIFT = 0.12;

/** So many latest are remembered: enough to be calm, few enough to follow the week. */
const OF_QUEUE = 40;
const OF_SITE = 120;
const CALLS = 200;
/** The prior weighs as much as so many known times. */
const BELIEF = 6;
/** Queues of one site differ about so much (of the logarithm). */
const BETWEEN_QUEUES = 0.4;

/** A finish by mistake and a visit forgotten over lunch say little about serving. */
const SHORTEST_MS = 15_000;
const LONGEST_MS = 3 * 3_600_000;

/**
 * How long services took lately. One is added at each finish, start and no-show; what a restart forgot is added
 * again from the journal, oldest first. A queue that is little known is taken for its site, a site for the default.
 */
export class ServingTimes implements Pace {
  readonly drift = DRIFT;
  readonly #queues = new Map<QueueId, number[]>();
  readonly #site: number[] = [];
  readonly #changeovers: number[] = [];
  readonly #noShows: number[] = [];
  /** 1 for a call that was missed, 0 for one that was answered. */
  readonly #calls: number[] = [];

  /** A service that ended; `servingMs` without the walk. */
  addService(queueId: QueueId, servingMs: number): void {
    const time = logOf(servingMs);
    const queue = this.#queues.get(queueId) ?? [];
    this.#queues.set(queueId, queue);
    keep(queue, time, OF_QUEUE);
    keep(this.#site, time, OF_SITE);
    keep(this.#calls, 0, CALLS);
  }

  /** From the end of one service to the start of the next while a visit waited: the call and the walk. */
  addChangeover(ms: number): void {
    keep(this.#changeovers, logOf(ms), OF_QUEUE);
  }

  /** From the call to the mark as missed. */
  addNoShow(ms: number): void {
    keep(this.#noShows, logOf(ms), OF_QUEUE);
    keep(this.#calls, 1, CALLS);
  }

  of(queueId: QueueId): ServingTime {
    const site = shrunk(this.#site, DEFAULT_LOG);
    const times = this.#queues.get(queueId) ?? [];
    const { count, variance } = summary(times);
    const spread = Math.sqrt((count * variance + BELIEF * DEFAULT_SPREAD ** 2) / (count + BELIEF));
    const unknown = BELIEF / (count + BELIEF);
    return {
      medianMs: Math.exp(shrunk(times, site)),
      spread,
      uncertainty: Math.sqrt(spread ** 2 / (count + BELIEF) + (BETWEEN_QUEUES * unknown) ** 2),
    };
  }

  get changeoverMs(): number {
    return Math.exp(shrunk(this.#changeovers, Math.log(DEFAULT_CHANGEOVER_MS)));
  }

  get noShowMs(): number {
    return Math.exp(shrunk(this.#noShows, Math.log(DEFAULT_NO_SHOW_MS)));
  }

  /** The share of calls that are missed, 0 to 1. */
  get noShowShare(): number {
    const missed = this.#calls.reduce((sum, call) => sum + call, 0);
    const belief = 20;
    return (missed + belief * DEFAULT_NO_SHOW_SHARE) / (this.#calls.length + belief);
  }
}

function logOf(ms: number): number {
  return Math.log(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms)));
}

function keep(list: number[], value: number, atMost: number): void {
  list.push(value);
  if (list.length > atMost) list.shift();
}

function shrunk(logs: readonly number[], belief: number): number {
  const { count, mean } = summary(logs);
  return (count * mean + BELIEF * belief) / (count + BELIEF);
}

interface Summary {
  readonly count: number;
  readonly mean: number;
  readonly variance: number;
}

/** Mean and variance with outliers cut at three usual deviations, so that none of them dominates. */
function summary(logs: readonly number[]): Summary {
  const count = logs.length;
  if (count === 0) return { count, mean: 0, variance: 0 };
  const middle = medianOf(logs);
  const usual = 1.4826 * medianOf(logs.map((log) => Math.abs(log - middle)));
  const near = logs.map((log) =>
    usual === 0 ? log : Math.max(middle - 3 * usual, Math.min(middle + 3 * usual, log)),
  );
  const mean = near.reduce((sum, log) => sum + log, 0) / count;
  const variance = near.reduce((sum, log) => sum + (log - mean) ** 2, 0) / Math.max(1, count - 1);
  return { count, mean, variance };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}
