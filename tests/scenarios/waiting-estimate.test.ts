import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '@motcua/client';
import { MIN_PROMISES, type QueueId, type ServiceId } from '@motcua/domain';
import { estimateText } from '@motcua/printing';
import type { ChangeOf } from '@motcua/protocol';
import { aroundTheClock, kimBoi, until } from '@motcua/testing';
import { type CentreDay, type Clerk, openCentre, SERVICES } from './centre-day.ts';
import { expectOnPaper, slipOf } from './expected-slip.ts';
import { ELDERLY, wants } from './rules.ts';

const BIRTH = SERVICES['birth'] as ServiceId;

/** Only counter 2 is open, so the slip names no other. */
const AT_LAN = { counters: [2] };

describe('the waiting time shown at a kiosk', () => {
  let day: CentreDay;
  let kiosk: HubConnection;
  let lan: Clerk;
  let minute = 0;

  beforeEach(async () => {
    day = await openCentre('06:00', aroundTheClock(kimBoi));
    kiosk = await day.asKiosk();
    lan = await day.sit('lan', 2);
    minute = 0;
  });
  afterEach(() => day.close());

  /** A visitor comes every six minutes; Lan serves each for five, or not at all. */
  async function pass(minutes: number, isServing = true): Promise<void> {
    const { estimates } = day.site.started.hub;
    for (let passed = 0; passed < minutes; passed += 1, minute += 1) {
      if (minute % 6 === 0) {
        estimates.refresh();
        await kiosk.execute(wants('birth'));
      }
      if (isServing && minute % 5 === 0) {
        await lan.callNext(true);
        await lan.act('start-service').catch(() => 'nobody');
      }
      day.wait(60);
    }
    estimates.refresh();
  }
  const shown = () => day.kiosk.services().find(({ id }) => id === BIRTH)?.estimate ?? null;
  /** Takes a number at the kiosk, and compares its slip dot by dot. */
  const printed = async () => {
    const tickets: ChangeOf<'ticket-issued'>[] = [];
    day.site.started.hub.onCommitted((changes) => {
      for (const change of changes) if (change.type === 'ticket-issued') tickets.push(change);
    });
    const slip = day.kiosk.nextSlip();
    const issued = await day.kiosk.issue(BIRTH, 'vi', undefined, ELDERLY);
    if (!issued.ok) throw new Error(issued.refusal.code);
    await slip;
    const { estimate: range } = issued.value;
    const estimate = range === null ? null : estimateText(range, 'vi');
    expectOnPaper(day.site, slipOf(day.site, tickets[0], { ...AT_LAN, estimate }));
    return range;
  };

  it('is shown, and printed, only once enough estimates were right, and no longer when they fail', async () => {
    await pass(60);
    expect([shown(), await printed()]).toEqual([null, null]);

    await pass(6 * MIN_PROMISES + 30);
    const estimate = () => kiosk.getState().mirror?.loads['civil' as QueueId]?.estimate ?? null;
    await until(kiosk, () => estimate() !== null);
    const range = await printed();
    expect(range).not.toBeNull();
    expect(range?.toMinutes).toBeGreaterThanOrEqual(range?.fromMinutes ?? Infinity);

    await pass(240, false);
    expect(await printed()).toBeNull();
  });
});
