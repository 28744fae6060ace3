import type { ClosedDay, LocalDate } from '@motcua/domain';
import { Button, classNames, useTexts } from '@motcua/ui';
import { CalendarPlus } from 'lucide-react';
import { HOLIDAY_YEARS, missingHolidays } from './public-holidays.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface HolidayButtonsProps {
  readonly today: LocalDate;
  readonly closedDays: readonly { readonly date: string }[];
  readonly onAdd: (days: readonly ClosedDay[]) => void;
}

/** One for each year to come: it adds what is missing and takes nothing away. */
export function HolidayButtons({ today, closedDays, onAdd }: HolidayButtonsProps) {
  const t = useTexts();
  return HOLIDAY_YEARS.filter((year) => year >= Number(today.slice(0, 4))).map((year) => {
    const missing = missingHolidays(year, closedDays);
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
