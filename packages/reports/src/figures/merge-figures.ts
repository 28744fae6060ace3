import {
  COUNT_KINDS,
  TIME_KINDS,
  type CountKind,
  type Durations,
  type Figures,
  type Tally,
  type TimeKind,
} from '@motcua/protocol/http';
import { mergeDurations } from './duration-histogram.ts';

/** The figures of no day. */
export const NO_FIGURES: Figures = mergeFigures([]);

/** Figures of several days as one, in any order and any grouping. */
export function mergeFigures(all: Iterable<Figures>): Figures {
  const days = [...all];
  const groups = (of: (figures: Figures) => Readonly<Record<string, Tally>>) =>
    mergeGroups(days.map(of));
  return {
    targets: [...new Set(days.flatMap(({ targets }) => targets))].sort((a, b) => a - b),
    total: mergeTallies(days.map(({ total }) => total)),
    byHour: groups(({ byHour }) => byHour),
    byQueue: groups(({ byQueue }) => byQueue),
    byService: groups(({ byService }) => byService),
    byCounter: groups(({ byCounter }) => byCounter),
    byClerk: groups(({ byClerk }) => byClerk),
  };
}

/** Without what leads to a clerk, as for a reader who is not the head of centre. */
export function withoutClerks<T extends Figures>(figures: T): T {
  return { ...figures, byClerk: {} };
}

/** Several groups of visits as one. */
export function mergeTallies(tallies: readonly Tally[]): Tally {
  const counts: Partial<Record<CountKind, number>> = {};
  for (const kind of COUNT_KINDS) {
    const count = tallies.reduce((sum, tally) => sum + (tally.counts[kind] ?? 0), 0);
    if (count !== 0) counts[kind] = count;
  }
  const times: Partial<Record<TimeKind, Durations>> = {};
  for (const kind of TIME_KINDS) {
    const merged = mergeDurations(tallies.flatMap((tally) => tally.times[kind] ?? []));
    if (merged !== null) times[kind] = merged;
  }
  return { counts, times };
}

/** Groups of the same key as one, by key. */
export function mergeGroups(
  all: readonly Readonly<Record<string, Tally>>[],
): Readonly<Record<string, Tally>> {
  const byKey = new Map<string, Tally[]>();
  for (const groups of all)
    for (const [key, tally] of Object.entries(groups)) {
      const own = byKey.get(key);
      if (own === undefined) byKey.set(key, [tally]);
      else own.push(tally);
    }
  return Object.fromEntries(
    [...byKey]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, tallies]) => [key, mergeTallies(tallies)]),
  );
}
