import type { PeriodReport } from '@motcua/protocol/http';
import type { WriterOptions } from './day-report-pdf.ts';
import {
  definitions,
  type FigureCell,
  noteLines,
  periodSections,
  periodTitle,
} from '../sections/period-sections.ts';
import { type Cell, type Rows, toCsv, toDuration } from './spreadsheet.ts';
import { createWording } from '../sections/wording.ts';

/** The report for a spreadsheet: one block of rows for each table, with an empty row between two. */
export function writePeriodReportCsv(
  report: PeriodReport,
  { language, site }: WriterOptions,
): string {
  const wording = createWording(language, report.zone);
  const { t, name } = wording;
  const notes = noteLines(report, wording).map((line) => [line]);
  const blocks: readonly Rows[] = [
    [[name(site.authority)], [name(site.name)], [periodTitle(report, wording)]],
    ...(notes.length === 0 ? [] : [[[t('figures.notes')], ...notes]]),
    ...periodSections(report, wording).map(({ title, head, rows }): Rows => {
      const labelled = rows.map(({ label, cells }) => [label, ...cells.map(toCell)]);
      return head[0] === title ? [head, ...labelled] : [[title], head, ...labelled];
    }),
    [
      [t('figures.means')],
      ...definitions(report, wording).map(({ name: figure, means }) => [figure, means]),
    ],
  ];
  return toCsv(blocks);
}

/** No cell has a decimal separator: a share is whole percent, a change of a duration whole seconds. */
function toCell({ unit, value, change }: FigureCell): Cell {
  if (value === null) return null;
  switch (unit) {
    case 'count':
      return value;
    case 'duration':
      return change === true ? Math.round(value / 1000) : toDuration(value);
    case 'share':
      return change === true ? Math.round(value * 100) : `${Math.round(value * 100)}%`;
    case 'percent':
      return Math.round(value);
  }
}
