import { beforeEach, describe, expect, it } from 'vitest';
import { type Instant, type VisitId } from '@motcua/domain';
import { aSite, KIOSK_1, LAN, minutesAfterT0 } from '@motcua/domain/builders';
import type { StepOut } from '@motcua/protocol';
import { clerk, HEAD, KIOSK, openRoom, type Room } from '../../../test/room.ts';
import { ticketView } from './step-out.ts';

describe('a visitor with a slip', () => {
  let room: Room;
  let visitId: VisitId;

  beforeEach(async () => {
    room = await openRoom();
    ({ id: visitId } = (await room.issue()).visit);
    return () => room.close();
  });

  const step = (wish: StepOut) => room.give({ type: 'step-out', visitId, wish }, KIOSK);
  const seen = () => ({ state: room.hub.state, at: room.at });
  const may = () => {
    const view = ticketView(seen(), { type: 'slip', visitId });
    return view.ok ? view.value.may : view.refusal.code;
  };
  const visit = () => room.hub.state.visits.get(visitId);

  it('steps out once, is not called meanwhile, and is back when they say so', async () => {
    await room.open(LAN);
    expect(may()).toEqual(['hold']);
    expect(await step('return')).toMatchObject({ refusal: { code: 'action-not-allowed' } });
    expect(await step('hold')).toMatchObject({ value: [{ action: 'hold' }] });
    expect(may()).toEqual(['return']);
    expect(await room.callNext(LAN)).toMatchObject({ refusal: { code: 'nobody-waiting' } });
    await step('return');
    expect(visit()).toMatchObject({ state: 'waiting', notBefore: null });
    expect(may()).toEqual([]);
    expect(await step('hold')).toMatchObject({ refusal: { code: 'hold-used' } });
  });

  it('may not step out where no place is held', async () => {
    const value = { ...room.hub.state.settings.site, holdMinutes: 0 };
    await room.must({ type: 'put-setting', setting: { kind: 'site', value } }, HEAD);
    expect(may()).toEqual([]);
    expect(await step('hold')).toMatchObject({ refusal: { code: 'action-not-allowed' } });
  });

  it('waits again after a missed call, within the grace time', async () => {
    await room.open(LAN);
    await room.callNext(LAN);
    room.at = minutesAfterT0(1);
    await room.act(clerk(LAN), visitId, { type: 'mark-no-show' });
    const { graceMinutes } = aSite().missed;
    room.at = (room.at + graceMinutes * 60_000) as Instant;
    expect(await step('rejoin')).toMatchObject({ refusal: { code: 'grace-over' } });
    room.at = (room.at - 1) as Instant;
    expect(may()).toEqual(['rejoin']);
    await step('rejoin');
    expect(visit()).toMatchObject({ state: 'waiting' });
  });

  it('does nothing at a locked kiosk, nor at one in practice', async () => {
    const set = (locked: boolean, training: boolean) =>
      room.must({ type: 'set-kiosk', deviceId: KIOSK_1, locked, training }, HEAD);
    await set(true, false);
    expect(await step('hold')).toMatchObject({ refusal: { code: 'kiosk-locked' } });
    await set(false, true);
    expect(await step('hold')).toMatchObject({ refusal: { code: 'slip-not-found' } });
  });

  it('is known by the code of the slip; the number on the display tells nothing', () => {
    const typed = ticketView(seen(), { type: 'ticket', number: 'H001' });
    expect(typed).toMatchObject({ value: { serviceId: null, next: [], may: [], peopleAhead: 0 } });
    expect(ticketView(seen(), { type: 'slip', visitId: 'H001' as VisitId })).toMatchObject({
      refusal: { code: 'slip-not-found' },
    });
    expect(ticketView(seen(), { type: 'ticket', number: 'H099' })).toMatchObject({
      refusal: { code: 'ticket-not-found' },
    });
  });
});
