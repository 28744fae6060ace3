import { beforeEach, describe, expect, it } from 'vitest';
import { COUNTER_2, COUNTER_3, HOA, LAN } from '@motcua/domain/builders';
import { clerk, openRoom, type Room } from '../../../test/room.ts';

describe('a counter', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
    return () => room.close();
  });

  it('keeps a counter for the clerk who opened it, and a clerk at one counter', async () => {
    await room.open(LAN);

    expect(
      await room.give({ type: 'open-counter', counterId: COUNTER_2, training: false }, clerk(HOA)),
    ).toMatchObject({
      refusal: { code: 'counter-taken', detail: { clerk: 'Lan' } },
    });
    expect(
      await room.give({ type: 'open-counter', counterId: COUNTER_3, training: false }, clerk(LAN)),
    ).toMatchObject({
      refusal: { code: 'clerk-at-another-counter', detail: { counter: '2' } },
    });
    expect(await room.callNext(HOA)).toMatchObject({ refusal: { code: 'counter-taken' } });
  });
});
