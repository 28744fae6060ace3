import {
  type Caller,
  type CallingReason,
  chooseNext,
  type Counter,
  type Instant,
  isCandidate,
  isShort,
  type Site,
  waitsAgain,
  waitsSince,
  type WaitingVisit,
} from '@motcua/domain';
import type { MessageKey, Params } from '@motcua/i18n';

/** Why a visit that waits in a queue of the counter cannot be called there now. */
export type WhyNot = 'skills' | 'not-quick' | 'postponed' | 'kept';

export type WhyNext =
  | { readonly type: 'next'; readonly visit: WaitingVisit; readonly because: CallingReason }
  | {
      readonly type: 'none';
      /** The visits waiting in the counter's queues that cannot be called, by reason. */
      readonly reasons: readonly { readonly why: WhyNot; readonly count: number }[];
    };

const REASONS = ['kept', 'postponed', 'skills', 'not-quick'] as const satisfies readonly WhyNot[];

/** The visit that the calling rule would call at the counter now, and why; or why there is none. */
export function whyNext(
  waiting: readonly WaitingVisit[],
  counter: Counter,
  caller: Caller,
  at: Instant,
  { rule }: Pick<Site, 'rule'>,
): WhyNext {
  const next = chooseNext(waiting, caller, at, rule);
  if (next !== null) return { type: 'next', ...next };
  const kept = waiting
    .filter(({ training }) => training === caller.training)
    .filter(({ queueId }) => counter.queueIds.includes(queueId))
    .filter((visit) => !isCandidate(visit, caller, at, rule))
    .map((visit) => whyNot(visit, caller, at));
  return {
    type: 'none',
    reasons: REASONS.map((why) => ({
      why,
      count: kept.filter((each) => each === why).length,
    })).filter(({ count }) => count > 0),
  };
}

function whyNot(visit: WaitingVisit, caller: Caller, at: Instant): WhyNot {
  if (!caller.queueIds.includes(visit.queueId)) return 'skills';
  if (!isShort(visit) && caller.quick === 'only') return 'not-quick';
  return visit.notBefore !== null && visit.notBefore > at ? 'postponed' : 'kept';
}

export interface Sentence {
  readonly key: MessageKey;
  readonly params: Params;
}

/** One sentence for why the visit is next, with the numbers of the site's rule. */
export function sentenceOf(
  { visit, because }: Extract<WhyNext, { type: 'next' }>,
  caller: Pick<Caller, 'quick' | 'ordered'>,
  { rule }: Pick<Site, 'rule'>,
  at: Instant,
  toTime: (at: Instant) => string,
): Sentence {
  const { mode } = rule;
  switch (because) {
    case 'waited-too-long': {
      const minutes = Math.floor((at - waitsSince(visit)) / 60_000);
      // A place may be older than a call or a night: its holder has not waited all the time.
      const isPlace =
        waitsAgain(visit) || waitsSince(visit) !== visit.arrivedAt || visit.waitsFrom !== undefined;
      return {
        key: isPlace ? 'counter.why-place-too-long' : 'counter.why-waited-too-long',
        params: { minutes, bound: rule.maxWaitMinutes },
      };
    }
    case 'booking-due':
    case 'booking-early': {
      const time = visit.bookedFor === null ? '' : toTime(visit.bookedFor);
      return { key: `counter.why-${because}`, params: { time } };
    }
    case 'priority-turn':
      if (mode.type === 'strict') return { key: 'counter.why-priority-strict', params: {} };
      return mode.type === 'ageing'
        ? { key: 'counter.why-priority-ageing', params: { minutes: mode.bonusMinutes } }
        : { key: 'counter.why-priority-turn', params: turns(mode) };
    case 'normal-turn':
      return mode.type === 'interleaved'
        ? { key: 'counter.why-normal-turn', params: turns(mode) }
        : { key: 'counter.why-oldest', params: {} };
    case 'oldest':
      if (caller.quick === 'first' && isShort(visit))
        return { key: 'counter.why-quick', params: {} };
      return {
        key: caller.ordered ? 'counter.why-oldest-ordered' : 'counter.why-oldest',
        params: {},
      };
  }
}

const turns = ({ priority, normal }: { priority: number; normal: number }) => ({
  priority,
  normal,
});
