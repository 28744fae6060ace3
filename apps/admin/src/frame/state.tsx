import { classNames } from '@motcua/ui';
import type { ReactNode } from 'react';
import styles from './state.module.css';

const css = classNames(styles);

export interface StateProps {
  readonly tone: 'open' | 'paused' | 'fault' | 'closed';
  readonly children: ReactNode;
}

/** A state in one or two words, on a ground of its colour. */
export function State({ tone, children }: StateProps) {
  return (
    <span className={css('state', tone)} data-part="state">
      {children}
    </span>
  );
}
