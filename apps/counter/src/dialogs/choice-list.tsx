import { classNames, KeyCap } from '@motcua/ui';
import { type ReactNode, useRef } from 'react';
import { useDigit } from '../pad/use-digit.ts';
import styles from './fields.module.css';

const css = classNames(styles);

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly detail?: string;
}

export interface ChoiceListProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: T | null;
  /** Gets the initial focus. */
  readonly focused?: boolean;
  /** Digits choose a line, too; only for one list in a dialog. */
  readonly digits?: boolean;
  readonly className?: string;
  readonly onChoose: (value: T) => void;
  readonly children?: ReactNode;
}

/** The digits without 0. */
const MAX_DIGITS = 9;

/** Radio buttons as large lines: the browser's arrow keys move between them, Enter submits the form. */
export function ChoiceList<T extends string>(props: ChoiceListProps<T>) {
  const { legend, name, choices, chosen, focused = false, digits = false } = props;
  const { onChoose, className = '', children } = props;
  const first = chosen ?? choices[0]?.value;
  const list = useRef<HTMLFieldSetElement>(null);
  useDigit((digit) => {
    const choice = digits ? choices[digit - 1] : undefined;
    if (choice === undefined) return;
    onChoose(choice.value);
    // Focus the chosen line, so that Enter submits the form.
    list.current?.querySelectorAll('input')[digit - 1]?.focus();
  });
  return (
    <fieldset ref={list} className={`${css('choices')} ${className}`.trim()}>
      <legend>{legend}</legend>
      {choices.map(({ value, label, detail }, index) => (
        <label key={value} className={css('choice')}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            ref={focused && value === first ? focusOnArrival : null}
            onChange={() => onChoose(value)}
          />
          <span className={css('label')}>{label}</span>
          {detail !== undefined && <span className={css('detail')}>{detail}</span>}
          {digits && index < MAX_DIGITS && <KeyCap name={String(index + 1)} />}
        </label>
      ))}
      {children}
    </fieldset>
  );
}

/** The chosen line has the focus already, so running again when the choice moves is harmless. */
const focusOnArrival = (input: HTMLInputElement | null): void => input?.focus();
