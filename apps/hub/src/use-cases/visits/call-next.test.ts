import { beforeEach, describe, expect, it } from 'vitest';
import type { VisitId } from '@motcua/domain';
import { COUNTER_2, COUNTER_3, HOA, LAN } from '@motcua/domain/builders';
import { clerk, openRoom, type Room } from '../../../test/room.ts';

describe('calling the next visit', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
    return () => room.close();
  });

  it('calls in order, announces, and finishes no service silently', async () => {
    await room.issue();
    await room.issue();
    await room.open(LAN);
    const called = await room.callNext(LAN);

    expect(called).toMatchObject({
      value: [
        { type: 'visit-changed', visit: { ticket: { number: 'H001' }, state: 'called' } },
        { type: 'announcement-changed', announcement: { number: 'H001', counterNumber: 2 } },
      ],
    });
    expect(await room.callNext(LAN)).toMatchObject({ refusal: { code: 'finish-first' } });

    const visitId = [...room.hub.state.visits.keys()][0] as VisitId;
    await room.act(clerk(LAN), visitId, { type: 'start-service' });
    expect(await room.callNext(LAN)).toMatchObject({ refusal: { code: 'finish-first' } });
    expect(await room.callNext(LAN, COUNTER_2, true)).toMatchObject({
      value: [
        { visit: { state: 'closed', outcome: 'served' }, action: 'finish' },
        { visit: { ticket: { number: 'H002' } }, action: 'call' },
        { type: 'announcement-changed' },
      ],
    });
  });

  it('never calls one visit to two counters', async () => {
    await room.issue();
    await room.open(LAN);
    await room.open(HOA, COUNTER_3);
    const results = await Promise.all([room.callNext(LAN), room.callNext(HOA, COUNTER_3)]);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('calls no visit while a counter is paused', async () => {
    await room.issue();
    await room.open(LAN);
    await room.must({ type: 'pause-counter', counterId: COUNTER_2, reason: 'lunch' }, clerk(LAN));

    expect(await room.callNext(LAN)).toMatchObject({ refusal: { code: 'counter-paused' } });
    await room.must({ type: 'resume-counter', counterId: COUNTER_2 }, clerk(LAN));
    expect(await room.callNext(LAN)).toMatchObject({ ok: true });
  });
});
