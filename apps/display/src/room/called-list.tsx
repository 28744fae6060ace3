import { Arrow } from './arrow.tsx';
import { Panel } from './panel.tsx';
import { Bilingual } from '../page/bilingual.tsx';
import type { ShownCall } from '../page/room-view.ts';
import './called-list.css';

export interface CalledListProps {
  /** At most `CALLED_ROWS`, newest first. */
  readonly calls: readonly ShownCall[];
}

/** More rows would make the digits too small to read from ten metres. */
export const CALLED_ROWS = 5;

/** The earlier calls and their counters. */
export function CalledList({ calls }: CalledListProps) {
  return (
    <Panel className="called-list">
      <h2 className="called-title">
        <Bilingual text="display.called" />
        <Bilingual text="display.counter" />
      </h2>
      <ol>
        {calls.map(({ id, number, counterNumber, fresh }) => (
          <li key={id} className={fresh ? 'called-fresh' : ''}>
            <span className="called-number tabular">{number}</span>
            <Arrow className="called-arrow" />
            <span className="called-counter tabular">{counterNumber}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
