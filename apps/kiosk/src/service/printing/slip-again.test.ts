import { ok, refuse, type PrintJobId } from '@motcua/domain';
import { PrinterError } from '@motcua/printing';
import { describe, expect, it } from 'vitest';
import { aTicketService, job, request } from '../tickets/test-ticket-service.ts';

describe('A slip that failed', () => {
  it('is printed again when its visitor asks, as a copy, and the first is reported as failed', async () => {
    const { tickets, printer, printed, news, sent, allDone } = aTicketService();
    const again = { printJobId: job.id };
    printer.fault = new PrinterError('out-of-paper');
    await tickets.issueTicket(request());
    await tickets.idle();
    expect(await tickets.reprintSlip({ printJobId: 'other' as PrintJobId })).toEqual(
      refuse('print-job-not-found'),
    );
    expect(await tickets.reprintSlip(again)).toEqual(ok(null));
    await tickets.idle();
    printer.fault = null;
    expect(await tickets.reprintSlip(again)).toEqual(ok(null));
    expect(await tickets.reprintSlip(again)).toEqual(refuse('print-job-not-found'));
    await allDone();
    expect(printed).toMatchObject([{ number: 'H001', copy: true }]);
    expect(news.map(({ state }) => state)).toEqual(['failed', 'failed', 'printed']);
    expect(sent('report-print')).toMatchObject([{ input: { report: { fault: 'out-of-paper' } } }]);
    expect(sent('resolve-print')).toMatchObject([{ input: { resolution: 'reprinted' } }]);
  });
});

describe('A slip that the printer cannot confirm', () => {
  it('is reported as accepted, and then as its visitor says, once', async () => {
    const { tickets, printer, news, sent, allDone } = aTicketService();
    printer.proof = 'accepted';
    await tickets.issueTicket(request());
    await tickets.idle();
    const said = { printJobId: job.id, cameOut: true };
    expect(await tickets.confirmSlip(said)).toEqual(ok(null));
    expect(await tickets.confirmSlip(said)).toEqual(refuse('print-job-not-found'));
    await allDone();
    await expect.poll(() => news.map(({ proof }) => proof)).toEqual(['accepted', 'asked']);
    const reports = sent('report-print').map(({ input }) => 'report' in input && input.report);
    expect(reports).toEqual([
      { state: 'printed', proof: 'accepted' },
      { state: 'printed', proof: 'asked' },
    ]);
  });

  it('is reported as failed when its visitor has none, and its copy only when they have it', async () => {
    const { tickets, printer, news, sent, allDone } = aTicketService();
    printer.proof = 'accepted';
    await tickets.issueTicket(request());
    await tickets.idle();
    await tickets.confirmSlip({ printJobId: job.id, cameOut: false });
    await new Promise(setImmediate);
    expect(news.at(-1)).toMatchObject({ state: 'failed', fault: 'not-delivered' });
    // An accepted slip turned out to have failed, and can be printed again like any other.
    expect(await tickets.reprintSlip({ printJobId: job.id })).toEqual(ok(null));
    await tickets.idle();
    expect(sent('resolve-print')).toEqual([]);
    await tickets.confirmSlip({ printJobId: job.id, cameOut: true });
    await allDone();
    expect(sent('report-print')).toMatchObject([
      { input: { report: { state: 'printed', proof: 'accepted' } } },
      { input: { report: { state: 'failed', fault: 'not-delivered' } } },
    ]);
    expect(sent('resolve-print')).toMatchObject([{ input: { resolution: 'reprinted' } }]);
  });
});
