import type { Instant } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { useState } from 'react';
import { VisitLine } from '../visit-line.tsx';
import { findVisits } from './floor-view.ts';
import type { PanelProps } from './issue-panel.tsx';

export interface FindPanelProps extends PanelProps {
  readonly now: Instant;
}

/** A visit by its number, and what may be done for its visitor. */
export function FindPanel({ mirror, desk, now }: FindPanelProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const found = findVisits(mirror, typed, now);
  return (
    <div className="floor-find">
      <label className="field">
        <span>{t('counter.find-number')}</span>
        <input
          type="search"
          className="tabular"
          autoComplete="off"
          placeholder="H021"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {found.length === 0 ? (
        <p className="people-nobody">
          {t(typed.trim() === '' ? 'counter.find-hint' : 'counter.find-nothing')}
        </p>
      ) : (
        <ul className="lines">
          {found.map((row) => (
            <VisitLine
              key={row.visit.id}
              row={row}
              zone={mirror.settings.site.zone}
              usable={desk.usable}
              canCall={false}
              onAct={desk.act}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
