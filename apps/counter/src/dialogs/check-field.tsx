import { classNames } from '@motcua/ui';
import type { ReactNode } from 'react';
import styles from './fields.module.css';

const css = classNames(styles);

export interface CheckFieldProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  /** Gets the initial focus. */
  readonly focused?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A checkbox, as large as a line of choices. */
export function CheckField({ label, checked, focused = false, onChange }: CheckFieldProps) {
  return (
    <label className={css('choice')}>
      <input
        type="checkbox"
        checked={checked}
        ref={focused ? focusOnArrival : null}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={css('label')}>{label}</span>
    </label>
  );
}

const focusOnArrival = (input: HTMLInputElement | null): void => input?.focus();
