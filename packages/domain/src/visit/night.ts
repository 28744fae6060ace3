import type { Instant, LocalDate } from '../ids.ts';
import type { DayEnd } from '../site/site.ts';
import { type TransitionContext, transition } from './transition.ts';
import type { Visit } from './visit.ts';
import type { VisitAction, VisitActionType } from './visit-action.ts';

/** A visit after a step of the close of the day. */
export interface NightChange {
  readonly visit: Visit;
  readonly action: VisitActionType;
}

/** What becomes of open visits when a day ends. */
export interface Night {
  /** Before the day is closed, in order. */
  readonly evening: readonly NightChange[];
  /** What the next day begins with. */
  readonly morning: readonly NightChange[];
  /** Numbers of all open visits, without practice. */
  readonly leftOver: readonly string[];
  /** Those of them that are carried over to the next morning. */
  readonly rolledOver: readonly string[];
}

/**
 * A visit in service when the day ends counts as served, and is carried over only for services still to do; every other
 * visit is closed as `left`, or carried over with its arrival of the evening before, and waits from `opensAt` on. Practice
 * ends with the day.
 */
export function nightOf(
  visits: Iterable<Visit>,
  dayEnd: DayEnd,
  context: TransitionContext,
  next: LocalDate,
  opensAt: Instant,
): Night {
  const open = Array.from(visits).filter(({ state }) => state !== 'closed');
  const stays = (visit: Visit) =>
    dayEnd === 'roll-over' &&
    !visit.training &&
    (visit.state !== 'serving' || visit.next.length > 0);
  const after = (visit: Visit, action: VisitAction): readonly NightChange[] => {
    const changed = transition(visit, action, context);
    return changed.ok ? [{ visit: changed.value, action: action.type }] : [];
  };

  const leaving = open
    .filter((visit) => !stays(visit))
    .flatMap((visit) =>
      visit.state === 'serving' ? after({ ...visit, next: [] }, FINISH) : after(visit, LEAVE),
    );
  const staying = open.filter(stays);
  const served = staying.flatMap((visit) =>
    visit.state === 'serving' ? after(visit, FINISH) : [],
  );
  const inTheMorning = new Map(
    [...staying, ...served.map(({ visit }) => visit)].map((visit) => [visit.id, visit]),
  );
  return {
    evening: [...leaving, ...served],
    morning: [...inTheMorning.values()].flatMap((visit) =>
      after(visit, { type: 'roll-over', day: next, opensAt }),
    ),
    leftOver: numbersOf(open),
    rolledOver: numbersOf(staying),
  };
}

/** Which clerk sits where the next morning is unknown. */
const FINISH = { type: 'finish', nextServiceId: null, releasesReservation: true } as const;
const LEAVE = { type: 'cancel', as: 'left' } as const;

function numbersOf(visits: readonly Visit[]): readonly string[] {
  return visits.filter(({ training }) => !training).map(({ ticket }) => ticket.number);
}
