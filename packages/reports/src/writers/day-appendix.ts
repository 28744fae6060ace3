import type { DayReport } from '@motcua/protocol/http';
import { fitColumns } from './column-widths.ts';
import { type NumberList, rejoinedCutShort } from './day-facts.ts';
import { numbersCutShort } from './day-opening.ts';
import {
  counterTable,
  type IncidentList,
  incidentLists,
  longestWaitsTable,
  queueTable,
} from './day-tables.ts';
import { INK, type Sheet, SOFT_INK } from './sheet.ts';
import { drawTable, rowsThatFit, type TablePlan } from './table.ts';
import type { Wording } from '../sections/wording.ts';

/** Lists that the first page shows only in part. */
export interface CutShort {
  readonly queues: boolean;
  readonly counters: boolean;
  readonly longestWaits: boolean;
  readonly incidents: boolean;
}

interface Frame {
  readonly x: number;
  readonly width: number;
  readonly bottom: number;
}

interface Part {
  readonly title: string;
  readonly plan: TablePlan;
}

const TOP = 72;
const ROW_HEIGHT = 12;
const TITLE_HEIGHT = 14;
const GAP = 18;
/** A heading with fewer rows below it moves to the next page. */
const MIN_ROWS = 2;

/** Further pages with everything that does not fit on the first one, complete; nothing when all of it fits. */
export function drawAppendix(
  sheet: Sheet,
  report: DayReport,
  wording: Wording,
  frame: Frame,
  cut: CutShort,
): void {
  const numbers = [
    ...numbersCutShort(sheet, report, wording, frame.width),
    ...rejoinedCutShort(report, wording),
  ];
  const parts = [...partsOf(report, wording, cut), ...numbers.map(numberTable)];
  if (parts.length === 0) return;
  let y = beginPage(sheet, report, wording, frame);
  for (const part of parts) y = drawPart(part, y) + GAP;

  function drawPart({ title, plan }: Part, from: number): number {
    const table = fitColumns(sheet, plan, { most: frame.width, fill: true });
    let rows = table.rows;
    let top = from;
    for (;;) {
      const at = { x: frame.x, y: top + TITLE_HEIGHT, rowHeight: ROW_HEIGHT };
      const fitting = rowsThatFit(sheet, { ...table, rows }, at, frame.bottom);
      if (fitting >= Math.min(MIN_ROWS, rows.length)) {
        heading(sheet, title, frame.x, top);
        const isLast = fitting === rows.length;
        const { total, ...open } = table;
        const shown = { ...open, rows: rows.slice(0, fitting) };
        const end = drawTable(
          sheet,
          isLast && total !== undefined ? { ...shown, total } : shown,
          at,
        );
        if (isLast) return end;
        rows = rows.slice(fitting);
      }
      top = beginPage(sheet, report, wording, frame);
    }
  }
}

function partsOf(report: DayReport, wording: Wording, cut: CutShort): readonly Part[] {
  const { t } = wording;
  const part = (isCut: boolean, title: string, plan: () => TablePlan): readonly Part[] =>
    isCut ? [{ title, plan: plan() }] : [];
  return [
    ...part(cut.queues, t('report.by-queue'), () => queueTable(report, wording, Infinity)),
    ...part(cut.counters, t('report.by-counter'), () => counterTable(report, wording, Infinity)),
    ...part(cut.longestWaits, t('report.longest-waits'), () =>
      longestWaitsTable(report, wording, Infinity),
    ),
    ...incidentLists(report, wording).flatMap((list) =>
      part(cut.incidents && list.items.length > 0, list.title, () => incidentTable(list, wording)),
    ),
  ];
}

const NUMBERS_A_ROW = 14;

function numberTable({ label, numbers }: NumberList): Part {
  const rows: string[][] = [];
  for (let first = 0; first < numbers.length; first += NUMBERS_A_ROW)
    rows.push(numbers.slice(first, first + NUMBERS_A_ROW));
  const columns = Array.from({ length: NUMBERS_A_ROW }, () => ({
    title: '',
    align: 'left' as const,
  }));
  return { title: label, plan: { columns, rows } };
}

function incidentTable({ items }: IncidentList, { t }: Wording): TablePlan {
  return {
    columns: [
      { title: t('report.time'), align: 'left' },
      { title: t('report.number'), align: 'left' },
      { title: t('report.what-happened'), align: 'left', yields: true },
    ],
    rows: items.map(({ time, number, what }) => [time, number, what]),
  };
}

/** Names the report that continues here; returns the y below. */
function beginPage(
  sheet: Sheet,
  { day }: DayReport,
  wording: Wording,
  { x, width }: Frame,
): number {
  sheet.newPage();
  sheet.line(wording.t('report.title', { date: wording.day(day) }), {
    ...{ x, y: 46, width, size: 10, weight: 'bold', align: 'centre', colour: SOFT_INK },
  });
  return TOP;
}

function heading(sheet: Sheet, text: string, x: number, y: number): void {
  sheet.line(text, { x, y: y + 7, width: 300, size: 9.4, weight: 'bold', colour: INK, tag: 'H2' });
}
