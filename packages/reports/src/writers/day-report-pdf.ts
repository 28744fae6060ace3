import { Worker } from 'node:worker_threads';
import type { DayReport } from '../definitions/day-report-shape.ts';
import type { WriterOptions } from './day-page.ts';

export interface PdfTask {
  readonly report: DayReport;
  readonly options: WriterOptions;
}

const TIMEOUT_MS = 30_000;

/**
 * The report as one A4 page, drawn in a thread of its own so that no call waits for it.
 * Rejects, with the cause, when it cannot be drawn within `timeoutMs`.
 */
export function writeDayReportPdf(
  report: DayReport,
  { language, site, timeoutMs = TIMEOUT_MS }: WriterOptions & { readonly timeoutMs?: number },
): Promise<Uint8Array> {
  const task: PdfTask = { report, options: { language, site } };
  return new Promise((resolve, reject) => {
    // The starter's own flags (a test runner's, a debugger's) are none of the worker's business.
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      workerData: task,
      execArgv: [],
    });
    const timer = setTimeout(() => {
      fail(new Error(`not done within ${timeoutMs} ms`));
      void worker.terminate();
    }, timeoutMs);
    const fail = (cause: unknown) => {
      clearTimeout(timer);
      reject(new Error(`Cannot draw the report of ${report.day}`, { cause }));
    };
    worker.once('message', (bytes: Uint8Array) => {
      clearTimeout(timer);
      resolve(bytes);
    });
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`the worker ended with ${code}`)));
  });
}
