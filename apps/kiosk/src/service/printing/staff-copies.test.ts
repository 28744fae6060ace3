import { ok, refuse, type Instant, type PrintJob } from '@motcua/domain';
import { aPrintJob, KIOSK_1, T0 } from '@motcua/domain/builders';
import { slipContent } from '@motcua/protocol';
import { describe, expect, it } from 'vitest';
import { aTicketService } from '../tickets/test-ticket-service.ts';
import { aMirror, aTicketIssued } from '../link/fake-hub.ts';
import { SILENT_LOG } from '../kiosk-log.ts';
import { COPY_LIFE_MS, createStaffCopies } from './staff-copies.ts';

const { visit } = aTicketIssued(7);

function copiesOf(...jobs: readonly PrintJob[]) {
  const room = aTicketService(aMirror());
  const { hub, tickets, reports, clock } = room;
  hub.view = ok(slipContent(visit, 2));
  const hubNow = () => clock.now;
  const copies = createStaffCopies({ hub, tickets, reports, hubNow, log: SILENT_LOG });
  hub.set({ mirror: aMirror({ printJobs: new Map(jobs.map((job) => [job.id, job])) }) });
  return { ...room, ...copies };
}

const aCopy = (overrides: Partial<PrintJob> = {}) =>
  aPrintJob({ id: 'copy-1' as never, copy: true, askedAt: T0, kioskId: KIOSK_1, ...overrides });

describe('A copy requested by staff', () => {
  it('is printed once, marked as a copy, and reported like any slip', async () => {
    const { check, printed, sent, allDone, hub, isWanted } = copiesOf(aCopy());
    check();
    check();
    await expect
      .poll(() => printed)
      .toMatchObject([{ number: 'H007', copy: true, peopleAhead: 2 }]);
    await allDone();
    check();
    await allDone();
    expect(printed).toHaveLength(1);
    expect(hub.asked).toEqual([{ type: 'copy', printJobId: 'copy-1' }]);
    expect(sent('report-print')).toMatchObject([
      { input: { printJobId: 'copy-1', report: { state: 'printed', proof: 'proved' } } },
    ]);
    expect(isWanted(aCopy())).toBe(true);
  });

  it.each([
    ['of another kiosk', { kioskId: 'kiosk-2' as never }],
    ['from before this start', { askedAt: (T0 - 1) as Instant }],
    ['that was settled', { state: 'printed' }],
    ['that is a first slip', { copy: false }],
  ] as const)('%s is not printed', (_what, change) => {
    const { check, hub, isWanted } = copiesOf(aCopy(change));
    check();
    expect([hub.asked, isWanted(aCopy(change))]).toEqual([[], false]);
  });

  it('is not printed when the request is too old', () => {
    const { check, hub, clock } = copiesOf(aCopy());
    clock.now = (T0 + COPY_LIFE_MS) as Instant;
    check();
    expect(hub.asked).toEqual([]);
  });

  it('is requested again after a timeout, and given up when the hub refuses', async () => {
    const { check, hub, sent } = copiesOf(aCopy());
    hub.view = refuse('hub-unavailable');
    check();
    await new Promise(setImmediate);
    hub.view = refuse('visit-not-found');
    check();
    await expect
      .poll(() => sent('report-print'))
      .toMatchObject([{ input: { report: { state: 'failed', fault: 'fate-unknown' } } }]);
    expect(hub.asked).toHaveLength(2);
  });
});
