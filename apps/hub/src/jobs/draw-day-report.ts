import type { DayReport } from '@motcua/reports';
import { writeDayReportPdf, type WriterOptions } from '@motcua/reports/writers';
import { doOneTask } from '../own-process.ts';

export interface DrawTask {
  readonly report: DayReport;
  readonly options: WriterOptions;
}

/** Fonts and the PDF library are no business of a hub that calls numbers. */
doOneTask(({ report, options }: DrawTask) => writeDayReportPdf(report, options));
