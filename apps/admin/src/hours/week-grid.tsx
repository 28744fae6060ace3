import { newId } from '@motcua/client';
import { Button, classNames, useTexts } from '@motcua/ui';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { say, type Problems } from '../forms/words.ts';
import { nextSpan, type SpanRow } from './hours-form.ts';
import { tidyTime } from './typed-time.ts';
import fieldsStyles from '../forms/fields.module.css';
import styles from './week-grid.module.css';

const fields = classNames(fieldsStyles);
const css = classNames(styles);

export const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

export interface WeekGridProps {
  readonly week: readonly (readonly SpanRow[])[];
  readonly problems: Problems;
  readonly onChange: (week: readonly (readonly SpanRow[])[]) => void;
}

/** A row for each day, its spans side by side; what lies between two of them is a break. */
export function WeekGrid({ week, problems, onChange }: WeekGridProps) {
  const t = useTexts();
  const put = (weekday: number, spans: readonly SpanRow[]) =>
    onChange(week.map((day, index) => (index === weekday ? spans : day)));
  return (
    <div className={css('week')}>
      {WEEKDAYS.map((weekday) => {
        const spans = week[weekday] ?? [];
        const day = t(`admin.weekday-${weekday}`);
        return (
          <div key={weekday} className={css('day')} role="group" aria-label={day}>
            <strong>{day}</strong>
            <div className={css('spans')}>
              {spans.length === 0 && <span className={css('closed')}>{t('admin.closed')}</span>}
              <SpansOfDay
                spans={spans}
                day={day}
                problems={problems}
                onChange={(changed) => put(weekday, changed)}
              />
            </div>
            <Button
              variant="quiet"
              icon={<Plus size={18} />}
              aria-label={`${day}: ${t('admin.span-add')}`}
              onPress={() => put(weekday, [...spans, nextSpan(spans, newId())])}
            >
              {t('admin.span-add')}
            </Button>
          </div>
        );
      })}
    </div>
  );
}

export interface SpansOfDayProps {
  readonly spans: readonly SpanRow[];
  /** The name of the day, for screen readers. */
  readonly day: string;
  readonly problems: Problems;
  readonly onChange: (spans: readonly SpanRow[]) => void;
}

/** The spans of one day, each with its two times. */
export function SpansOfDay({ spans, day, problems, onChange }: SpansOfDayProps) {
  const t = useTexts();
  return spans.map((span, index) => (
    <Span
      key={span.id}
      span={span}
      place={`${day}, ${t('admin.span-number', { number: index + 1 })}`}
      problems={problems}
      onChange={(changed) => onChange(spans.map((each) => (each.id === span.id ? changed : each)))}
      onRemove={() => onChange(spans.filter(({ id }) => id !== span.id))}
    />
  ));
}

interface SpanProps {
  readonly span: SpanRow;
  readonly place: string;
  readonly problems: Problems;
  readonly onChange: (span: SpanRow) => void;
  readonly onRemove: () => void;
}

function Span({ span, place, problems, onChange, onRemove }: SpanProps) {
  const t = useTexts();
  const id = useId();
  const problem = problems[`span-${span.id}`];
  const wrong = { 'aria-invalid': problem !== undefined, 'aria-describedby': `${id}-wrong` };
  return (
    <div className={css('span')}>
      {(['from', 'to'] as const).map((end) => (
        <span key={end} className={css('end')}>
          {end === 'to' && <span aria-hidden="true">–</span>}
          <input
            className={`${fields('input')} ${css('input')} tabular`}
            value={span[end]}
            size={5}
            inputMode="numeric"
            autoComplete="off"
            aria-label={`${place}: ${t(`admin.span-${end}`)}`}
            onChange={(event) => onChange({ ...span, [end]: event.target.value })}
            onBlur={() => onChange({ ...span, [end]: tidyTime(span[end]) })}
            {...wrong}
          />
        </span>
      ))}
      <Button
        variant="quiet"
        icon={<X size={18} />}
        aria-label={`${place}: ${t('common.remove')}`}
        onPress={onRemove}
      />
      <span className={fields('problem')} id={`${id}-wrong`}>
        {problem !== undefined && say(t, problem)}
      </span>
    </div>
  );
}
