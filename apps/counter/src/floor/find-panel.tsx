import type { Instant } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { VisitLine } from '../visit/visit-line.tsx';
import type { VisitRow } from '../visit/visit-row.ts';
import { findVisits, peopleToHelp } from './floor-view.ts';
import { EmptyList } from '../room/people-panel.tsx';
import type { PanelProps } from './issue-panel.tsx';
import { Field } from '../dialogs/fields.tsx';
import visitLineStyles from '../visit/visit-line.module.css';
import styles from './find-panel.module.css';

const visitLine = classNames(visitLineStyles);
const css = classNames(styles);

export interface FindPanelProps extends PanelProps {
  readonly now: Instant;
}

/** Finds a visit by its number and offers its actions. */
export function FindPanel({ mirror, actions, now }: FindPanelProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const found = findVisits(mirror, typed, now);
  const help = peopleToHelp(mirror, now);
  const lines = (rows: readonly VisitRow[]) => (
    <ul className={visitLine('lines')}>
      {rows.map((row) => (
        <VisitLine
          key={row.visit.id}
          row={row}
          zone={mirror.settings.site.zone}
          usable={actions.usable}
          canCall={false}
          onAct={actions.act}
        />
      ))}
    </ul>
  );
  return (
    <div className={css('find')}>
      <Field>
        <span>{t('counter.find-number')}</span>
        <input
          type="search"
          className="tabular"
          autoComplete="off"
          placeholder="H021"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {typed.trim() === '' ? (
        (['missed', 'waiting'] as const).map((of) => (
          <section key={of} aria-label={t(`counter.find-${of}`, { count: help[of].length })}>
            <h2 className={css('title')}>{t(`counter.find-${of}`, { count: help[of].length })}</h2>
            {lines(help[of])}
          </section>
        ))
      ) : (
        <>
          {found.length === 0 && <EmptyList>{t('counter.find-nothing')}</EmptyList>}
          {lines(found)}
        </>
      )}
    </div>
  );
}
