import { useId } from 'react';
import { Bilingual } from '../bilingual.tsx';
import type { MissedNumbers } from '../room-view.ts';
import './missed-list.css';

export interface MissedListProps {
  readonly missed: MissedNumbers;
}

/** Who missed a call learns that the number still counts, and where to say so. */
export function MissedList({ missed: { shown, more } }: MissedListProps) {
  const id = useId();
  if (shown.length === 0) return null;
  return (
    <section className="missed-list" aria-labelledby={id}>
      <h2 id={id}>
        <Bilingual text="display.missed" />
      </h2>
      <ul className="tabular">
        {shown.map((number) => (
          <li key={number}>{number}</li>
        ))}
        {more > 0 && (
          <li className="missed-more">
            <Bilingual text="display.missed-more" params={{ count: more }} />
          </li>
        )}
      </ul>
      <p>
        <Bilingual text="display.missed-what-now" />
      </p>
    </section>
  );
}
