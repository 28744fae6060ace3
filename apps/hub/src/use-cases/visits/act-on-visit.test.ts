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

  it('records what was done while the next number is already called, and the code as it is meant', async () => {
    const { visit } = await room.issue();
    await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    await room.act(clerk(LAN), visit.id, { type: 'start-service' });
    expect(await room.callNext(LAN, COUNTER_2, true)).toMatchObject({ ok: true });
    const record = (dossierCode: string | null) => {
      const result = { type: 'set-result', step: 0, result: 'helped-online', dossierCode } as const;
      return room.act(clerk(LAN), visit.id, result);
    };
    expect(await record('số 7')).toMatchObject({ refusal: { code: 'dossier-code-malformed' } });
    expect(await record(null)).toMatchObject({ value: [{ action: 'set-result' }] });
    expect(await record(' ]C1h44.10-250715–0007 ')).toMatchObject({ ok: true });
    expect(room.hub.state.visits.get(visit.id)).toMatchObject({
      state: 'closed',
      results: [{ step: 0, result: 'helped-online', dossierCode: 'H44.10-250715-0007' }],
    });
    await room.must({ type: 'undo', counterId: COUNTER_2 }, clerk(LAN));
    expect(room.hub.state.visits.get(visit.id)?.results).toEqual([
      { step: 0, result: 'helped-online' },
    ]);
  });

  it('records nothing where the centre does not want it', async () => {
    const { visit } = await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    await room.act(clerk(LAN), visit.id, { type: 'start-service' });
    await room.act(clerk(LAN), visit.id, { type: 'finish' });
    const value = { ...room.hub.state.settings.site, results: 'off' } as const;
    await room.must({ type: 'put-setting', setting: { kind: 'site', value } }, HEAD);
    const result = { type: 'set-result', step: 0, result: 'advised', dossierCode: null } as const;
    expect(await room.act(clerk(LAN), visit.id, result)).toMatchObject({
      refusal: { code: 'action-not-allowed' },
    });
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
