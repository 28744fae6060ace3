import { classNames } from '@motcua/ui';
import { Arrow } from './arrow.tsx';
import { Panel } from './panel.tsx';
import { Bilingual } from '../page/bilingual.tsx';
import type { ShownCall } from '../page/room-view.ts';
import styles from './called-list.module.css';

const css = classNames(styles);

export interface CalledListProps {
  /** At most `CALLED_ROWS`, newest first. */
  readonly calls: readonly ShownCall[];
}

/** More rows would make the digits too small to read from ten metres. */
export const CALLED_ROWS = 5;

/** The earlier calls and their counters. */
export function CalledList({ calls }: CalledListProps) {
  return (
    <Panel className={css('list')}>
      <h2 className={css('title')}>
        <Bilingual text="display.called" />
        <Bilingual text="display.counter" />
      </h2>
      <ol>
        {calls.map(({ id, number, counterNumber, fresh }) => (
          <li key={id} data-fresh={fresh || undefined}>
            <span className={css('number')}>{number}</span>
            <Arrow className={css('arrow')} />
            <span className={css('counter')}>{counterNumber}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
