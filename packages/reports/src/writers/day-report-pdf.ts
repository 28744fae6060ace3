import type { Site } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import type { DayReport } from '@motcua/protocol/http';
import { fitColumns } from './column-widths.ts';
import { drawAppendix } from './day-appendix.ts';
import { drawFooter, drawSignature, SIGNATURE_HEIGHT } from './day-closing.ts';
import { drawFigures, drawHeading } from './day-opening.ts';
import { counterTable, incidentLists, longestWaitsTable, queueTable } from './day-tables.ts';
import { drawHoursChart } from './hours-chart.ts';
import { drawIncidents, INCIDENT_ROW, incidentRows, layIncidents } from './incident-lists.ts';
import { createSheet, INK, type Sheet } from './sheet.ts';
import { drawTable, headHeight, type Table, tableHeight } from './table.ts';
import { createWording } from '../sections/wording.ts';

export interface WriterOptions {
  readonly language: Language;
  readonly site: Pick<Site, 'name' | 'authority' | 'place'>;
}

/** Wider on the left, where the sheet is bound. */
const LEFT = 57;
const RIGHT = 42;
const BOTTOM = 34;
const GAP = 13;
const TITLE = 12;
const MAX_ROWS = 12;
const MAX_WAITS = 5;
/** A table with a single row is not worth its space. */
const MIN_WAITS = 2;
/** Rows of incidents beside long waits, as many as fit. */
const INCIDENTS_LEFT = [3, 2, 1] as const;
const CHART_MIN = 118;
const CHART_MIN_WIDTH = 178;
const BETWEEN = 16;

/** The day's report on one A4 page to sign: rows shrink, then lists are cut. What does not fit is printed completely on further pages. */
export function writeDayReportPdf(
  report: DayReport,
  { language, site }: WriterOptions,
): Promise<Uint8Array> {
  const wording = createWording(language, report.zone);
  const { t } = wording;
  const sheet = createSheet({
    title: t('report.title', { date: wording.day(report.day) }),
    author: wording.name(site.name),
    locale: wording.locale,
    madeAt: new Date(report.madeAt),
  });
  const frame = { x: LEFT, width: sheet.width - LEFT - RIGHT };
  const bottom = sheet.height - BOTTOM;
  const { rowHeight, gap } = closeness(report);

  let y = drawHeading(sheet, report, site, wording, frame);
  y = drawFigures(sheet, report, wording, { ...frame, y }) + gap;

  y = heading(sheet, t('report.by-queue'), LEFT, y);
  const whole = { most: frame.width, fill: true };
  const queues = fitColumns(sheet, queueTable(report, wording, MAX_ROWS), whole);
  y = drawTable(sheet, queues, { x: LEFT, y, rowHeight }) + gap;

  const counters = fitColumns(sheet, counterTable(report, wording, MAX_ROWS), {
    most: frame.width - CHART_MIN_WIDTH - BETWEEN,
    fill: false,
  });
  const countersWidth = widthOf(counters);
  const countersX = LEFT + frame.width - countersWidth;
  const chartWidth = frame.width - countersWidth - BETWEEN;
  heading(sheet, t('report.by-hour'), LEFT, y);
  const height = Math.max(CHART_MIN, tableHeight(sheet, counters, rowHeight));
  drawHoursChart(sheet, report.hours, wording, { x: LEFT, y: y + 6, width: chartWidth, height });
  y = heading(sheet, t('report.by-counter'), countersX, y);
  drawTable(sheet, counters, { x: countersX, y, rowHeight });
  y += height + gap;

  const lists = layIncidents(sheet, incidentLists(report, wording), wording, frame.width);
  const longest = incidentRows(lists);
  const floor = bottom - SIGNATURE_HEIGHT - gap;
  const waits = (rows: number) =>
    fitColumns(sheet, longestWaitsTable(report, wording, rows), whole);
  const head = TITLE + headHeight(sheet, waits(MAX_WAITS));
  const waitsBeside = (incidents: number) => {
    const room = floor - TITLE - Math.min(incidents, longest) * INCIDENT_ROW - gap - y;
    return Math.min(MAX_WAITS, Math.floor((room - head) / rowHeight));
  };
  // The headings give the number of incidents; the longest waits are listed nowhere else.
  const waitsShown = INCIDENTS_LEFT.map(waitsBeside).find((shown) => shown >= MIN_WAITS) ?? 0;
  if (report.longestWaits.length > 0 && waitsShown >= MIN_WAITS) {
    y = heading(sheet, t('report.longest-waits'), LEFT, y);
    y = drawTable(sheet, waits(waitsShown), { x: LEFT, y, rowHeight }) + gap;
  }

  const most = Math.max(1, Math.floor((floor - y - TITLE) / INCIDENT_ROW));
  y = drawIncidents(sheet, lists, wording, { ...frame, y }, most);

  drawSignature(sheet, report, site, wording, {
    ...frame,
    y: Math.max(y + gap, bottom - SIGNATURE_HEIGHT - spare(bottom, y)),
  });
  drawAppendix(
    sheet,
    report,
    wording,
    { ...frame, bottom },
    {
      queues: report.queues.length > MAX_ROWS,
      counters: report.counters.length > MAX_ROWS,
      longestWaits: report.longestWaits.length > Math.max(0, waitsShown),
      incidents: longest > most,
    },
  );
  sheet.onEveryPage((page, pages) =>
    drawFooter(sheet, report, wording, { ...frame, y: sheet.height - 20 }, { page, pages }),
  );
  return sheet.bytes();
}

/** The more rows, the smaller the spacing. */
function closeness({ queues, counters }: DayReport) {
  const rows = Math.min(queues.length, MAX_ROWS) + Math.min(counters.length, MAX_ROWS);
  if (rows <= 16) return { rowHeight: 12, gap: GAP };
  return rows <= 21 ? { rowHeight: 9.8, gap: 8 } : { rowHeight: 9.2, gap: 6.5 };
}

/** On a quiet day the signature follows the text at a fixed distance instead of being at the bottom of the page. */
function spare(bottom: number, y: number): number {
  return Math.max(0, bottom - SIGNATURE_HEIGHT - y - 3 * GAP);
}

function heading(sheet: Sheet, text: string, x: number, y: number): number {
  sheet.line(text, { x, y: y + 4, width: 240, size: 8.6, weight: 'bold', colour: INK, tag: 'H2' });
  return y + TITLE - 3;
}

function widthOf({ columns }: Table): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}
