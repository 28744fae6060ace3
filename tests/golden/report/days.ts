import type { CounterId, Settings } from '@motcua/domain';
import { minutesAfterT0, TODAY } from '@motcua/domain/builders';
import { dayReport, type DayReport } from '@motcua/reports';
import { kimBoi } from '@motcua/testing/kim-boi';
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

const reportOf = (settings: Settings, changes: Parameters<typeof dayReport>[0]['changes']) =>
  dayReport({
    day: TODAY,
    zone: settings.site.zone,
    settings,
    changes,
    madeAt: minutesAfterT0(962),
  });

export const { site } = kimBoi;

export const DAYS = {
  ordinary: reportOf(
    kimBoi,
    simulateDay({ seed: 23, visits: 60, faults: 4, settings: kimBoi }).changes,
  ),
  busy: reportOf(
    busySite,
    simulateDay({ seed: 24, visits: 400, faults: 40, settings: busySite }).changes,
  ),
  empty: reportOf(kimBoi, []),
} as const satisfies Record<string, DayReport>;
