import type { CounterId, Settings } from '@motcua/domain';
import { minutesAfterT0, TODAY } from '@motcua/domain/builders';
import { dayReport, type DayReport } from '@motcua/reports';
import { kimBoi } from '@motcua/testing/kim-boi';
import { JournalWriter } from '../../../packages/reports/test/journal-writer.ts';
import { simulateDay } from './simulated-day.ts';

/** More counters than a commune has. */
const busySite: Settings = {
  ...kimBoi,
  counters: Array.from({ length: 12 }, (_, index) => {
    const like = kimBoi.counters[index % kimBoi.counters.length];
    if (like === undefined) throw new RangeError('Kim Bôi has counters');
    return { ...like, id: `counter-${index + 1}` as CounterId, number: index + 1 };
  }),
};

const reportOf = (settings: Settings, { changes }: JournalWriter, madeAt = minutesAfterT0(962)) =>
  dayReport({ day: TODAY, zone: settings.site.zone, settings, changes, madeAt });

function nobodyCame(): JournalWriter {
  const journal = new JournalWriter();
  journal.closeDay(minutesAfterT0(961));
  return journal;
}

/** What the journal knows at 10:20, in the middle of the morning. */
function untilTwentyPastTen(journal: JournalWriter): JournalWriter {
  const now = minutesAfterT0(140);
  const morning = new JournalWriter();
  // Journals are in the order of their writing; this one was written visit by visit.
  morning.changes.push(...journal.changes.filter(({ at }) => at <= now));
  return morning;
}

export const { site } = kimBoi;

const ordinary = simulateDay({ seed: 23, visits: 60, faults: 4, settings: kimBoi });

export const DAYS = {
  ordinary: reportOf(kimBoi, ordinary),
  busy: reportOf(busySite, simulateDay({ seed: 24, visits: 300, faults: 40, settings: busySite })),
  empty: reportOf(kimBoi, nobodyCame()),
  ongoing: reportOf(kimBoi, untilTwentyPastTen(ordinary), minutesAfterT0(140)),
} as const satisfies Record<string, DayReport>;
