import { newId } from '@motcua/client';
import { isLocalDate, weekdayOfDate } from '@motcua/domain';
import { Button, classNames, Dialog, useTexts } from '@motcua/ui';
import { Plus } from 'lucide-react';
import { type SubmitEvent, useId, useState } from 'react';
import { DayField } from '../forms/day-field.tsx';
import { LocalTextField } from '../forms/fields.tsx';
import { say, type Problems } from '../forms/words.ts';
import { nextSpan, type ClosedDayRow, type SpecialDayRow } from './hours-form.ts';
import { SpansOfDay } from './week-grid.tsx';
import partsStyles from '../frame/parts.module.css';
import fieldsStyles from '../forms/fields.module.css';
import weekGridStyles from './week-grid.module.css';

const parts = classNames(partsStyles);
const fields = classNames(fieldsStyles);
const weekGrid = classNames(weekGridStyles);

/** A day that is written down; without spans it is closed. */
export type EditedDay = ClosedDayRow | SpecialDayRow;

export interface DayDialogProps {
  readonly title: string;
  readonly day: EditedDay;
  /** What is wrong with the hours if this day were so. */
  readonly check: (day: EditedDay) => Problems;
  readonly onDone: (day: EditedDay) => void;
  readonly onClose: () => void;
}

/** One day that is not like the others of its weekday. */
export function DayDialog({ title, day: before, check, onDone, onClose }: DayDialogProps) {
  const t = useTexts();
  const formId = useId();
  const [day, setDay] = useState(before);
  const [attempted, setAttempted] = useState(false);
  const problems = attempted ? check(day) : {};
  const dayProblem = problems[`day-${day.id}`];
  const isNoHours = dayProblem?.key === 'admin.hours-no-hours';
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // The page's own form has nothing to do with this one.
    event.stopPropagation();
    setAttempted(true);
    if (Object.keys(check(day)).length === 0) onDone(day);
  };
  return (
    <Dialog
      title={title}
      isOpen
      closesOutside={false}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary">
            {t('admin.day-done')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={parts('stack')} onSubmit={submit}>
        <DayField
          label={t('admin.closed-date')}
          value={isLocalDate(day.date) ? day.date : null}
          onChange={(date) => setDay({ ...day, date })}
          problem={isNoHours ? undefined : dayProblem}
        />
        {'spans' in day && (
          <fieldset className={fields('field')}>
            <legend>{t('admin.special-hours')}</legend>
            <div className={weekGrid('spans')}>
              <SpansOfDay
                spans={day.spans}
                day={nameOf(day.date, t('admin.special-hours'), (n) => t(`admin.weekday-${n}`))}
                problems={problems}
                onChange={(spans) => setDay({ ...day, spans })}
              />
              <Button
                variant="quiet"
                icon={<Plus size={18} />}
                onPress={() =>
                  setDay({ ...day, spans: [...day.spans, nextSpan(day.spans, newId())] })
                }
              >
                {t('admin.span-add')}
              </Button>
            </div>
            {isNoHours && <span className={fields('problem')}>{say(t, dayProblem)}</span>}
          </fieldset>
        )}
        <LocalTextField
          label={t('admin.closed-reason')}
          value={day.reason}
          onChange={(reason) => setDay({ ...day, reason })}
          problem={problems[`reason-${day.id}`]}
        />
      </form>
    </Dialog>
  );
}

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

function nameOf(date: string, none: string, weekday: (day: Weekday) => string): string {
  return isLocalDate(date) ? weekday(weekdayOfDate(date) as Weekday) : none;
}
