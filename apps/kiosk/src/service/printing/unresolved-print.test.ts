import type { Instant, PrintJobId, ServiceId } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import type { IssuedTicket, SlipNews } from '../../bridge.ts';
import { createUnresolvedPrint, UNRESOLVED_PRINT_KEPT_MS } from './unresolved-print.ts';

const aTicket = (number: string): IssuedTicket => ({
  printJobId: `print-${number}` as PrintJobId,
  number,
  serviceIds: ['marriage' as ServiceId],
  priority: false,
  training: false,
  booking: null,
  peopleAhead: 3,
  estimate: null,
  counters: [2],
  bookedFor: null,
  arrivedAt: T0,
  slipWithinMs: 30_000,
});
const H001 = aTicket('H001');
const news = (ticket: IssuedTicket, state: SlipNews['state'] = 'failed'): SlipNews => ({
  id: ticket.printJobId,
  state,
  proof: state === 'printed' ? 'proved' : null,
  fault: state === 'failed' ? 'out-of-paper' : null,
  resolution: null,
});

function aFailedSlip() {
  const clock = { now: T0 };
  const left: PrintJobId[] = [];
  let changes = 0;
  const slip = createUnresolvedPrint({
    now: () => clock.now,
    onChange: () => void (changes += 1),
    onLeft: (id) => left.push(id),
  });
  return { slip, clock, left, changes: () => changes };
}

describe('A slip that failed', () => {
  it('is kept with its number and its language until its visitor has chosen', () => {
    const { slip, left, changes } = aFailedSlip();
    slip.issued(H001, 'en');
    expect(slip.open()).toBeNull();
    slip.slipChanged(news(H001));
    expect(slip.open()).toEqual({ ticket: H001, fault: 'out-of-paper', language: 'en' });
    slip.resolved('another' as PrintJobId);
    expect(slip.open()).not.toBeNull();
    slip.resolved(H001.printJobId);
    expect([slip.open(), left, changes()]).toEqual([null, [], 2]);
  });

  it('is kept when its news came before its number', () => {
    const { slip } = aFailedSlip();
    slip.slipChanged(news(H001));
    slip.issued(H001, 'vi');
    expect(slip.open()).toMatchObject({ ticket: { number: 'H001' } });
    slip.issued(H001, 'vi');
    expect(slip.open()).toMatchObject({ ticket: { number: 'H001' } });
  });

  it('is not kept when it was printed', () => {
    const { slip } = aFailedSlip();
    slip.issued(H001, 'vi');
    slip.slipChanged(news(H001, 'printed'));
    slip.slipChanged(news(H001));
    expect(slip.open()).toBeNull();
  });

  it('is left to the staff, once, when the visitor made no choice in time', () => {
    const { slip, clock, left } = aFailedSlip();
    slip.issued(H001, 'vi');
    slip.slipChanged(news(H001));
    clock.now = (T0 + UNRESOLVED_PRINT_KEPT_MS - 1) as Instant;
    slip.check();
    expect([slip.open()?.ticket.number, left]).toEqual(['H001', []]);
    clock.now = (T0 + UNRESOLVED_PRINT_KEPT_MS) as Instant;
    slip.check();
    slip.check();
    expect([slip.open(), left]).toEqual([null, ['print-H001']]);
  });

  it('is left to the staff when the next one fails', () => {
    const { slip, left } = aFailedSlip();
    for (const ticket of [H001, aTicket('H002')]) {
      slip.issued(ticket, 'vi');
      slip.slipChanged(news(ticket));
    }
    expect([slip.open()?.ticket.number, left]).toEqual(['H002', ['print-H001']]);
  });
});
