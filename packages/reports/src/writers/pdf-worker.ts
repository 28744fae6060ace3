import { parentPort, workerData } from 'node:worker_threads';
import type { PdfTask } from './day-report-pdf.ts';
import { drawDayPage } from './day-page.ts';

/** Set by the one who starts the worker; the type is the contract between the two files. */
const { report, options } = workerData as PdfTask;
const bytes = await drawDayPage(report, options);
parentPort?.postMessage(bytes);
