import { isLocalDate, type LocalDate } from '@motcua/domain';

/** A day as people type it: day, month and year with anything between them, or all eight digits; null: invalid. */
export function dayOf(typed: string): LocalDate | null {
  const text = typed.trim();
  const [, day, month, year] =
    /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text) ??
    [];
  const date =
    day === undefined || month === undefined || year === undefined
      ? text
      : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}
