import { type Change, plainTicket } from '@motcua/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandId, DeviceId } from '@motcua/domain';
import { COUNTER_2, LAN, minutesAfterT0, T0 } from '@motcua/domain/builders';
import { clerk, KIOSK, openRoom, type Room } from '../../test/room.ts';
import type { HubCommand } from './hub-command.ts';

describe('the hub', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
    return () => room.close();
  });

  it('answers a repeated command alike and does nothing', async () => {
    const wish = plainTicket('marriage' as never) as never;
    const first = await room.give(wish, KIOSK, 'again');
    const second = await room.give(wish, KIOSK, 'again');

    expect(second).toEqual(first);
    expect(room.hub.state.visits.size).toBe(1);
    expect(
      await room.give(wish, { ...KIOSK, deviceId: 'kiosk-2' as DeviceId }, 'again'),
    ).toMatchObject({
      refusal: { code: 'role-not-allowed' },
    });
  });

  it('answers after replication, and before the changes are sent only what is urgent', async () => {
    const order: string[] = [];
    const { hub } = room;
    hub.onStored(() => void order.push('stored'));
    hub.onCommitted((changes) => order.push(...changes.map(({ type }) => type)));
    const send = (name: string, urgency: (written: readonly Change[]) => boolean) =>
      new Promise<void>((done) => {
        const commandId = crypto.randomUUID() as CommandId;
        const command = { ...plainTicket('marriage' as never), commandId } as HubCommand;
        hub.submit(command, KIOSK, null, () => done(void order.push(name)), urgency);
      });
    await Promise.all([
      send('in its turn', () => false),
      send('urgent', (written) => written.length === 2),
    ]);
    expect(order).toEqual(['stored', 'urgent', 'ticket-issued', 'ticket-issued', 'in its turn']);
  });

  it('starts numbers again at local midnight and names the visits left over', async () => {
    await room.issue();
    await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    room.at = minutesAfterT0(16 * 60); // 00:00 in Việt Nam
    const next = await room.issue();

    expect(next.visit).toMatchObject({ day: '2026-11-24', ticket: { number: 'H001' } });
    expect(room.hub.state.visits.size).toBe(1);
    expect(room.hub.state.counters.get(COUNTER_2)).toMatchObject({ state: 'closed' });
    const day = room.hub.store.journal.ofDay('2026-11-23' as never);
    expect(day.at(-1)).toMatchObject({ type: 'day-closed', leftOver: ['H001', 'H002'] });
  });

  it('answers a command that is repeated after midnight as it did before', async () => {
    const wish = plainTicket('marriage' as never);
    const first = await room.give(wish, KIOSK, 'late');
    room.at = minutesAfterT0(16 * 60);
    await room.issue();

    expect(await room.give(wish, KIOSK, 'late')).toEqual(first);
    expect(room.hub.state.visits.size).toBe(1);
  });

  it('answers a command that changed nothing the same, whatever happened since', async () => {
    await room.open(LAN);
    const again = { type: 'open-counter', counterId: COUNTER_2, training: false } as const;
    const first = await room.give(again, clerk(LAN), 'again');
    await room.must({ type: 'close-counter', counterId: COUNTER_2 }, clerk(LAN));

    expect(first).toMatchObject({ value: [] });
    expect(await room.give(again, clerk(LAN), 'again')).toEqual(first);
    expect(room.hub.state.counters.get(COUNTER_2)).toMatchObject({ state: 'closed' });
  });

  it('does not go back a day when the clock does', async () => {
    room.at = minutesAfterT0(16 * 60);
    await room.issue();
    room.at = T0;

    expect((await room.issue()).visit).toMatchObject({
      day: '2026-11-24',
      ticket: { number: 'H002' },
    });
  });
});
