import {
  ONE_PERSON,
  ok,
  refuse,
  type Instant,
  type PrintJobId,
  type PriorityGroupId,
  type Result,
  type ServiceId,
} from '@motcua/domain';
import { aNextStep, aService, aWaitingVisit, minutesAfterT0, T0 } from '@motcua/domain/builders';
import { PrinterError } from '@motcua/printing';
import type { Change } from '@motcua/protocol';
import { describe, expect, it } from 'vitest';
import { aTicketService, job, MARRIAGE, request } from './test-ticket-service.ts';
import { aMirror, aTicketIssued } from '../link/fake-hub.ts';
import { PRINT_JOB_RETRY_MS } from '../printing/orphaned-print-jobs.ts';

describe('Taking a number', () => {
  it('returns the number, prints it and informs page and hub', async () => {
    const { tickets, printed, news, sent, allDone } = aTicketService();
    const answer = await tickets.issueTicket(request());
    expect(answer).toMatchObject({
      ok: true,
      value: { number: 'H001', peopleAhead: 4, counters: [2] },
    });
    await allDone();
    expect(printed).toMatchObject([{ number: 'H001', peopleAhead: 4, zone: 'Asia/Ho_Chi_Minh' }]);
    expect(news).toMatchObject([{ id: 'print-1', state: 'printed' }]);
    expect(sent('report-print')).toMatchObject([{ input: { report: { state: 'printed' } } }]);
  });

  it('prepares the printer while the hub decides', async () => {
    const { tickets, hub, printer } = aTicketService();
    let decide: (answer: Result<readonly Change[]>) => void = () => undefined;
    hub.answerWith = () => new Promise((resolve) => (decide = resolve));
    const answer = tickets.issueTicket(request());
    expect(printer.prepared).toBe(1);
    decide(refuse('queue-closed'));
    expect(await answer).toEqual(refuse('queue-closed'));
  });

  it('issues one ticket and one slip for a double tap', async () => {
    const { tickets, printed, sent, allDone } = aTicketService();
    const [first, second] = await Promise.all([
      tickets.issueTicket(request()),
      tickets.issueTicket(request()),
    ]);
    expect(second).toEqual(first);
    await allDone();
    expect(sent('issue-ticket')).toHaveLength(1);
    expect(printed).toHaveLength(1);
  });

  it('returns the same ticket again when the page lost the answer', async () => {
    const { tickets, printed, allDone } = aTicketService();
    const first = await tickets.issueTicket(request());
    await allDone();
    expect(await tickets.issueTicket(request())).toEqual(first);
    await allDone();
    expect(printed).toHaveLength(1);
  });

  it('asks the hub again under the same id when its answer was lost', async () => {
    const { tickets, hub, printed, sent, allDone } = aTicketService();
    hub.answerWith = async () => refuse('hub-unavailable');
    expect(await tickets.issueTicket(request())).toEqual(refuse('hub-unavailable'));
    hub.answerWith = null;
    expect(await tickets.issueTicket(request())).toMatchObject({ ok: true });
    await allDone();
    expect(sent('issue-ticket').map(({ commandId }) => commandId)).toEqual([
      'request-1',
      'request-1',
    ]);
    expect(printed).toHaveLength(1);
  });

  it('prints one slip after another for two quick visitors', async () => {
    const { tickets, printed, allDone } = aTicketService();
    await Promise.all([tickets.issueTicket(request('a')), tickets.issueTicket(request('b'))]);
    await allDone();
    expect(printed.map(({ number }) => number)).toEqual(['H001', 'H002']);
  });
});

