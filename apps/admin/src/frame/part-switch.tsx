import { classNames } from '@motcua/ui';
import { useLeave } from '../forms/unsaved.tsx';
import styles from './part-switch.module.css';

const css = classNames(styles);

export interface PartSwitchProps<Part extends string> {
  readonly label: string;
  readonly parts: readonly Part[];
  readonly shown: Part;
  readonly nameOf: (part: Part) => string;
  readonly onShow: (part: Part) => void;
}

/** Which part of a page is shown; asks first when something is not saved. */
export function PartSwitch<Part extends string>(props: PartSwitchProps<Part>) {
  const { label, parts, shown, nameOf, onShow } = props;
  const leave = useLeave();
  return (
    <div className={css('segments')} data-part="segments" role="group" aria-label={label}>
      {parts.map((part) => (
        <button
          key={part}
          type="button"
          aria-pressed={part === shown}
          onClick={() => leave(() => onShow(part))}
        >
          {nameOf(part)}
        </button>
      ))}
    </div>
  );
}
