import type { PeriodReport } from '@motcua/protocol/http';
import { fitColumns } from './column-widths.ts';
import { drawFooter, drawSignature, SIGNATURE_HEIGHT } from './day-closing.ts';
import { drawLetterhead } from './day-opening.ts';
import type { WriterOptions } from './day-report-pdf.ts';
import { drawHeatMap, MAP_ROW } from './heat-map-drawing.ts';
import {
  definitions,
  noteLines,
  periodSections,
  periodTitle,
  type Section,
} from '../sections/period-sections.ts';
import { sectionTable } from './section-table.ts';
import { createSheet, INK, type Sheet, SOFT_INK } from './sheet.ts';
import { drawTable, rowsThatFit } from './table.ts';
import { createWording, type Wording } from '../sections/wording.ts';

/** Wider on the left, where the sheet is bound. */
const LEFT = 57;
const RIGHT = 42;
const BOTTOM = 34;
const FIRST_TOP = 122;
/** Below the centre's name, as the form of a report wants it; the number is written by hand. */
const NUMBER_LINE = 72;
/** How much lower the title stands below it. */
const TITLE_DOWN = 18;
const TOP = 66;
const TITLE_HEIGHT = 14;
const ROW_HEIGHT = 12;
const GAP = 18;
/** A heading with fewer rows below it moves to the next page. */
const MIN_ROWS = 2;
const SMALL = 7.4;

/** Draws on where the page has room, else on a further page. */
interface Pages {
  readonly sheet: Sheet;
  readonly width: number;
  readonly bottom: number;
  readonly next: () => number;
}

/** The report of a period on as many A4 pages as it needs, with a place to sign after the definitions. */
export function writePeriodReportPdf(
  report: PeriodReport,
  { language, site }: WriterOptions,
): Promise<Uint8Array> {
  const wording = createWording(language, report.zone);
  const title = periodTitle(report, wording);
  const sheet = createSheet({
    title,
    author: wording.name(site.name),
    locale: wording.locale,
    madeAt: new Date(report.madeAt),
  });
  const frame = { x: LEFT, width: sheet.width - LEFT - RIGHT };
  const pages: Pages = {
    sheet,
    width: frame.width,
    bottom: sheet.height - BOTTOM,
    next: () => {
      sheet.newPage();
      const style = { size: 10, weight: 'bold', align: 'centre', colour: SOFT_INK } as const;
      sheet.line(title, { ...frame, ...style, y: 46 });
      return TOP;
    },
  };
  drawLetterhead(sheet, title, site, wording, { ...frame, titleDown: TITLE_DOWN });
  sheet.line(wording.t('figures.document-number'), {
    ...{ x: LEFT, y: NUMBER_LINE, width: frame.width / 2 - 10, size: 9, align: 'centre' },
  });
  let y = drawNotes(pages, report, wording, FIRST_TOP) + GAP / 2;
  for (const section of periodSections(report, wording))
    y = drawSection(pages, section, wording, y) + GAP;
  y = drawDefinitions(pages, report, wording, y) + GAP;
  if (y + SIGNATURE_HEIGHT > pages.bottom) y = pages.next();
  drawSignature(sheet, report, site, wording, { ...frame, y });
  sheet.onEveryPage((page, all) =>
    drawFooter(sheet, report, wording, { ...frame, y: sheet.height - 20 }, { page, pages: all }),
  );
  return sheet.bytes();
}

/** Before the figures, because a reader must know first what they lack. */
function drawNotes({ sheet, width }: Pages, report: PeriodReport, wording: Wording, from: number) {
  return noteLines(report, wording).reduce(
    (y, line) => sheet.paragraph(line, { x: LEFT, y, width, size: SMALL, colour: SOFT_INK }) + 2,
    from,
  );
}

/** Cut between rows at the end of a page, with its head repeated on the next. */
function drawSection(pages: Pages, section: Section, wording: Wording, from: number): number {
  const { sheet, width, bottom, next } = pages;
  const isMap = section.id === 'visits-map' || section.id === 'waits-map';
  const table = fitColumns(sheet, sectionTable(section, wording), { most: width, fill: true });
  let first = 0;
  let top = from;
  for (;;) {
    const at = { x: LEFT, y: top + TITLE_HEIGHT, rowHeight: ROW_HEIGHT };
    const rest = { ...table, rows: table.rows.slice(first) };
    const fitting = isMap
      ? Math.floor((bottom - at.y) / MAP_ROW) - 1
      : rowsThatFit(sheet, rest, at, bottom);
    if (fitting >= Math.min(MIN_ROWS, rest.rows.length)) {
      heading(sheet, section.title, top, first === 0);
      const last = Math.min(first + fitting, section.rows.length);
      const end = isMap
        ? drawHeatMap(sheet, { ...section, rows: section.rows.slice(first, last) }, wording, {
            ...{ x: LEFT, y: at.y, width },
            highest: highestOf(section),
          })
        : drawTable(sheet, { ...rest, rows: table.rows.slice(first, last) }, at);
      if (last === section.rows.length) return end;
      first = last;
    }
    top = next();
  }
}

function highestOf({ rows }: Section): number {
  return Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));
}

function drawDefinitions(pages: Pages, report: PeriodReport, wording: Wording, from: number) {
  const { sheet, width, bottom, next } = pages;
  const { t, locale } = wording;
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const texts = [
    t('figures.how-exact', { error: tenths.format(report.error * 100) }),
    ...definitions(report, wording).map(({ name, means }) => `${name}: ${means}`),
  ];
  let y = from + TITLE_HEIGHT + 2 * ROW_HEIGHT > bottom ? next() : from;
  heading(sheet, t('figures.means'), y, true);
  y += TITLE_HEIGHT;
  for (const text of texts) {
    const lines = Math.ceil(sheet.widthOf(text, SMALL) / (width * 0.95));
    if (y + lines * SMALL * 1.5 > bottom) y = next();
    y = sheet.paragraph(text, { x: LEFT, y, width, size: SMALL, colour: SOFT_INK }) + 1.5;
  }
  return y;
}

function heading(sheet: Sheet, text: string, y: number, isFirst: boolean): void {
  if (isFirst) sheet.bookmark(text);
  const style = { width: 440, size: 9.4, weight: 'bold', colour: INK, tag: 'H2' } as const;
  sheet.line(text, { x: LEFT, y: y + 7, ...style });
}
