import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../clock/zone-clock.ts';
import type { LocalDate, LocalTime } from '../ids.ts';
import type { OpeningHours } from '../site/opening-hours.ts';
import { endOfTerm, isWorkingDay } from './working-days.ts';

const date = (text: string) => text as LocalDate;
const spans = [{ from: '07:30' as LocalTime, to: '16:30' as LocalTime }];
/** Monday to Friday; 2 September is a holiday, and Saturday the 5th is worked in lieu of Friday the 4th. */
const hours: OpeningHours = {
  week: [spans, spans, spans, spans, spans, [], []],
  closedDays: [date('2026-09-02'), date('2026-09-04')].map((day) => ({
    date: day,
    reason: { vi: 'Quốc khánh' },
  })),
  specialDays: [{ date: date('2026-09-05'), spans, reason: { vi: 'Làm bù' } }],
};
const received = (day: string, time: string | null = null) => ({
  day: date(day),
  time: time as LocalTime | null,
});

describe('a term in working days', () => {
  it.each([
    ['within a week', '2026-08-24', 3, '2026-08-27'],
    ['over a weekend', '2026-08-27', 3, '2026-09-01'],
    ['over a holiday, with a Saturday worked in lieu', '2026-09-01', 2, '2026-09-05'],
    ['received on a Sunday: as on Monday', '2026-08-23', 1, '2026-08-25'],
    ['of no day', '2026-08-24', 0, '2026-08-24'],
    ['of no day, received on a holiday', '2026-09-02', 0, '2026-09-03'],
  ])('%s', (_, day, term, end) => {
    expect(endOfTerm(received(day), term, hours)).toBe(end);
  });

  it.each([
    ['14:59', '2026-08-28'],
    ['15:00', '2026-08-31'],
  ])('of no day ends for a dossier of Friday %s on %s', (time, end) => {
    expect(endOfTerm(received('2026-08-28', time), 0, hours)).toBe(end);
  });

  it('does not lose a day to a late hour when it has days', () => {
    expect(endOfTerm(received('2026-08-24', '16:00'), 3, hours)).toBe('2026-08-27');
  });

  it('has no end in an office without working days', () => {
    const never = { week: [[], [], [], [], [], [], []], closedDays: [] };
    expect(endOfTerm(received('2026-08-24'), 1, never)).toBeNull();
  });

  it('has as many working days after its beginning as it says, and ends on one', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(40), (offset, term) => {
        const day = addDays(date('2026-08-01'), offset);
        const end = endOfTerm(received(day), term, hours);
        if (end === null) throw new RangeError('The office has working days');
        expect(isWorkingDay(hours, end)).toBe(true);
        let counted = 0;
        for (let next = addDays(day, 1); next <= end; next = addDays(next, 1))
          if (isWorkingDay(hours, next)) counted += 1;
        expect(counted).toBe(isWorkingDay(hours, day) ? term : term + 1);
      }),
    );
  });
});
