import type { PeriodReport } from '@motcua/protocol/http';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { WriterOptions } from './day-report-pdf.ts';
import {
  definitions,
  type FigureCell,
  noteLines,
  periodSections,
  periodTitle,
  type Section,
} from '../sections/period-sections.ts';
import { createWording, type Wording } from '../sections/wording.ts';

type Row = readonly Cell[];

/** Excel's own limits on names of sheets. */
const MAX_NAME = 31;
const FORBIDDEN_IN_NAME = /[\\/?*[\]:]/g;
const LABEL_WIDTH = 44;
const VALUE_WIDTH = 14;
const MS_PER_DAY = 86_400_000;

/**
 * The report as a workbook, one sheet a table. Counts, durations and shares are real numbers, so they can be reckoned
 * with; every other cell is text, whatever it begins with.
 */
export async function writePeriodReportXlsx(
  report: PeriodReport,
  { language, site }: WriterOptions,
): Promise<Uint8Array> {
  const wording = createWording(language, report.zone);
  const { t, name } = wording;
  const sections = periodSections(report, wording);
  const opening: readonly Row[] = [
    [text(name(site.authority))],
    [bold(name(site.name))],
    [bold(periodTitle(report, wording))],
    ...noteLines(report, wording).map((line) => [text(line)]),
    [],
  ];
  const sheets = sections.map((section, index) => {
    const rows = sectionRows(section);
    return toSheet(section.title, index === 0 ? [...opening, ...rows] : rows, index > 0);
  });
  const means = definitions(report, wording).map((each) => [text(each.name), text(each.means)]);
  const all = [
    ...(sheets.length === 0 ? [toSheet(t('figures.overview'), opening, false)] : sheets),
    toSheet(t('figures.means'), [[bold(t('figures.means'))], ...means], true),
  ];
  return new Uint8Array(await writeXlsxFile(withOwnNames(all, wording)).toBuffer());
}

function sectionRows({ head, rows }: Section): readonly Row[] {
  return [
    head.map((title) => ({ ...bold(title), wrap: true })),
    ...rows.map(({ label, cells }) => [text(label), ...cells.map(toCell)]),
  ];
}

function toSheet(name: string, rows: readonly Row[], hasHead: boolean) {
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  return {
    sheet: name,
    stickyRowsCount: hasHead ? 1 : 0,
    columns: Array.from({ length: columns }, (_, index) => ({
      width: index === 0 ? LABEL_WIDTH : VALUE_WIDTH,
    })),
    data: rows.map((row) => [...row]),
  };
}

/** No two sheets may have one name, and capitals make no difference. */
function withOwnNames<T extends { readonly sheet: string }>(
  sheets: readonly T[],
  { locale }: Wording,
): T[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const base = sheet.sheet.replaceAll(FORBIDDEN_IN_NAME, ' ').trim();
    let name = base.slice(0, MAX_NAME).trim();
    for (let copy = 2; taken.has(name.toLocaleLowerCase(locale)); copy += 1)
      name = `${base.slice(0, MAX_NAME - 4).trim()} (${copy})`;
    taken.add(name.toLocaleLowerCase(locale));
    return { ...sheet, sheet: name };
  });
}

function toCell({ unit, value, change }: FigureCell): Cell {
  if (value === null) return null;
  switch (unit) {
    case 'count':
      return { value, type: Number, format: change === true ? '+#,##0;-#,##0;0' : '#,##0' };
    case 'duration':
      // Spreadsheets cannot show a negative time, so a change is minutes.
      return change === true
        ? { value: value / 60_000, type: Number, format: '+0.0;-0.0;0.0' }
        : { value: value / MS_PER_DAY, type: Number, format: '[h]:mm:ss' };
    case 'share':
      return { value, type: Number, format: change === true ? '+0.0%;-0.0%;0.0%' : '0.0%' };
    case 'percent':
      return { value: value / 100, type: Number, format: '+0.0%;-0.0%;0.0%' };
  }
}

function text(value: string) {
  return { value, type: String };
}

function bold(value: string) {
  return { ...text(value), fontWeight: 'bold' as const };
}
