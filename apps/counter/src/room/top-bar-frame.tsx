import { classNames } from '@motcua/ui';
import type { ReactNode } from 'react';
import styles from './top-bar.module.css';

const css = classNames(styles);

export interface TopBarFrameProps {
  /** `strong` where the page has its heading elsewhere. */
  readonly heading?: 'h1' | 'strong';
  readonly title: ReactNode;
  /** The signed-in person, beside the title. */
  readonly account?: ReactNode;
  /** The tools at the end of the bar. */
  readonly children: ReactNode;
}

/** The bar at the top of every screen after signing in. */
export function TopBarFrame({
  heading: Heading = 'h1',
  title,
  account,
  children,
}: TopBarFrameProps) {
  return (
    <header className={css('bar')}>
      <Heading className={css('title')}>{title}</Heading>
      {account}
      <div className={css('tools')}>{children}</div>
    </header>
  );
}
