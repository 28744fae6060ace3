import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '@motcua/client';
import { MIN_PROMISES, type QueueId, type ServiceId } from '@motcua/domain';
import { aroundTheClock, kimBoi, until } from '@motcua/testing';
import { type CentreDay, type Clerk, openCentre, SERVICES } from './centre-day.ts';
import { wants } from './rules.ts';

const BIRTH = SERVICES['birth'] as ServiceId;

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
  const printed = async () => {
    const issued = await day.kiosk.issue(BIRTH, 'vi');
    if (!issued.ok) throw new Error(issued.refusal.code);
    return issued.value.estimate;
  };

  it('is shown only once enough estimates were right, and no longer when they fail', async () => {
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
