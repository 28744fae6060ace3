import { checkOpeningHours } from '@motcua/domain';
import { foldDiacritics } from '@motcua/i18n';
import { readSpans } from '../cell-values.ts';
import type { ImportRules } from '../import-rules.ts';
import { type Holiday, holidaysOf, withHolidays } from './holiday.ts';
import { wordsFor } from './people.ts';
import { textColumns } from './services.ts';

const HOLIDAYS_MOST = 200;

export const HOLIDAYS: ImportRules<Holiday> = {
  needed: ['date'],
  items: ({ use }) => holidaysOf(use.settings.site.hours),
  idOf: ({ date }) => date,
  nameOf: ({ date }) => date,
  keyOf: ({ date }) => date,
  finder: ({ use }) => {
    const byDate = new Map<string, Holiday>(
      holidaysOf(use.settings.site.hours).map((each) => [each.date, each]),
    );
    return (row) => byDate.get(row.day('date') ?? '');
  },

  read: (row, before) => {
    row.needed('date');
    const date = row.day('date');
    const reason = row.localText('reason', before?.reason);
    const hours = row.text('hours');
    const isClosed = hours === '' || wordsFor('import.closed').includes(foldDiacritics(hours));
    const written = isClosed ? [] : readSpans(hours);
    if (written === null) row.fail('hours', 'not-hours', { value: hours });
    const spans = row.has('hours') ? written : (before?.spans ?? []);
    if (date === null || spans === null || row.errors.length > 0) return null;
    return { date, reason, spans };
  },

  check: (after, _, { use }) => {
    if (after.length > HOLIDAYS_MOST)
      return [{ ...TOO_MANY, params: { count: after.length, most: HOLIDAYS_MOST } }];
    const problems = checkOpeningHours(withHolidays(use.settings.site.hours, after));
    return problems.flatMap((problem) => {
      const day = after.find((each) => 'date' in problem && each.date === problem.date);
      if (day === undefined) return [];
      const value = day.spans.map(({ from, to }) => `${from}-${to}`).join('; ');
      return [{ id: day.date, column: 'hours', code: 'not-hours', params: { value } }];
    });
  },

  removal: () => 'goes',

  write: ({ date, reason, spans }, _, words) => ({
    date: { day: date },
    ...textColumns('reason', [reason]),
    hours:
      spans.length === 0
        ? words('closed')
        : spans.map(({ from, to }) => `${from}-${to}`).join('; '),
  }),
};

const TOO_MANY = { id: null, column: null, code: 'too-many-items' } as const;
