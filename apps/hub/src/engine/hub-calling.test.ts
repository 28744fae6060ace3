import { beforeEach, describe, expect, it } from 'vitest';
import type { Instant, VisitId } from '@motcua/domain';
import { CERT, COUNTER_2, COUNTER_3, HOA, LAN, T0 } from '@motcua/domain/builders';
import { DISPLAY, HEAD, clerk, openRoom, type Room } from '../../test/room.ts';

describe('the calls of the hub', () => {
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

  it('calls no visit while a counter is paused', async () => {
    await room.issue();
    await room.open(LAN);
    await room.must({ type: 'pause-counter', counterId: COUNTER_2, reason: 'lunch' }, clerk(LAN));

    expect(await room.callNext(LAN)).toMatchObject({ refusal: { code: 'counter-paused' } });
    await room.must({ type: 'resume-counter', counterId: COUNTER_2 }, clerk(LAN));
    expect(await room.callNext(LAN)).toMatchObject({ ok: true });
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

  it('shows the counter what became of its call', async () => {
    await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    const [announcement] = room.hub.state.unheard();
    const announcementId = announcement?.id as never;
    await room.must(
      { type: 'report-announcement', announcementId, report: { state: 'playing' } },
      DISPLAY,
    );
    await room.must(
      { type: 'report-announcement', announcementId, report: { state: 'played' } },
      DISPLAY,
    );
    const late = await room.must(
      {
        type: 'report-announcement',
        announcementId,
        report: { state: 'failed', failure: 'no-sound' },
      },
      DISPLAY,
    );

    expect(late).toEqual([]);
    expect(room.hub.state.unheard()).toEqual([]);
  });
});
