import { classNames } from '@motcua/ui';
import { Bilingual } from '../page/bilingual.tsx';
import { Panel } from './panel.tsx';
import styles from './welcome.module.css';

const css = classNames(styles);

export interface WelcomeProps {
  /** Whether any queue issues numbers; otherwise visitors are not invited to take one. */
  readonly invites: boolean;
}

/** What the room sees while no visit is called. */
export function Welcome({ invites }: WelcomeProps) {
  return (
    <Panel className={css('welcome')}>
      <h2>
        <Bilingual text="display.welcome" />
      </h2>
      <p>
        <Bilingual text={invites ? 'display.how-to-wait' : 'display.no-numbers-now'} />
      </p>
    </Panel>
  );
}
