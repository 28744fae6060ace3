import { plainTicket, ROLES } from '@motcua/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import type { QueueId } from '@motcua/domain';
import {
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  KIOSK_1,
  LAN,
  aQueue,
  aService,
} from '@motcua/domain/builders';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { forRole } from '../../transport/sockets/audience.ts';
import { KIOSK, DISPLAY, HEAD, clerk, openRoom, type Room } from '../../../test/room.ts';

describe('the rights and settings of the hub', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
    return () => room.close();
  });

  it.each([
    [KIOSK, { type: 'call-next', counterId: COUNTER_2, finishCurrent: false }, 'sign-in-first'],
    [DISPLAY, plainTicket('marriage' as never), 'role-not-allowed'],
    [clerk(LAN), { type: 'remove-setting', kind: 'queue', id: CIVIL }, 'role-not-allowed'],
    [
      { deviceId: null, deviceRole: null, personId: null, personRole: null },
      plainTicket('marriage' as never),
      'role-not-allowed',
    ],
  ])('refuses what is not one’s business (%#)', async (identity, wish, code) => {
    expect(await room.give(wish as never, identity)).toMatchObject({
      refusal: { code },
    });
  });

  it('refuses a setting that does not fit', async () => {
    const setting = { kind: 'queue', value: aQueue({ id: 'x' as QueueId }) } as const;
    expect(await room.give({ type: 'put-setting', setting }, HEAD)).toMatchObject({
      refusal: { code: 'number-range-overlaps' },
    });
  });

  it('refuses names with letters that slip and report could not draw, and names them', async () => {
    const refused = { refusal: { code: 'letters-not-drawable', detail: { letters: '王' } } };
    const setting = { kind: 'service', value: aService({ name: { vi: 'Dịch vụ 王' } }) } as const;
    expect(await room.give({ type: 'put-setting', setting }, HEAD)).toMatchObject(refused);
    const person = room.hub.state.people.get(LAN);
    const device = room.hub.state.devices.get(KIOSK_1);
    if (person === undefined || device === undefined) throw new Error('The room is empty');
    const named = [
      { type: 'put-person', person: { ...person, name: '王 Lan' } },
      { type: 'put-device', device: { ...device, name: 'Máy 王' } },
    ] as const;
    for (const wish of named) expect(await room.give(wish, THE_HUB_ITSELF)).toMatchObject(refused);
    expect(room.hub.state.people.get(LAN)?.name).toBe('Lan');
  });

  it('records in the journal what a setting was, and shows it to no client', async () => {
    const value = aQueue({ dailyQuota: 60 });
    const put = await room.give({ type: 'put-setting', setting: { kind: 'queue', value } }, HEAD);
    const [change] = put.ok ? put.value : [];
    expect(change).toMatchObject({ setting: { value }, before: { id: CIVIL, dailyQuota: null } });
    for (const role of ROLES)
      expect(forRole(role, put.ok ? put.value : []).map((change) => 'before' in change)).toEqual([
        false,
      ]);
  });

  it('removes only what nothing needs', async () => {
    expect(
      await room.give({ type: 'remove-setting', kind: 'queue', id: CIVIL }, HEAD),
    ).toMatchObject({
      refusal: { code: 'in-use' },
    });
    expect(
      await room.give({ type: 'remove-setting', kind: 'counter', id: COUNTER_3 }, HEAD),
    ).toMatchObject({ ok: true });
  });
});
