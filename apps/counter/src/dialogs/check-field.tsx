import type { ReactNode } from 'react';

export interface CheckFieldProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box to tick, as large as a line of choices. */
export function CheckField({ label, checked, onChange }: CheckFieldProps) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="choice-label">{label}</span>
    </label>
  );
}
