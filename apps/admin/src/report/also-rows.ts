import { inLanguage } from '@motcua/domain';
import type { Translate } from '@motcua/i18n';
import type { DayFigures } from '../hub-api/answers.ts';

export interface AlsoRow {
  readonly label: string;
  readonly said: string;
}

/** What else happened on the day, in the words of its printed page; nothing of what did not. */
export function alsoRows(
  { also, served, dayClosed }: Pick<DayFigures, 'also' | 'served' | 'dayClosed'>,
  t: Translate,
  language: string,
): readonly AlsoRow[] {
  const { services, carriedOver, missed, missedByHub, rejoined, held, bookings, promises } = also;
  const notCome = dayClosed ? 'report.bookings-not-come' : 'report.bookings-still-expected';
  const groups = also.groups.map(({ name, count }) => `${inLanguage(name, language)}: ${count}`);
  const rows = [
    services !== served && {
      label: t('report.services'),
      said: t('report.served-services', { services, visits: served }),
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
    missed > 0 && {
      label: t('report.missed'),
      said: t('report.missed-said', { count: missed, byHub: missedByHub }),
    },
    rejoined.length > 0 && { label: t('report.rejoined'), said: rejoined.join(', ') },
    held.visits > 0 && {
      label: t('report.held'),
      said: t('report.held-said', {
        count: held.visits,
        minutes: Math.round(held.time / 60_000),
      }),
    },
    also.priority > 0 && {
      label: t('report.priority'),
      said: [String(also.priority), ...groups].join(' · '),
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
