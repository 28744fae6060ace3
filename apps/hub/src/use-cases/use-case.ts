import {
  type CounterId,
  type Instant,
  type LocalDate,
  type TransitionContext,
  type Result,
  transition,
  type Visit,
  type VisitAction,
  type VisitId,
} from '@motcua/domain';
import type { Fact, FactOf } from '@motcua/protocol';
import type { HubCommandOf, HubCommandType, Identity } from '../engine/hub-command.ts';
import type { Estimates } from '../estimates/estimates.ts';
import type { LiveState } from '../engine/live-state.ts';

/** The input of a decision. It changes nothing: its answer is written and applied by `execute`. */
export interface CommandContext {
  readonly state: LiveState;
  readonly at: Instant;
  readonly today: LocalDate;
  readonly identity: Identity;
  /** A fresh, unguessable id; ids grow with time. */
  readonly newId: <Id extends string>() => Id;
  /** At least 0 and below 1, from a source that cannot be guessed. */
  readonly random: () => number;
  readonly estimates: Estimates;
  /** Whether that number was given on that day, however long ago. */
  readonly isGiven: (day: LocalDate, number: string) => boolean;
  /** Whether any visit is known, of today or before. */
  readonly hasVisits: () => boolean;
  /** Where a visit of that id stands, however long ago; one that was carried over stands on both days. */
  readonly visitsWith: (
    id: VisitId,
  ) => readonly { readonly day: LocalDate; readonly number: string }[];
  /** Every number that was given on that day, as far as its visits are known. */
  readonly numbersOf: (day: LocalDate) => readonly string[];
}

/** Reads, decides, and answers the facts to be written, or refuses. */
export type UseCase<T extends HubCommandType> = (
  context: CommandContext,
  command: HubCommandOf<T>,
) => Result<readonly Fact[]>;

type VisitChanged = FactOf<'visit-changed'>;

/** The fact that a visit is now as `visit` says; by no counter and for no reason of the calling rule unless said. */
export function visitChanged(
  visit: Visit,
  action: VisitChanged['action'],
  { counterId = null, because = null }: Partial<Pick<VisitChanged, 'counterId' | 'because'>> = {},
): VisitChanged {
  return { type: 'visit-changed', visit, action, counterId, because };
}

/** What an automatic action makes of a visit; nothing where it is not allowed. */
export function changed(
  context: TransitionContext,
  visit: Visit,
  action: VisitAction,
  counterId: CounterId | null = null,
): readonly VisitChanged[] {
  const after = transition(visit, action, context);
  return after.ok ? [visitChanged(after.value, action.type, { counterId })] : [];
}
