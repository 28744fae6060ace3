import {
  ANNOUNCEMENT_LIFE_MS,
  type Announcement,
  type CounterId,
  type Instant,
  type PrintJob,
  SLIP_SILENT_AFTER_MS,
} from '@motcua/domain';
import type { DayReport } from '@motcua/protocol/http';
import type { DayMaterial } from './day-material.ts';

const LONGEST_WAITS = 5;

/** The visits that waited longest, until their first call and again after it, the longest first. */
export function longestWaits({ visits, settings }: DayMaterial): DayReport['longestWaits'] {
  return visits
    .flatMap((visit) => {
      const { waitingTime, rewaitingTime, firstCalledAt } = visit;
      if (waitingTime === null || firstCalledAt === null) return [];
      const { counterId } = visit.intervals.find(({ state }) => state === 'called') ?? {};
      return {
        number: visit.number,
        queueId: visit.queueId,
        waitingTime,
        rewaitingTime,
        wholeWait: waitingTime + (rewaitingTime ?? 0),
        heldTime: visit.heldTime,
        arrivedAt: visit.arrivedAt,
        calledAt: firstCalledAt,
        counterNumber: numberOf(settings, counterId ?? null),
        peopleAhead: visit.peopleAhead,
      };
    })
    .sort((a, b) => b.wholeWait - a.wholeWait || a.arrivedAt - b.arrivedAt)
    .slice(0, LONGEST_WAITS);
}

/** Visits that ended as missed; one that was reinstated and served is not among them. */
export function noShows({ visits, settings }: DayMaterial): DayReport['noShows'] {
  return visits
    .filter(({ outcome }) => outcome === 'no-show')
    .flatMap(({ number, queueId, intervals, calls, recalls }) => {
      const last = intervals.findLast(({ endedBy }) => endedBy === 'mark-no-show');
      if (last === undefined) return [];
      return {
        number,
        queueId,
        counterNumber: numberOf(settings, last.counterId),
        calledAt: last.from,
        calls: calls + recalls,
        byHub: last.endedByHub,
      };
    });
}

/**
 * Calls that were not audible although they should have been. Those that ended before they were
 * spoken are counted but not listed; recent ones may still be spoken.
 */
export function callsNotHeard(
  announcements: readonly Announcement[],
  madeAt: Instant,
): DayReport['callsNotHeard'] {
  return announcements.flatMap(({ number, counterNumber, calledAt, state, failure }) => {
    if (state === 'played' || failure === 'withdrawn') return [];
    if (state !== 'failed' && madeAt - calledAt <= ANNOUNCEMENT_LIFE_MS) return [];
    return { number, counterNumber, calledAt, why: failure ?? 'never-played' };
  });
}

/** Slips that were not printed, or of which it is unknown whether they came out, at `madeAt`. */
export function slipsNotPrinted(
  printJobs: readonly PrintJob[],
  madeAt: Instant,
): DayReport['slipsNotPrinted'] {
  return printJobs.flatMap(({ number, askedAt, state, fault, resolution }) => {
    if (state === 'printed') return [];
    if (state === 'asked' && madeAt - askedAt <= SLIP_SILENT_AFTER_MS) return [];
    return { number, askedAt, fault: fault ?? 'fate-unknown', resolution };
  });
}

function numberOf(settings: DayMaterial['settings'], id: CounterId | null): number | null {
  return settings.counters.find((counter) => counter.id === id)?.number ?? null;
}