describe('The services of a number', () => {
  const COPY = 'copy' as ServiceId;
  const withTwo = aMirror({
    settings: {
      ...aMirror().settings,
      services: [
        aService({ papers: [{ vi: 'Căn cước' }] }),
        aService({ id: COPY, name: { vi: 'Chứng thực' }, papers: [{ vi: 'Bản chính' }] }),
      ],
    },
  });
  const visit = aWaitingVisit({ priority: 'priority', next: [aNextStep({ serviceId: COPY })] });
  const range = { fromMinutes: 10, toMinutes: 20 };
  const promise = { outlook: { low: 10, middle: 15, high: 20 }, range };

  it('are on screen and slip in their order', async () => {
    const { tickets, hub, printed, allDone } = aTicketService(withTwo);
    hub.answerWith = async () => ok([aTicketIssued(1, {}, { visit, promise, promised: true })]);
    expect(await tickets.issueTicket(request())).toMatchObject({
      value: { serviceIds: [MARRIAGE, COPY], priority: true, estimate: range, booking: null },
    });
    await allDone();
    expect(printed).toMatchObject([
      {
        priority: true,
        serviceName: aService().name,
        laterServices: [{ vi: 'Chứng thực' }],
        papers: [{ vi: 'Căn cước' }, { vi: 'Bản chính' }],
        estimate: '10–20 phút',
      },
    ]);
  });

  it('have no estimate when none was given', async () => {
    const { tickets, hub, printed, allDone } = aTicketService(withTwo);
    hub.answerWith = async () => ok([aTicketIssued(1, {}, { visit, promise, promised: false })]);
    expect(await tickets.issueTicket(request())).toMatchObject({ value: { estimate: null } });
    await allDone();
    expect(printed).toMatchObject([{ estimate: null, peopleAhead: 4 }]);
  });

  it('have a priority reason that only the hub learns, not the slip or the log', async () => {
    const { tickets, sent, printed, logged, printer, allDone } = aTicketService(withTwo);
    printer.fault = new PrinterError('out-of-paper');
    const why = { priorityGroupId: 'pregnant' as PriorityGroupId, needs: ['deaf'] as const };
    const party = { people: 2, files: 3, proxy: true };
    await tickets.issueTicket({ ...request('request-1'), ...why, party });
    await allDone();
    printer.fault = null;
    await tickets.issueTicket({ ...request('request-2'), ...why, party });
    await allDone();
    expect(sent('issue-ticket')).toMatchObject([
      { input: { ...why, party, reason: null, training: false } },
      { input: why },
    ]);
    expect(printed).toHaveLength(1);
    expect(logged.length).toBeGreaterThan(0);
    expect(JSON.stringify([printed, logged])).not.toMatch(/pregnant|deaf/);
  });

  it('may be booked, on time or too late to count', async () => {
    const { tickets, hub, printed } = aTicketService();
    const about = { priorityGroupId: null, needs: ['deaf'], party: ONE_PERSON } as const;
    const checkIn = (requestId: string) =>
      tickets.checkIn({ requestId, code: 'ACDEFH', language: 'vi', ...about });
    const booked = aWaitingVisit({ bookedFor: T0 });
    hub.answerWith = async () => ok([aTicketIssued(1, {}, { visit: booked })]);
    expect(await checkIn('request-1')).toMatchObject({
      value: { booking: 'in-time', bookedFor: T0 },
    });
    await expect.poll(() => printed).toMatchObject([{ bookedFor: T0 }]);
    hub.answerWith = null;
    expect(await checkIn('request-2')).toMatchObject({ value: { booking: 'late' } });
    expect(hub.sent.find(({ input }) => input.type === 'check-in')?.input).toEqual({
      type: 'check-in',
      code: 'ACDEFH',
      language: 'vi',
      ...about,
    });
  });
});

describe('A slip that was not printed', () => {
  const faults = [
    'out-of-paper',
    'cover-open',
    'offline',
    'no-answer',
    'connection-lost',
    'cannot-connect',
  ] as const;

  it.each(faults)('is reported as failed with the fault %s', async (fault) => {
    const { tickets, news, statuses, printer, sent, logged, allDone } = aTicketService();
    printer.fault = new PrinterError(fault);
    await tickets.issueTicket(request());
    await allDone();
    expect(news).toMatchObject([{ id: 'print-1', state: 'failed', fault }]);
    expect(statuses).toEqual([fault]);
    expect(sent('report-print')).toMatchObject([{ input: { report: { state: 'failed', fault } } }]);
    // One line without a stack, because printer faults are expected.
    expect(logged).toEqual([{ level: 'warn', fault, number: 'H001', message: 'slip not printed' }]);
  });

  it('is a failed slip as well when our own code threw', async () => {
    const { tickets, news, printer, logged, allDone } = aTicketService();
    printer.fault = new RangeError('a bug');
    await tickets.issueTicket(request());
    await allDone();
    expect(logged).toMatchObject([{ level: 'error', err: printer.fault }]);
    expect(news).toMatchObject([{ state: 'failed', fault: 'no-answer' }]);
  });

  it('is reported until the hub acknowledges it, before the visitor’s choice', async () => {
    const { tickets, hub, printer, sent, allDone } = aTicketService();
    printer.fault = new PrinterError('out-of-paper');
    await tickets.issueTicket(request());
    let away = 2;
    hub.answerWith = async () => ((away -= 1) >= 0 ? refuse('hub-unavailable') : ok([]));
    await tickets.idle();
    expect(await tickets.resolveSlip({ printJobId: job.id, resolution: 'noted' })).toEqual(
      ok(null),
    );
    await expect.poll(() => sent('resolve-print').length).toBe(1);
    await allDone();
    expect(sent('report-print').map(({ commandId }) => commandId)).toEqual([
      'report-1',
      'report-1',
      'report-1',
    ]);
    expect(hub.sent.at(-1)?.input.type).toBe('resolve-print');
  });

  it('is given back unless the hub refuses, also while the hub is unreachable', async () => {
    const { tickets, hub, sent } = aTicketService();
    const giveBack = { printJobId: job.id, resolution: 'given-back' } as const;
    hub.answerWith = async () => refuse('action-not-allowed');
    expect(await tickets.resolveSlip(giveBack)).toEqual(refuse('action-not-allowed'));
    let away = 2;
    hub.answerWith = async () => ((away -= 1) >= 0 ? refuse('hub-unavailable') : ok([]));
    expect(await tickets.resolveSlip(giveBack)).toEqual(ok(null));
    await expect.poll(() => sent('resolve-print').length).toBe(4);
    expect(sent('resolve-print').at(-1)?.input).toMatchObject({ resolution: 'given-back' });
  });
});

