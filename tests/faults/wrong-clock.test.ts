import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '@motcua/domain';
import {
  createFakeClock,
  type KioskPage,
  kimBoi,
  startTestSite,
  type TestSite,
} from '@motcua/testing';
import { addToTally } from './tally.ts';

const HOUR_MS = 3_600_000;

describe('a clock that is wrong', () => {
  const clock = createFakeClock(Date.UTC(2026, 10, 23, 2) as Instant);
  let site: TestSite;
  let kiosk: KioskPage;

  beforeEach(async () => {
    site = await startTestSite({ now: clock.now });
    kiosk = await site.touchKiosk();
    await kiosk.live();
  });
  afterEach(async () => {
    kiosk.close();
    await site.close();
  });

  it('may jump forward and back: no number is issued twice on a day, and no day is repeated', async () => {
    const { hub } = site.started;
    const shown: string[] = [];
    // Never beyond the retention of single visits, because the journal is read below.
    const jumps = [-HOUR_MS, 5 * HOUR_MS, 30 * HOUR_MS, -40 * HOUR_MS, 1_500 * HOUR_MS, -HOUR_MS];
    for (const jump of [0, ...jumps]) {
      clock.advance(jump);
      for (const { id } of kimBoi.services.slice(0, 3)) {
        const issued = await kiosk.issue(id, 'vi');
        if (!issued.ok) throw new Error(issued.refusal.code);
        shown.push(`${hub.state.today} ${issued.value.number}`);
      }
    }
    const held = [...hub.store.journal.each()].flatMap((change) =>
      change.type === 'ticket-issued' ? [`${change.visit.day} ${change.visit.ticket.number}`] : [],
    );
    const days = held.map((each) => each.slice(0, 10));

    expect(days).toEqual(days.toSorted());
    expect(new Set(days).size).toBe(3);
    addToTally({
      injected: jumps.length,
      answered: shown.length,
      lost: shown.filter((each) => !held.includes(each)).length,
      doubled: held.length - new Set(held).size,
    });
  });
});
