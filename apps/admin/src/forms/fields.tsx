import type { LocalText } from '@motcua/domain';
import { LANGUAGES } from '@motcua/i18n';
import { classNames, useTexts } from '@motcua/ui';
import { useId, type ReactNode } from 'react';
import { say, type Words } from './words.ts';
import styles from './fields.module.css';

const css = classNames(styles);

interface Common {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: Words | undefined;
}

/** What hint and problem say is read out with the field. */
function useSayings({ hint, problem }: Pick<Common, 'hint' | 'problem'>) {
  const t = useTexts();
  const id = useId();
  const said = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-wrong`];
  const describedBy = said.filter((each) => each !== '').join(' ');
  const words = (
    <>
      {hint !== undefined && (
        <span className={css('hint')} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem !== undefined && (
        <span className={css('problem')} id={`${id}-wrong`}>
          {say(t, problem)}
        </span>
      )}
    </>
  );
  const marks = {
    'aria-invalid': problem !== undefined,
    ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
  };
  return { id, words, marks };
}

export interface TextFieldProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Width in characters; the whole row without it. */
  readonly width?: number;
  readonly type?: 'text' | 'search';
  readonly numeric?: boolean;
  readonly onBlur?: () => void;
  readonly lang?: string;
}

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, width, type = 'text', numeric = false, onBlur, lang } = props;
  const { id, words, marks } = useSayings(props);
  return (
    <div className={css('field', width === undefined ? '' : 'narrow')}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        lang={lang}
        size={width}
        inputMode={numeric ? 'numeric' : undefined}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        {...marks}
      />
      {words}
    </div>
  );
}

export interface LocalTextFieldProps extends Common {
  readonly value: LocalText;
  readonly onChange: (value: LocalText) => void;
}

/** The same text in every language of the site; only Vietnamese is needed. */
export function LocalTextField(props: LocalTextFieldProps) {
  const { label, value, onChange } = props;
  const t = useTexts();
  const { id, words, marks } = useSayings(props);
  return (
    <fieldset className={css('field', 'local-text')}>
      <legend>{label}</legend>
      {LANGUAGES.map((language) => (
        <div key={language} className={css('local-text-row')}>
          <label htmlFor={`${id}-${language}`}>{t(`admin.language-${language}`)}</label>
          <input
            id={`${id}-${language}`}
            lang={language}
            value={value[language] ?? ''}
            autoComplete="off"
            onChange={(event) => onChange({ ...value, [language]: event.target.value })}
            {...(language === 'vi' ? marks : {})}
          />
        </div>
      ))}
      {words}
    </fieldset>
  );
}

export interface ChoiceProps<T extends string> extends Common {
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  /** Beside the choices: a way to make one more. */
  readonly action?: ReactNode;
}

export function SelectField<T extends string>(props: ChoiceProps<T>) {
  const { label, value, choices, onChange } = props;
  const { id, words, marks } = useSayings(props);
  return (
    <div className={css('field')}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find((choice) => choice.value === target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
        {...marks}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {words}
      {props.action}
    </div>
  );
}

export interface SwitchFieldProps extends Common {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function SwitchField(props: SwitchFieldProps) {
  const { label, value, onChange } = props;
  const { id, words, marks } = useSayings(props);
  return (
    <div className={css('field', 'switch')}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={value}
        onChange={(event) => onChange(event.target.checked)}
        {...(marks['aria-describedby'] === undefined
          ? {}
          : { 'aria-describedby': marks['aria-describedby'] })}
      />
      <label htmlFor={id}>{label}</label>
      {words}
    </div>
  );
}

export interface RadioCardsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly {
    readonly value: T;
    readonly label: string;
    readonly hint?: string;
    /** Fields that belong to this choice, shown while it is chosen. */
    readonly more?: ReactNode;
  }[];
  readonly onChange: (value: T) => void;
}

/** A choice that needs explaining. */
export function RadioCards<T extends string>({
  label,
  value,
  choices,
  onChange,
}: RadioCardsProps<T>) {
  const id = useId();
  return (
    <fieldset className={css('field', 'choices')}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <div key={choice.value} className={css('choice')}>
          <input
            id={`${id}-${choice.value}`}
            type="radio"
            name={id}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <label htmlFor={`${id}-${choice.value}`}>
            <strong>{choice.label}</strong>
            {choice.hint !== undefined && <span className={css('hint')}>{choice.hint}</span>}
          </label>
          {choice.value === value && choice.more !== undefined && (
            <div className={css('more')}>{choice.more}</div>
          )}
        </div>
      ))}
    </fieldset>
  );
}
