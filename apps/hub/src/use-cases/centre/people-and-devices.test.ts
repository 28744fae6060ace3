import { type Device, type DeviceId, type PersonId, UNKNOWN_CONDITION } from '@motcua/domain';
import { HOA, KIOSK_1, LAN } from '@motcua/domain/builders';
import { beforeEach, describe, expect, it } from 'vitest';
import { clerk, HEAD, KIOSK, openRoom, type Room } from '../../../test/room.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';

let room: Room;
beforeEach(async () => {
  room = await openRoom();
  return () => room.close();
});
const device = (id: DeviceId): Device => {
  const found = room.hub.state.devices.get(id);
  if (found === undefined) throw new Error(`No device ${id}`);
  return found;
};

describe('people', () => {
  it('have a sign-in name of their own', async () => {
    const person = room.hub.state.people.get(HOA);
    if (person === undefined) throw new Error('Hoa is missing');
    const taken = { ...person, id: 'other' as PersonId };
    expect(await room.give({ type: 'put-person', person: taken }, THE_HUB_ITSELF)).toMatchObject({
      refusal: { code: 'name-taken', detail: { login: person.login } },
    });
    const renamed = { ...person, name: 'Nguyễn Thị Hoa' };
    expect(await room.must({ type: 'put-person', person: renamed }, THE_HUB_ITSELF)).toMatchObject([
      { type: 'person-changed', person: renamed, before: person },
    ]);
  });
});

describe('devices', () => {
  it('get a letter of their own for numbers without the hub, and keep it: kiosks only', async () => {
    const first = device(KIOSK_1);
    const second = { ...first, id: 'kiosk-2' as DeviceId };
    const { offlineLetter: _, ...fresh } = second;
    await room.must({ type: 'put-device', device: fresh }, THE_HUB_ITSELF);
    const letter = device(second.id).offlineLetter;
    expect(letter).toMatch(/^[A-Z]/);
    expect(letter).not.toBe(first.offlineLetter);
    await room.must({ type: 'put-device', device: device(second.id) }, THE_HUB_ITSELF);
    expect(device(second.id).offlineLetter).toBe(letter);

    const display = { ...fresh, id: 'display-2' as DeviceId, role: 'display' } as const;
    await room.must({ type: 'put-device', device: display }, THE_HUB_ITSELF);
    expect(device(display.id).offlineLetter).toBeUndefined();
  });

  it('are locked and set to practice where they are kiosks in use; the same again is no change', async () => {
    const lock = (deviceId: DeviceId) =>
      room.give({ type: 'set-kiosk', deviceId, locked: true, training: false }, HEAD);
    expect(await lock(KIOSK_1)).toMatchObject({ ok: true, value: [{ type: 'device-changed' }] });
    expect(await lock(KIOSK_1)).toMatchObject({ ok: true, value: [] });
    expect(await lock('unknown' as DeviceId)).toMatchObject({
      refusal: { code: 'device-not-found' },
    });
    const revoked = { ...device(KIOSK_1), revoked: true };
    await room.must({ type: 'put-device', device: revoked }, THE_HUB_ITSELF);
    expect(await lock(KIOSK_1)).toMatchObject({ refusal: { code: 'device-not-found' } });
  });

  it('report their condition; only a difference is kept, and a person has none', async () => {
    const condition = { ...UNKNOWN_CONDITION, printer: 'ready' } as const;
    const report = (by = KIOSK) => room.give({ type: 'report-condition', condition }, by);
    expect(await report()).toMatchObject({ ok: true, value: [{ type: 'device-changed' }] });
    expect(device(KIOSK_1).condition).toEqual(condition);
    expect(await report()).toMatchObject({ ok: true, value: [] });
    expect((await report(clerk(LAN))).ok).toBe(false);
  });
});
