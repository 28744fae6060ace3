import {
  createZoneClock,
  isTakenBack,
  isUnspoken,
  spansOn,
  type Booking,
  type Instant,
  type LocalDate,
  type OpenSpan,
  type Settings,
} from '@motcua/domain';
import type { Change } from '@motcua/protocol';
import type { DayReport } from '@motcua/protocol/http';
import { recordsOf } from '../intervals.ts';
import { spreadOf, type Span } from '../statistics.ts';
import { outcomesOf } from '../visit-record.ts';
import { counterFigures } from './counter-figures.ts';
import { hourFigures, queueFigures, servicesIn } from './day-figures.ts';
import { callsNotHeard, longestWaits, noShows, slipsNotPrinted } from './day-incidents.ts';
import type { DayMaterial } from './day-material.ts';
import { bookingFigures, heldFigures, missedFigures, priorityFigures } from './office-figures.ts';
import { promiseFigures } from './promise-figures.ts';

export interface DayReportSource {
  readonly day: LocalDate;
  /** IANA zone of the site; an unknown one throws a RangeError. */
  readonly zone: string;
  readonly settings: Settings;
  /** In order of seq; changes of other days are ignored. */
  readonly changes: Iterable<Change>;
  /** Their present state, because they are made on earlier days; those for other days are ignored. */
  readonly bookings: readonly Booking[];
  readonly madeAt: Instant;
}

/** The day's figures, from the journal and the settings only; a day without a visit has a report too. */
export function dayReport(source: DayReportSource): DayReport {
  const { day, zone, settings, changes, madeAt } = source;
  const clock = createZoneClock(zone);
  const records = recordsOf(changes);
  const visits = records.visits.filter((visit) => visit.day === day);
  const ofTheDay = (at: Instant) => clock.localDate(at) === day;
  const announcements = records.announcements.filter(({ calledAt }) => ofTheDay(calledAt));
  const printJobs = records.printJobs.filter(({ askedAt }) => ofTheDay(askedAt));
  const closed = records.closedDays.get(day) ?? null;
  const bounds: Span = { from: clock.startOfDay(day), to: clock.endOfDay(day) };
  const steps = visits.flatMap((visit) => visit.steps);
  const material: DayMaterial = { visits, settings, clock };
  const openHours = openHoursOf(settings, day);
  return {
    kind: 'day',
    day,
    zone,
    madeAt,
    dayClosed: closed !== null,
    openHours,
    totals: {
      issued: visits.filter(({ carriedOver }) => !carriedOver).length,
      carriedOver: visits.filter(({ carriedOver }) => carriedOver).length,
      outcomes: outcomesOf(visits),
      open: visits.filter(({ outcome }) => outcome === null).map(({ number }) => number),
      rolledOver: closed?.rolledOver ?? [],
      services: servicesIn(steps),
      transfers: visits.reduce((sum, { transfers }) => sum + transfers, 0),
      announcements: announcements.filter((call) => !isTakenBack(call)).length,
      unspoken: announcements.filter((call) => isUnspoken(call) && !isTakenBack(call)).length,
      slips: printJobs.length,
      slipsUnproved: printJobs.filter(({ proof }) => proof === 'accepted').length,
    },
    times: {
      waitingTime: spreadOf(visits.map(({ waitingTime }) => waitingTime)),
      rewaitingTime: spreadOf(visits.map(({ rewaitingTime }) => rewaitingTime)),
      walkingTime: spreadOf(visits.map(({ walkingTime }) => walkingTime)),
      servingTime: spreadOf(steps.map(({ servingTime }) => servingTime)),
    },
    queues: queueFigures(material),
    hours: hourFigures(material, openHours),
    counters: counterFigures(material, records.counters, bounds, madeAt),
    missed: missedFigures(material),
    held: heldFigures(material),
    priority: priorityFigures(material, closed?.priorityGroups ?? {}),
    bookings: bookingFigures(
      source.bookings.filter((booking) => booking.day === day),
      material,
    ),
    promises: promiseFigures(material, Math.min(madeAt, bounds.to) as Instant),
    noShows: noShows(material),
    callsNotHeard: callsNotHeard(announcements, madeAt),
    slipsNotPrinted: slipsNotPrinted(printJobs, madeAt),
    longestWaits: longestWaits(material),
  };
}

function openHoursOf({ site }: Settings, day: LocalDate): readonly OpenSpan[] {
  return spansOn(site.hours, day);
}
