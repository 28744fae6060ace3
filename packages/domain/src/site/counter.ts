import type { CounterId, Instant, LocalText, PersonId, QueueId } from '../ids.ts';
import type { Person } from '../people/people-and-devices.ts';
import type { RefusalCode } from '../result.ts';
import { isShort, type NextStep, type Party, type Visit } from '../visit/visit.ts';

/** Whether short services go before others at a counter, or are all it does. */
export const QUICK_COUNTERS = ['no', 'first', 'only'] as const;
export type QuickCounter = (typeof QUICK_COUNTERS)[number];

/** The place where a clerk serves. */
export interface Counter {
  readonly id: CounterId;
  /** What is written above it and spoken: "quầy số 3". */
  readonly number: number;
  readonly name: LocalText;
  readonly queueIds: readonly QueueId[];
  /** Whether the order of `queueIds` breaks ties between queues. */
  readonly ordered: boolean;
  readonly quick: QuickCounter;
}

export const PAUSE_REASONS = ['short-break', 'lunch', 'meeting', 'paperwork', 'technical'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Which queues the clerk serves at the counter, in the counter's order. */
export function queuesServed(
  { queueIds }: Pick<Counter, 'queueIds'>,
  clerk: Pick<Person, 'skills'> | null,
): readonly QueueId[] {
  const skills = clerk?.skills ?? null;
  return skills === null ? queueIds : queueIds.filter((id) => skills.includes(id));
}

/** Whether that clerk does the step at that counter: its queue is theirs, and a quick counter takes only short ones. */
export function doesStep(
  counter: Pick<Counter, 'queueIds' | 'quick'>,
  clerk: Pick<Person, 'skills'> | null,
  step: Pick<NextStep, 'queueId' | 'quick'>,
  party: Party,
): boolean {
  const fits = counter.quick !== 'only' || isShort({ quick: step.quick, party });
  return fits && queuesServed(counter, clerk).includes(step.queueId);
}

/** What a counter is doing now. */
export type CounterState = { readonly counterId: CounterId } & (
  | { readonly state: 'closed' }
  | {
      readonly state: 'open';
      readonly clerkId: PersonId;
      readonly since: Instant;
      /** Practice: calls marked tickets, and no display shows it. */
      readonly training: boolean;
      /** Since when no page of the clerk is connected; absent while one is. */
      readonly unattendedSince?: Instant;
    }
  | {
      readonly state: 'paused';
      readonly clerkId: PersonId;
      readonly since: Instant;
      readonly reason: PauseReason;
      readonly training: boolean;
    }
);

/** So long may a page be away (a computer that restarts, a cable) before its counter counts as unattended. */
export const UNATTENDED_AFTER_MS = 120_000;

/** Whether visitors can be called there now: open, not for practice, and its clerk's page is connected. */
export function callsVisitors(
  now: CounterState | undefined,
): now is Extract<CounterState, { state: 'open' }> {
  return now?.state === 'open' && !now.training && now.unattendedSince === undefined;
}

/** Whether a clerk works there, at a pause too. */
export function isStaffed(
  now: CounterState | undefined,
): now is Exclude<CounterState, { state: 'closed' }> {
  return now !== undefined && now.state !== 'closed' && !isUnattended(now);
}

/** Whether the counter is open without its clerk's page. */
export function isUnattended(
  now: CounterState | undefined,
): now is Extract<CounterState, { state: 'open' }> & { readonly unattendedSince: Instant } {
  return now?.state === 'open' && now.unattendedSince !== undefined;
}

/** Why a counter may not call at present; null: it may. `current`: the visit that is called or served there. */
export function callRefusal(
  { state }: Pick<CounterState, 'state'>,
  current: Visit | null,
): RefusalCode | null {
  if (state === 'closed') return 'counter-closed';
  if (current !== null) return 'finish-first';
  return state === 'paused' ? 'counter-paused' : null;
}

/** Why a visit cannot be reserved for a counter or its clerk; null: it can be called there. */
export function reserveRefusal(
  visit: Pick<Visit, 'queueId' | 'quick' | 'party' | 'training'>,
  counter: Pick<Counter, 'queueIds' | 'quick'>,
  now: CounterState | undefined,
  clerk: Pick<Person, 'skills'> | null,
): 'counter-closed' | 'not-served-there' | null {
  if (now === undefined || now.state === 'closed' || now.training !== visit.training)
    return 'counter-closed';
  return doesStep(counter, clerk, visit, visit.party) ? null : 'not-served-there';
}
