import { beforeEach, describe, expect, it } from 'vitest';
import { COUNTER_2, HOA, LAN } from '@motcua/domain/builders';
import { UNATTENDED_AFTER_MS, isUnattended, type PersonId } from '@motcua/domain';
import { clerk, openRoom, type Room } from '../../../test/room.ts';
import { type Attendance, createAttendance, CHECKS_UNTIL_UNATTENDED } from './attendance.ts';

describe('A counter without its page', () => {
  let room: Room;
  let attendance: Attendance;

  beforeEach(async () => {
    room = await openRoom();
    attendance = createAttendance(room.hub);
    return () => room.close();
  });

  const now = () => room.hub.state.counters.get(COUNTER_2);
  const tick = (times: number, ...here: readonly PersonId[]) => {
    for (let count = 0; count < times; count += 1) attendance.tick(new Set(here));
  };
  const leave = async () => {
    tick(CHECKS_UNTIL_UNATTENDED);
    await expect.poll(() => isUnattended(now())).toBe(true);
  };

  it('is unattended after two minutes, and attended as soon as the page is back', async () => {
    await room.open(LAN);
    tick(CHECKS_UNTIL_UNATTENDED - 1);
    tick(1, LAN);
    tick(CHECKS_UNTIL_UNATTENDED - 1);
    expect(isUnattended(now())).toBe(false);
    tick(1);
    await expect.poll(now).toMatchObject({ unattendedSince: room.at - UNATTENDED_AFTER_MS });
    tick(1, LAN);
    await expect.poll(now).not.toHaveProperty('unattendedSince');
    expect(now()).toMatchObject({ state: 'open', clerkId: LAN });
  });

  it('is recorded once, however long it stays away, and never while it is paused', async () => {
    await room.open(LAN);
    await leave();
    const { seq } = room.hub.state;
    tick(3 * CHECKS_UNTIL_UNATTENDED);
    await room.must({ type: 'pause-counter', counterId: COUNTER_2, reason: 'lunch' }, clerk(LAN));
    tick(3 * CHECKS_UNTIL_UNATTENDED);
    await room.issue();
    expect(room.hub.state.seq).toBe(seq + 2);
  });

  it('may be taken over by a colleague, with the visitor who was called there', async () => {
    const { visit } = await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    const taking = { type: 'open-counter', counterId: COUNTER_2, training: false } as const;
    expect(await room.give(taking, clerk(HOA))).toMatchObject({
      refusal: { code: 'counter-taken' },
    });
    await leave();
    await room.must(taking, clerk(HOA));
    expect(now()).toMatchObject({ state: 'open', clerkId: HOA });
    expect(await room.act(clerk(HOA), visit.id, { type: 'start-service' })).toMatchObject({
      ok: true,
    });
    expect(await room.act(clerk(LAN), visit.id, { type: 'finish' })).toMatchObject({
      refusal: { code: 'counter-taken' },
    });
  });
});
