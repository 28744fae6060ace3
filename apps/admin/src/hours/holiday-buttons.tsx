import { type ClosedDay, type LocalDate, type OpeningHours, proposeHolidays } from '@motcua/domain';
import { Button, classNames, useTexts } from '@motcua/ui';
import { CalendarPlus } from 'lucide-react';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface HolidayButtonsProps {
  readonly today: LocalDate;
  /** Decides which holidays fall on a day off, and what is given for them. */
  readonly week: OpeningHours['week'];
  readonly closedDays: readonly { readonly date: string }[];
  readonly onAdd: (days: readonly ClosedDay[]) => void;
}

/** One for this year and one for the next: each adds what is missing and takes nothing away. */
export function HolidayButtons({ today, week, closedDays, onAdd }: HolidayButtonsProps) {
  const t = useTexts();
  const thisYear = Number(today.slice(0, 4));
  const there = new Set(closedDays.map(({ date }) => date));
  return [thisYear, thisYear + 1].map((year) => {
    const missing = proposeHolidays(year, week).filter(({ date }) => !there.has(date));
    return missing.length === 0 ? (
      <span key={year} className={parts('soft')}>
        {t('admin.holidays-there', { year })}
      </span>
    ) : (
      <Button key={year} icon={<CalendarPlus size={20} />} onPress={() => onAdd(missing)}>
        {t('admin.holidays-add', { year })}
      </Button>
    );
  });
}
