import { newId } from '@motcua/client';
import { inLanguage, isLocalDate, type LocalDate, weekdayOfDate } from '@motcua/domain';
import { Button, classNames, formatLocalDate, useLanguage, useTexts } from '@motcua/ui';
import { Pencil, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { NO_TEXT } from '../forms/text-fields.ts';
import type { Problems } from '../forms/words.ts';
import { DayDialog, type EditedDay } from './day-dialog.tsx';
import { HolidayButtons } from './holiday-buttons.tsx';
import { nextSpan, toHours, type HoursForm } from './hours-form.ts';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import fieldsStyles from '../forms/fields.module.css';
import styles from './days-list.module.css';

const parts = classNames(partsStyles);
const fields = classNames(fieldsStyles);
const css = classNames(styles);

export interface DaysListProps {
  readonly form: HoursForm;
  readonly today: LocalDate;
  readonly check: (form: HoursForm) => Problems;
  readonly onChange: (part: Pick<HoursForm, 'closedDays' | 'specialDays'>) => void;
}

/** Days that are not like the others of their weekday, a line each, year by year; those that are over are folded. */
export function DaysList({ form, today, check, onChange }: DaysListProps) {
  const t = useTexts();
  const [edited, setEdited] = useState<EditedDay | null>(null);
  const days: readonly EditedDay[] = [...form.closedDays, ...form.specialDays].toSorted((a, b) =>
    a.date < b.date ? -1 : Number(a.date > b.date),
  );
  const years = [...new Set(days.map(({ date }) => date.slice(0, 4)))];
  const thisYear = today.slice(0, 4);
  return (
    <Card>
      <h2>{t('admin.closed-days')}</h2>
      <p className={fields('hint')}>{t('admin.closed-days-hint')}</p>
      {days.length === 0 && <p className={parts('nothing')}>{t('admin.no-days')}</p>}
      {years.map((year) => (
        <details key={year} className={css('year')} open={year >= thisYear}>
          <summary>
            {year} ·{' '}
            {t('admin.days-count', {
              count: days.filter(({ date }) => date.startsWith(year)).length,
            })}
          </summary>
          <ul>
            {days
              .filter(({ date }) => date.startsWith(year))
              .map((day) => (
                <DayLine
                  key={day.id}
                  day={day}
                  onEdit={() => setEdited(day)}
                  onRemove={() => onChange(without(form, day.id))}
                />
              ))}
          </ul>
        </details>
      ))}
      <div className={css('add')}>
        <Button
          icon={<Plus size={20} />}
          onPress={() => setEdited({ id: newId(), date: '', reason: NO_TEXT })}
        >
          {t('admin.closed-day-add')}
        </Button>
        <Button
          icon={<Plus size={20} />}
          onPress={() =>
            setEdited({
              ...{ id: newId(), date: '', reason: IN_LIEU },
              spans: form.week[0]?.length === 0 ? [nextSpan([], newId())] : (form.week[0] ?? []),
            })
          }
        >
          {t('admin.special-day-add')}
        </Button>
        <HolidayButtons
          today={today}
          week={toHours(form).week}
          closedDays={form.closedDays}
          onAdd={(added) =>
            onChange({
              ...form,
              closedDays: [...form.closedDays, ...added.map((day) => ({ id: newId(), ...day }))],
            })
          }
        />
      </div>
      <p className={fields('hint')}>{t('admin.holidays-hint')}</p>
      {edited !== null && (
        <DayDialog
          key={edited.id}
          title={t('spans' in edited ? 'admin.special-day' : 'admin.closed-day')}
          day={edited}
          check={(day) => ofDay(check({ ...form, ...withDay(form, day) }), day)}
          onDone={(day) => {
            onChange(withDay(form, day));
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}

const IN_LIEU = { vi: 'Làm bù', en: 'Worked in lieu', de: 'Ersatzarbeitstag' };

interface DayLineProps {
  readonly day: EditedDay;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function DayLine({ day, onEdit, onRemove }: DayLineProps) {
  const t = useTexts();
  const language = useLanguage();
  const date = isLocalDate(day.date) ? formatLocalDate(day.date, language) : day.date;
  const weekday = isLocalDate(day.date) ? weekdayOfDate(day.date) : null;
  return (
    <li>
      <span className="tabular">{date}</span>
      <span className={parts('soft')}>
        {weekday !== null && t(`admin.weekday-${weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`)}
      </span>
      <span className={css('words')}>
        {inLanguage(day.reason, language)}
        {'spans' in day && (
          <strong className="tabular">
            {day.spans.map(({ from, to }) => `${from}–${to}`).join(', ')}
          </strong>
        )}
      </span>
      <Button
        variant="quiet"
        icon={<Pencil size={18} />}
        aria-label={`${t('admin.day-edit')}: ${date}`}
        onPress={onEdit}
      />
      <Button
        variant="quiet"
        icon={<X size={18} />}
        aria-label={`${t('common.remove')}: ${date}`}
        onPress={onRemove}
      />
    </li>
  );
}

type Days = Pick<HoursForm, 'closedDays' | 'specialDays'>;

function without({ closedDays, specialDays }: Days, id: string): Days {
  return {
    closedDays: closedDays.filter((day) => day.id !== id),
    specialDays: specialDays.filter((day) => day.id !== id),
  };
}

function withDay(days: Days, day: EditedDay): Days {
  const { closedDays, specialDays } = without(days, day.id);
  return 'spans' in day
    ? { closedDays, specialDays: [...specialDays, day] }
    : { closedDays: [...closedDays, day], specialDays };
}

/** Only what this day is to blame for; a date that is there twice is said where it is being typed. */
function ofDay(problems: Problems, day: EditedDay): Problems {
  const keys = [`day-${day.id}`, `reason-${day.id}`];
  const spans = 'spans' in day ? day.spans.map(({ id }) => `span-${id}`) : [];
  return Object.fromEntries(
    Object.entries(problems).filter(([key]) => keys.includes(key) || spans.includes(key)),
  );
}
