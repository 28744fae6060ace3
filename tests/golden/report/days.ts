import type {
  Booking,
  BookingId,
  CounterId,
  LocalDate,
  PersonId,
  Settings,
  VisitId,
} from '@motcua/domain';
import { aBooking, minutesAfterT0, TODAY } from '@motcua/domain/builders';
import type { DayReport } from '@motcua/protocol/http';
import { dayReport, type DayReportSource } from '@motcua/reports';
import { kimBoi } from '@motcua/testing/kim-boi';
import { JournalWriter } from '../../../packages/reports/test/journal-writer.ts';
import { simulateDay } from './simulated-day.ts';

const TOMORROW = '2026-11-24' as LocalDate;

/** More counters than a commune has. */
const busySite: Settings = {
  ...kimBoi,
  counters: Array.from({ length: 12 }, (_, index) => {
    const like = kimBoi.counters[index % kimBoi.counters.length];
    if (like === undefined) throw new RangeError('Kim Bôi has counters');
    return { ...like, id: `counter-${index + 1}` as CounterId, number: index + 1 };
  }),
};

const reportOf = (
  settings: Settings,
  { changes }: JournalWriter,
  { day = TODAY, madeAt = minutesAfterT0(962), bookings = [] }: Partial<DayReportSource> = {},
) => dayReport({ day, zone: settings.site.zone, settings, changes, bookings, madeAt });

/** Bookings checked in on time, and one each that came late, was cancelled and was not used. */
function bookingsOf({ changes }: JournalWriter): readonly Booking[] {
  const inTime = changes.flatMap((change) =>
    change.type === 'ticket-issued' && change.visit.bookedFor !== null ? [change.visit.id] : [],
  );
  const states: readonly Partial<Booking>[] = [
    ...inTime.map((visitId) => ({ state: 'checked-in', visitId }) as const),
    { state: 'checked-in', visitId: 'late' as VisitId },
    { state: 'cancelled' },
    { state: 'booked' },
  ];
  return states.map((state, index) => aBooking({ id: `booking-${index}` as BookingId, ...state }));
}

function emptyDay(): JournalWriter {
  const journal = new JournalWriter();
  journal.closeDay(minutesAfterT0(961));
  return journal;
}

/** The journal until 10:20, in the middle of the morning. */
function untilTwentyPastTen(journal: JournalWriter): JournalWriter {
  const now = minutesAfterT0(140);
  const morning = new JournalWriter();
  // Journals are in order of time; this one was generated visit by visit.
  morning.changes.push(...journal.changes.filter(({ at }) => at <= now));
  return morning;
}

/** Visits left over yesterday continue: one is served, the others wait. */
function theMorningAfter(): JournalWriter {
  const journal = new JournalWriter();
  const ids = [0, 1, 2].map((minute) => journal.issue(minutesAfterT0(520 + minute)));
  journal.closeDay(minutesAfterT0(961), { dayEnd: 'roll-over' });
  const [first] = ids;
  const [counter] = kimBoi.counters;
  if (first === undefined || counter === undefined) throw new RangeError('No visits');
  const clerkId = 'clerk-1' as PersonId;
  journal.act(first, { type: 'call', counterId: counter.id, clerkId }, minutesAfterT0(1411));
  journal.act(first, { type: 'start-service' }, minutesAfterT0(1412));
  journal.act(first, { type: 'finish', nextServiceId: null }, minutesAfterT0(1420));
  return journal;
}

export const { site } = kimBoi;

const ordinary = simulateDay({
  seed: 23,
  visits: 60,
  faults: 4,
  settings: kimBoi,
  dayEnd: 'close',
  groups: 2,
});
const busy = simulateDay({
  seed: 24,
  visits: 300,
  faults: 40,
  settings: busySite,
  dayEnd: 'roll-over',
  groups: Infinity,
});

export const DAYS = {
  ordinary: reportOf(kimBoi, ordinary, { bookings: bookingsOf(ordinary) }),
  busy: reportOf(busySite, busy, { bookings: bookingsOf(busy) }),
  empty: reportOf(kimBoi, emptyDay()),
  ongoing: reportOf(kimBoi, untilTwentyPastTen(ordinary), { madeAt: minutesAfterT0(140) }),
  morning: reportOf(kimBoi, theMorningAfter(), { day: TOMORROW, madeAt: minutesAfterT0(1580) }),
} as const satisfies Record<string, DayReport>;
