import type { Instant, LocalDate, Result, VisitId } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import type { HubCommandOf, HubCommandType, Identity } from '../engine/hub-command.ts';
import type { Estimates } from '../estimates/estimates.ts';
import type { LiveState } from '../engine/live-state.ts';

/** What a decision may look at. It changes nothing: what it answers is written and applied by `execute`. */
export interface CommandContext {
  readonly state: LiveState;
  readonly at: Instant;
  readonly today: LocalDate;
  readonly identity: Identity;
  /** A fresh, unguessable id; ids grow with time. */
  readonly newId: <Id extends string>() => Id;
  /** At least 0 and below 1, from a source that nobody can guess. */
  readonly random: () => number;
  readonly estimates: Estimates;
  /** Whether that number was given on that day, however long ago. */
  readonly isGiven: (day: LocalDate, number: string) => boolean;
  /** Where a visit of that id stands, however long ago; one that went on overnight stands on both days. */
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
