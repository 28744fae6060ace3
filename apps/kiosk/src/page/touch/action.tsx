import { classNames } from '@motcua/ui';
import { Press, type PressProps } from './press.tsx';
import styles from './action.module.css';

const css = classNames(styles);

export interface ActionProps extends Omit<PressProps, 'className'> {
  readonly look?: 'plain' | 'primary' | 'quiet';
  /** What the screen is for: as wide as there is space, and higher. */
  readonly isMain?: boolean;
  readonly className?: string;
}

/** A button with words, of any screen. */
export function Action({ look = 'plain', isMain = false, className = '', ...press }: ActionProps) {
  return (
    <Press
      {...press}
      className={`${css('action', look, isMain ? 'main' : '')} ${className}`.trim()}
    />
  );
}
