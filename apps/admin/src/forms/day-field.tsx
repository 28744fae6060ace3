import type { LocalDate } from '@motcua/domain';
import { Button, classNames, formatLocalDate, useLanguage, useTexts } from '@motcua/ui';
import { CalendarDays } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { dayOf } from './typed-day.ts';
import { say, type Words } from './words.ts';
import fieldsStyles from './fields.module.css';
import styles from './day-field.module.css';

const fields = classNames(fieldsStyles);
const css = classNames(styles);

/** Not before Chromium 99; a day can be typed everywhere. */
const HAS_CALENDAR = 'showPicker' in HTMLInputElement.prototype;

export interface DayFieldProps {
  readonly label: string;
  /** Null: no day yet. */
  readonly value: LocalDate | null;
  readonly onChange: (day: LocalDate) => void;
  readonly problem?: Words | undefined;
}

interface Typed {
  readonly text: string;
  /** What the field had then: another value from outside replaces what was typed. */
  readonly over: LocalDate | null;
}

/**
 * A day, typed and shown in the language of the page; a browser writes its own field in the order of its own language.
 * What is no day yet changes nothing.
 */
export function DayField({ label, value, onChange, problem }: DayFieldProps) {
  const t = useTexts();
  const language = useLanguage();
  const id = useId();
  const calendar = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<Typed | null>(null);
  const [left, setLeft] = useState(false);
  const isMine = typed !== null && (typed.over === value || dayOf(typed.text) === value);
  const text = isMine ? typed.text : value === null ? '' : formatLocalDate(value, language);
  const isUnread = isMine && left && dayOf(typed.text) === null;
  const wrong = problem ?? (isUnread ? { key: 'admin.problem-day' } : undefined);
  return (
    <div className={`${fields('field')} ${css('field')}`}>
      <label htmlFor={id}>{label}</label>
      <span className={css('row')}>
        <input
          id={id}
          value={text}
          size={11}
          inputMode="numeric"
          autoComplete="off"
          placeholder={t('admin.day-pattern')}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-wrong`}
          onChange={({ target }) => {
            setTyped({ text: target.value, over: value });
            setLeft(false);
            const day = dayOf(target.value);
            if (day !== null) onChange(day);
          }}
          onBlur={() => {
            setLeft(true);
            if (isMine && dayOf(typed.text) !== null) setTyped(null);
          }}
        />
        {HAS_CALENDAR && (
          <Button
            variant="quiet"
            icon={<CalendarDays size={20} />}
            aria-label={`${label}: ${t('admin.day-calendar')}`}
            onPress={() => calendar.current?.showPicker()}
          />
        )}
        <input
          ref={calendar}
          type="date"
          className={css('calendar')}
          tabIndex={-1}
          aria-hidden="true"
          value={value ?? ''}
          onChange={({ target }) => {
            const day = dayOf(target.value);
            if (day === null) return;
            setTyped(null);
            onChange(day);
          }}
        />
      </span>
      {wrong !== undefined && (
        <span className={fields('problem')} id={`${id}-wrong`}>
          {say(t, wrong)}
        </span>
      )}
    </div>
  );
}
