import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId, Device, DeviceId } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { createHub, type Hub } from '../../engine/hub.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { createDevicePresence, CHECKS_UNTIL_UNKNOWN } from './device-presence.ts';

const WALL = 'display-wall' as DeviceId;
const DEVICE: Device = {
  id: WALL,
  name: 'Màn hình sảnh',
  role: 'display',
  pairedAt: T0,
  revoked: false,
  locked: false,
  training: false,
  condition: { printer: null, sound: 'on' },
};

describe('A disconnected device', () => {
  let hub: Hub;

  beforeEach(async () => {
    hub = createHub({ dataDir: ':memory:', now: () => T0 });
    const commandId = 'put' as CommandId;
    await hub.execute({ commandId, type: 'put-device', device: DEVICE }, THE_HUB_ITSELF);
  });
  afterEach(() => hub.close());

  const sound = () => hub.state.devices.get(WALL)?.condition.sound;
  const tick = (
    devicePresence: ReturnType<typeof createDevicePresence>,
    times: number,
    here: DeviceId[],
  ) => {
    for (let count = 0; count < times; count += 1) devicePresence.tick(new Set(here));
  };

  it('has an unknown sound state after some checks', async () => {
    const devicePresence = createDevicePresence(hub);
    tick(devicePresence, CHECKS_UNTIL_UNKNOWN - 1, []);
    expect(sound()).toBe('on');
    tick(devicePresence, 1, []);
    await expect.poll(sound).toBeNull();
    expect(hub.state.devices.get(WALL)).toEqual({
      ...DEVICE,
      condition: { printer: null, sound: null },
    });
  });

  it('keeps its reported state when it is back in time', () => {
    const devicePresence = createDevicePresence(hub);
    tick(devicePresence, CHECKS_UNTIL_UNKNOWN - 1, []);
    tick(devicePresence, 1, [WALL]);
    tick(devicePresence, CHECKS_UNTIL_UNKNOWN - 1, []);
    expect(sound()).toBe('on');
  });
});
