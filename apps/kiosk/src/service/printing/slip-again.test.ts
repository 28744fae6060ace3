import { ok, refuse, type PrintJobId } from '@motcua/domain';
import { PrinterError } from '@motcua/printing';
import { describe, expect, it } from 'vitest';
import { aTicketService, job, request } from '../tickets/test-ticket-service.ts';

describe('A slip that failed', () => {
  it('is printed again when its visitor asks, as a copy, and the first is reported as failed', async () => {
    const { desk, printer, printed, news, told, allDone } = aTicketService();
    const again = { printJobId: job.id };
    printer.fault = new PrinterError('out-of-paper');
    await desk.issueTicket(request());
    await desk.idle();
    expect(await desk.reprintSlip({ printJobId: 'other' as PrintJobId })).toEqual(
      refuse('print-job-not-found'),
    );
    expect(await desk.reprintSlip(again)).toEqual(ok(null));
    await desk.idle();
    printer.fault = null;
    expect(await desk.reprintSlip(again)).toEqual(ok(null));
    expect(await desk.reprintSlip(again)).toEqual(refuse('print-job-not-found'));
    await allDone();
    expect(printed).toMatchObject([{ number: 'H001', copy: true }]);
    expect(news.map(({ state }) => state)).toEqual(['failed', 'failed', 'printed']);
    expect(told('report-print')).toMatchObject([{ wish: { report: { fault: 'out-of-paper' } } }]);
    expect(told('resolve-print')).toMatchObject([{ wish: { resolution: 'reprinted' } }]);
  });
});

describe('A slip that the printer cannot confirm', () => {
  it('is reported as accepted, and then as its visitor says, once', async () => {
    const { desk, printer, news, told, allDone } = aTicketService();
    printer.proof = 'accepted';
    await desk.issueTicket(request());
    await desk.idle();
    const said = { printJobId: job.id, cameOut: true };
    expect(await desk.confirmSlip(said)).toEqual(ok(null));
    expect(await desk.confirmSlip(said)).toEqual(refuse('print-job-not-found'));
    await allDone();
    await expect.poll(() => news.map(({ proof }) => proof)).toEqual(['accepted', 'asked']);
    const reports = told('report-print').map(({ wish }) => 'report' in wish && wish.report);
    expect(reports).toEqual([
      { state: 'printed', proof: 'accepted' },
      { state: 'printed', proof: 'asked' },
    ]);
  });

  it('is reported as failed when its visitor has none, and its copy only when they have it', async () => {
    const { desk, printer, news, told, allDone } = aTicketService();
    printer.proof = 'accepted';
    await desk.issueTicket(request());
    await desk.idle();
    await desk.confirmSlip({ printJobId: job.id, cameOut: false });
    await new Promise(setImmediate);
    expect(news.at(-1)).toMatchObject({ state: 'failed', fault: 'not-delivered' });
    // An accepted slip turned out to have failed, and can be printed again like any other.
    expect(await desk.reprintSlip({ printJobId: job.id })).toEqual(ok(null));
    await desk.idle();
    expect(told('resolve-print')).toEqual([]);
    await desk.confirmSlip({ printJobId: job.id, cameOut: true });
    await allDone();
    expect(told('report-print')).toMatchObject([
      { wish: { report: { state: 'printed', proof: 'accepted' } } },
      { wish: { report: { state: 'failed', fault: 'not-delivered' } } },
    ]);
    expect(told('resolve-print')).toMatchObject([{ wish: { resolution: 'reprinted' } }]);
  });
});
