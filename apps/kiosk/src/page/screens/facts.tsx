import { classNames } from '@motcua/ui';
import type { ReactNode } from 'react';
import styles from './facts.module.css';

const css = classNames(styles);

/** Short facts about a wait, each an item with a picture. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return (
    <ul className={css('facts')} data-part="facts">
      {children}
    </ul>
  );
}
