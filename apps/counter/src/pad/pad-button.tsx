import { classNames, KeyCap } from '@motcua/ui';
import type { ReactNode } from 'react';
import type { PadCommand } from './pad-command.ts';
import { SHOWN_KEYS } from './shortcuts.ts';
import styles from './command-pad.module.css';

const css = classNames(styles);

export interface PadButtonProps {
  readonly command: PadCommand;
  readonly label: string;
  readonly icon: ReactNode;
  readonly allowed: boolean;
  /** Why it is disabled for a moment. */
  readonly why?: string | null;
  /** Called also while it is not allowed, to explain why. */
  readonly onPress: (command: PadCommand) => void;
}

export function PadButton({ command, label, icon, allowed, why = null, onPress }: PadButtonProps) {
  return (
    <button
      type="button"
      className={css('button', command)}
      data-command={command}
      aria-disabled={!allowed}
      // A mouse press must not move the focus, so that Enter still means "call next".
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPress(command)}
    >
      <span className={css('icon')} aria-hidden="true">
        {icon}
      </span>
      <span className={css('label')}>
        {label}
        {why !== null && <small className={css('why')}>{why}</small>}
      </span>
      <span className={css('keys')}>
        {SHOWN_KEYS[command].map((key) => (
          <KeyCap key={key} name={key} />
        ))}
      </span>
    </button>
  );
}
