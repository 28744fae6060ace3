import { ONE_PERSON, type PrintJob, type ServiceId } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import type { PrinterError, PrinterProof, PrinterStatus, Slip } from '@motcua/printing';
import type { SlipNews } from '../../bridge.ts';
import { aMirror, aTicketIssued, createFakeHub } from '../link/fake-hub.ts';
import { SILENT_LOG, type KioskLog } from '../kiosk-log.ts';
import { openKioskStore } from '../offline/kiosk-store.ts';
import { createKnownCentre } from '../offline/known-centre.ts';
import { createOrphanedPrintJobs } from '../printing/orphaned-print-jobs.ts';
import { createOfflineNumbers } from '../offline/offline-numbers.ts';
import { createPrintReports } from '../printing/print-reports.ts';
import type { SlipPrinter } from '../printing/print-queue.ts';
import { createTicketService } from './ticket-service.ts';

export const MARRIAGE = 'marriage' as ServiceId;
export const request = (requestId = 'request-1') => ({
  requestId,
  language: 'vi',
  serviceIds: [MARRIAGE],
  priorityGroupId: null,
  needs: [],
  party: ONE_PERSON,
});
const { printJob } = aTicketIssued(1);
if (printJob === null) throw new Error('No slip was asked');
/** The slip of the first ticket that the fake hub issues. */
export const job: PrintJob = printJob;

/** A ticket service with a printer, a store and a hub that do what the test says. */
export function aTicketService(mirror = aMirror()) {
  const hub = createFakeHub(mirror);
  const printed: Slip[] = [];
  const news: SlipNews[] = [];
  const statuses: PrinterStatus[] = [];
  const clock = { now: T0 };
  const printer = {
    fault: null as PrinterError | Error | null,
    proof: 'proved' as PrinterProof,
    prepared: 0,
  };
  const slipPrinter: SlipPrinter = {
    prepare: () => {
      printer.prepared += 1;
    },
    longestMs: () => 1,
    async print(slip) {
      if (printer.fault !== null) throw printer.fault;
      printed.push(slip);
      return { status: 'ready', proof: printer.proof };
    },
  };
  const logged: unknown[] = [];
  const keep = (level: string) => (detail: object, message: string) =>
    void logged.push({ level, ...detail, message });
  const log: KioskLog = { info: keep('info'), warn: keep('warn'), error: keep('error') };
  let ids = 0;
  const reports = createPrintReports({
    hub,
    newId: () => `report-${(ids += 1)}`,
    log: SILENT_LOG,
    repeatMs: 0,
  });
  const store = openKioskStore(':memory:');
  const centre = createKnownCentre(hub, store);
  const numbers = createOfflineNumbers({
    centre,
    store,
    now: () => clock.now,
    newId: () => `own-${(ids += 1)}`,
    onGiven: () => undefined,
  });
  const tickets = createTicketService({
    hub,
    slipPrinter,
    reports,
    numbers,
    centre,
    now: () => clock.now,
    onSlip: (each) => news.push(each),
    onPrinterStatus: (status) => statuses.push(status),
    log,
  });
  const settleLostSlips = createOrphanedPrintJobs({
    hub,
    tickets,
    isReporting: () => store.unsettled().length > 0,
    isCopyToPrint: () => false,
    reports,
    now: () => clock.now,
    log: SILENT_LOG,
  });
  const sent = (type: string) => hub.sent.filter(({ input }) => input.type === type);
  const allDone = async () => {
    await tickets.idle();
    await reports.flush(1_000);
  };
  return {
    hub,
    store,
    printed,
    news,
    statuses,
    clock,
    printer,
    reports,
    tickets,
    settleLostSlips,
    sent,
    logged,
    allDone,
  };
}