describe('A slip without a visitor', () => {
  const withJob = aMirror({ printJobs: new Map([[job.id, job]]) });

  it('is left to the staff after a restart, and never printed again automatically', async () => {
    const { settleLostSlips, printed, sent, allDone } = aTicketService(withJob);
    settleLostSlips();
    settleLostSlips();
    await allDone();
    expect(printed).toEqual([]);
    expect(sent('report-print')).toMatchObject([
      { input: { printJobId: job.id, report: { state: 'failed', fault: 'fate-unknown' } } },
    ]);
    expect(sent('resolve-print')).toEqual([]);
  });

  it('is not touched when another kiosk prints it', async () => {
    const foreign = { ...job, kioskId: 'kiosk-2' as typeof job.kioskId };
    const { settleLostSlips, hub, allDone } = aTicketService(
      aMirror({ printJobs: new Map([[job.id, foreign]]) }),
    );
    settleLostSlips();
    await allDone();
    expect(hub.sent).toEqual([]);
  });

  it('is given back when its visitor was sent that there is no number', async () => {
    const { tickets, hub, clock, settleLostSlips, sent, allDone } = aTicketService();
    hub.answerWith = async () => refuse('hub-unavailable');
    await tickets.issueTicket(request());
    hub.answerWith = null;
    clock.now = minutesAfterT0(1);
    hub.set({ mirror: withJob });
    settleLostSlips();
    expect(sent('report-print')).toEqual([]);

    clock.now = (T0 + PRINT_JOB_RETRY_MS) as Instant;
    hub.set({ mirror: aMirror() });
    settleLostSlips();
    expect(hub.retries()).toBe(1);
    hub.set({ mirror: withJob });
    settleLostSlips();
    await allDone();
    expect(sent('resolve-print')).toMatchObject([
      { input: { printJobId: job.id, resolution: 'given-back' } },
    ]);
    await tickets.issueTicket(request());
    expect(sent('issue-ticket').at(-1)?.commandId).toBe('request-1.2');
  });

  it('needs no action when the lost request never reached the hub', async () => {
    const { tickets, hub, clock, settleLostSlips } = aTicketService();
    hub.answerWith = async () => refuse('hub-unavailable');
    await tickets.issueTicket(request());
    clock.now = (T0 + PRINT_JOB_RETRY_MS) as Instant;
    settleLostSlips();
    hub.set({ mirror: aMirror() });
    settleLostSlips();
    settleLostSlips();
    expect(hub.retries()).toBe(1);
    expect(tickets.unanswered()).toEqual([]);
  });

  it('is not printed when its request is repeated after a restart', async () => {
    const { tickets, hub, news, printed } = aTicketService();
    const old = aTicketIssued(9, { askedAt: (T0 - 60_000) as Instant });
    hub.answerWith = async () => ok([old]);
    expect(await tickets.issueTicket(request())).toMatchObject({ ok: true });
    await expect.poll(() => news.length).toBe(1);
    expect(news).toMatchObject([{ id: 'print-9' as PrintJobId, fault: 'fate-unknown' }]);
    expect(printed).toEqual([]);
  });
});
