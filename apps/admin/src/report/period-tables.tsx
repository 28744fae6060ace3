import type { PeriodReport } from '@motcua/protocol/http';
import {
  cellWords,
  createWording,
  definitions,
  noteLines,
  periodSections,
  type Section,
  type Wording,
} from '@motcua/reports';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import { Index766 } from './index-766.tsx';
import styles from './period-tables.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

/** On a phone the cells of a row stand below its name, as long as there are no more columns. */
const MAX_STACKED = 6;

export interface PeriodTablesProps {
  readonly report: PeriodReport;
}

/** All figures of a period, from the same sections as its files; what a figure means stands behind its name. */
export function PeriodTables({ report }: PeriodTablesProps) {
  const t = useTexts();
  const wording = createWording(useLanguage(), report.zone);
  const notes = noteLines(report, wording);
  const meanings = new Map(definitions(report, wording).map(({ name, means }) => [name, means]));
  return (
    <>
      {notes.length > 0 && (
        <Card>
          <h2>{t('figures.notes')}</h2>
          <ul className={css('notes')}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Card>
      )}
      {periodSections(report, wording).map((section) => (
        <Card key={section.title}>
          <h2>{section.title}</h2>
          {isMap(section) && <p className={parts('note')}>{t('admin.heat-map-legend')}</p>}
          <SectionTable section={section} wording={wording} meanings={meanings} />
        </Card>
      ))}
      <Index766 report={report} />
      <p className={parts('note')}>
        {t('figures.how-exact', { error: wording.tenths(report.error * 100) })}
      </p>
    </>
  );
}

interface SectionTableProps {
  readonly section: Section;
  readonly wording: Wording;
  readonly meanings: ReadonlyMap<string, string>;
}

function SectionTable({ section, wording, meanings }: SectionTableProps) {
  const { head, rows, id } = section;
  const highest = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));
  /** From 0 to 4, so that the letters on it stay easy to read. */
  const shade = (value: number | null) =>
    isMap(section) && highest > 0 ? Math.ceil(((value ?? 0) / highest) * 4) : undefined;
  return (
    // A table that is wider than its card is scrolled by keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css('scroll')} tabIndex={0} role="group" aria-label={section.title}>
      <table className={css('table')} data-wide={head.length > MAX_STACKED || undefined}>
        <thead>
          <tr>
            {head.map((title, index) => (
              <th key={title} scope="col" className={index === 0 ? undefined : parts('right')}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">
                <Meaning name={label} means={meanings.get(label)} />
              </th>
              {cells.map((cell, index) => (
                <td key={head[index + 1]} className={parts('right')} data-shade={shade(cell.value)}>
                  {cellWords(cell, wording, id)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A name that opens what it means. */
function Meaning({ name, means }: { readonly name: string; readonly means: string | undefined }) {
  if (means === undefined) return name;
  return (
    <details className={css('meaning')}>
      <summary>{name}</summary>
      <p>{means}</p>
    </details>
  );
}

function isMap({ id }: Section): boolean {
  return id === 'visits-map' || id === 'waits-map';
}
