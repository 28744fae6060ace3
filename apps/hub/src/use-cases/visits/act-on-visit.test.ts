import { beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '@motcua/domain';
import { COUNTER_2, COUNTER_3, HOA, LAN, T0 } from '@motcua/domain/builders';
import { DISPLAY, HEAD, clerk, openRoom, type Room } from '../../../test/room.ts';

describe('an action on a visit', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
    return () => room.close();
  });

  it('lets only the holder act, and a head with a reason', async () => {
    const { visit } = await room.issue();
    await room.open(HOA, COUNTER_3);
    await room.callNext(HOA, COUNTER_3);
    await room.open(LAN);

    expect(await room.act(clerk(LAN), visit.id, { type: 'recall' })).toMatchObject({
      refusal: { code: 'not-your-visit' },
    });
    expect(await room.act(HEAD, visit.id, { type: 'send-back' })).toMatchObject({
      refusal: { code: 'reason-needed' },
    });
    expect(await room.act(HEAD, visit.id, { type: 'send-back' }, 'Cán bộ đi họp')).toMatchObject({
      value: [
        { type: 'visit-changed', by: { reason: 'Cán bộ đi họp' } },
        { type: 'announcement-changed', announcement: { failure: 'withdrawn' } },
      ],
    });
  });

  it('folds a recall into the call that is being spoken, and marks no visit missed meanwhile', async () => {
    const { visit } = await room.issue();
    await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    const spoken = { refusal: { code: 'call-being-spoken' } };
    const report = (state: 'playing' | 'played') => {
      const announcementId = room.hub.state.callsOf(visit.id).at(-1)?.id as never;
      return room.must({ type: 'report-announcement', announcementId, report: { state } }, DISPLAY);
    };
    for (const type of ['recall', 'mark-no-show'] as const)
      expect(await room.act(clerk(LAN), visit.id, { type })).toMatchObject(spoken);

    for (let count = 2; count <= 3; count += 1) {
      await report('playing');
      room.at = (room.at + 15_000) as Instant;
      expect(await room.act(clerk(LAN), visit.id, { type: 'recall' })).toMatchObject(spoken);
      await report('played');
      expect(await room.act(clerk(LAN), visit.id, { type: 'recall' })).toMatchObject({ ok: true });
    }
    expect(await room.callNext(LAN, COUNTER_2, true)).toMatchObject(spoken);
    await report('played');
    expect(await room.callNext(LAN, COUNTER_2, true)).toMatchObject({ ok: true });
    expect(room.hub.state.visits.get(visit.id)).toMatchObject({ outcome: 'no-show' });
  });

  it('waits twenty seconds for a voice where no display reports anything', async () => {
    const { visit } = await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    room.at = (T0 + 19_999) as Instant;
    expect(await room.act(clerk(LAN), visit.id, { type: 'recall' })).toMatchObject({ ok: false });
    room.at = (T0 + 20_000) as Instant;
    expect(await room.act(clerk(LAN), visit.id, { type: 'recall' })).toMatchObject({ ok: true });
  });
});
