import { beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '@motcua/domain';
import { CERT, COUNTER_2, COUNTER_3, HOA, LAN, T0 } from '@motcua/domain/builders';
import { HEAD, clerk, openRoom, type Room } from '../../../test/room.ts';

describe('undo', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
    return () => room.close();
  });

  it('undoes a call within ten seconds, on the displays too', async () => {
    const { visit } = await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    room.at = (T0 + 9_000) as Instant;
    const undone = await room.must({ type: 'undo', counterId: COUNTER_2 }, clerk(LAN));

    expect(undone).toMatchObject([
      { type: 'visit-changed', action: 'undo', visit },
      { type: 'announcement-changed', announcement: { failure: 'withdrawn' } },
    ]);
    expect(await room.give({ type: 'undo', counterId: COUNTER_2 }, clerk(LAN))).toMatchObject({
      refusal: { code: 'nothing-to-undo' },
    });
    expect(await room.callNext(LAN)).toMatchObject({ ok: true });
  });

  it('undoes nothing when it is late or a later action depends on it', async () => {
    const { visit } = await room.issue();
    await room.open(LAN);
    await room.open(HOA, COUNTER_3);
    await room.callNext(LAN);
    await room.act(clerk(LAN), visit.id, {
      type: 'transfer',
      toQueueId: CERT,
      reservedFor: null,
      andBack: false,
    });
    await room.callNext(HOA, COUNTER_3);
    const built = await room.give({ type: 'undo', counterId: COUNTER_2 }, clerk(LAN));
    room.at = (T0 + 10_001) as Instant;
    const late = await room.give({ type: 'undo', counterId: COUNTER_3 }, clerk(HOA));

    for (const refused of [built, late])
      expect(refused).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
  });

  it('undoes finishing and calling together', async () => {
    const first = await room.issue();
    await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    await room.act(clerk(LAN), first.visit.id, { type: 'start-service' });
    await room.callNext(LAN, COUNTER_2, true);
    await room.must({ type: 'undo', counterId: COUNTER_2 }, clerk(LAN));

    expect([...room.hub.state.visits.values()].map(({ state }) => state)).toEqual([
      'serving',
      'waiting',
    ]);
  });

  it('opens a counter again that was left', async () => {
    await room.open(LAN);
    await room.must({ type: 'close-counter', counterId: COUNTER_2 }, clerk(LAN));
    await room.must({ type: 'undo', counterId: COUNTER_2 }, clerk(LAN));
    expect(room.hub.state.counters.get(COUNTER_2)).toMatchObject({ state: 'open', clerkId: LAN });
  });

  it('undoes nothing of another clerk', async () => {
    await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    expect(await room.give({ type: 'undo', counterId: COUNTER_2 }, clerk(HOA))).toMatchObject({
      refusal: { code: 'nothing-to-undo' },
    });
  });

  it('undoes what a person did without a counter for that person only', async () => {
    const { visit } = await room.issue();
    const action = { type: 'cancel', as: 'left' } as const;
    expect(await room.act(HEAD, visit.id, action, 'đã về')).toMatchObject({ ok: true });
    expect(await room.give({ type: 'undo', counterId: null }, clerk(LAN))).toMatchObject({
      refusal: { code: 'nothing-to-undo' },
    });
    await room.must({ type: 'undo', counterId: null }, HEAD);
    expect(room.hub.state.visits.get(visit.id)).toEqual(visit);
  });
});
