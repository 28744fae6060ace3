import type { ReactNode } from 'react';

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
  /** The keyboard starts here. */
  readonly focused?: boolean;
  readonly onChoose: (value: T) => void;
  readonly children?: ReactNode;
}

/** Radio buttons as large lines: the browser's own arrow keys move among them, Enter sends the form. */
export function ChoiceList<T extends string>(props: ChoiceListProps<T>) {
  const { legend, name, choices, chosen, focused = false, onChoose, children } = props;
  const first = chosen ?? choices[0]?.value;
  return (
    <fieldset className="choice-list">
      <legend>{legend}</legend>
      {choices.map(({ value, label, detail }) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            ref={focused && value === first ? focusOnArrival : null}
            onChange={() => onChoose(value)}
          />
          <span className="choice-label">{label}</span>
          {detail !== undefined && <span className="choice-detail">{detail}</span>}
        </label>
      ))}
      {children}
    </fieldset>
  );
}

/** The chosen line has the focus anyway, so being called again when the choice moves does no harm. */
const focusOnArrival = (input: HTMLInputElement | null): void => input?.focus();
