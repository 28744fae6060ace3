import { classNames, useTexts } from '@motcua/ui';
import { useId } from 'react';
import { say, type Words } from './words.ts';
import styles from './fields.module.css';

const css = classNames(styles);

export interface CheckListProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
  readonly problem?: Words | undefined;
}

/** Any of a few choices, in the order in which they stand. */
export function CheckList<T extends string>(props: CheckListProps<T>) {
  const { label, choices, chosen, onChange, problem } = props;
  const t = useTexts();
  const id = useId();
  return (
    <fieldset className={css('field')} aria-describedby={problem && id}>
      <legend>{label}</legend>
      <div className={css('checks')}>
        {choices.map(({ value, label: words }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => {
                const all = choices.map((choice) => choice.value);
                onChange(
                  all.filter((each) => (each === value ? target.checked : chosen.includes(each))),
                );
              }}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
      {problem !== undefined && (
        <span className={css('problem')} id={id}>
          {say(t, problem)}
        </span>
      )}
    </fieldset>
  );
}
