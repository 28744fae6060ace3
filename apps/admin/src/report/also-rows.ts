import { inLanguage } from '@motcua/domain';
import type { Translate } from '@motcua/i18n';
import type { DayReport } from '@motcua/protocol/http';

export interface AlsoRow {
  readonly label: string;
  readonly said: string;
}

/** What else happened on the day, in the words of its printed page; nothing of what did not. */
export function alsoRows(
  report: Pick<
    DayReport,
    'totals' | 'times' | 'missed' | 'held' | 'priority' | 'bookings' | 'promises' | 'dayClosed'
  >,
  t: Translate,
  language: string,
): readonly AlsoRow[] {
  const { missed, held, priority, bookings, promises, dayClosed } = report;
  const { rewaitingTime } = report.times;
  const minutes = (ms: number | null) => Math.round((ms ?? 0) / 60_000);
  const { services, carriedOver, outcomes } = report.totals;
  const notCome = dayClosed ? 'report.bookings-not-come' : 'report.bookings-still-expected';
  const groups = priority.groups.map(
    ({ name, count }) => `${inLanguage(name, language)}: ${count}`,
  );
  const rows = [
    services !== outcomes.served && {
      label: t('report.services'),
      said: t('report.served-services', { services, visits: outcomes.served }),
    },
    rewaitingTime.count > 0 && {
      label: t('report.rewaiting-time'),
      said: t('report.rewaiting-said', {
        count: rewaitingTime.count,
        median: minutes(rewaitingTime.median),
        longest: minutes(rewaitingTime.longest),
      }),
    },
    bookings.made > 0 && {
      label: t('report.bookings'),
      said: t('report.bookings-said', {
        made: bookings.made,
        came: bookings.checkedIn,
        late: bookings.late,
        cancelled: bookings.cancelled,
        notCome: `${t(notCome)} ${bookings.notCome}`,
      }),
    },
    missed.visits > 0 && {
      label: t('report.missed'),
      said: t('report.missed-said', { count: missed.visits, byHub: missed.byHub }),
    },
    missed.rejoined.length > 0 && {
      label: t('report.rejoined'),
      said: missed.rejoined.map(({ number }) => number).join(', '),
    },
    held.visits > 0 && {
      label: t('report.held'),
      said: t('report.held-said', {
        count: held.visits,
        minutes: minutes(held.time),
      }),
    },
    priority.visits > 0 && {
      label: t('report.priority'),
      said: [String(priority.visits), ...groups].join(' · '),
    },
    promises !== null && {
      label: t('report.promises'),
      said: t('report.promises-said', {
        share: Math.floor((100 * promises.kept) / promises.known),
        count: promises.known,
      }),
    },
    carriedOver > 0 && {
      label: t('report.carried-over'),
      said: t('report.carried-over-said', { count: carriedOver }),
    },
  ];
  return rows.filter((row) => row !== false);
}
