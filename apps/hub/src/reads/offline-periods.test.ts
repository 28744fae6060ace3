import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ONE_PERSON,
  addDays,
  type DeviceId,
  UNKNOWN_CONDITION,
  type VisitId,
} from '@motcua/domain';
import { KIOSK_1, LAN, minutesAfterT0, T0, TODAY } from '@motcua/domain/builders';
import { KIOSK, openRoom, type Room } from '../../test/room.ts';
import { createOfflinePeriods } from './offline-periods.ts';
import { type Identity, THE_HUB_ITSELF } from '../engine/hub-command.ts';

const KIOSK_2 = 'kiosk-2' as DeviceId;

describe('offline periods', () => {
  let room: Room;
  beforeEach(async () => {
    room = await openRoom();
  });
  afterEach(() => room.close());

  const report = (number: string, minute: number, by: Identity = KIOSK) =>
    room.must(
      {
        type: 'settle-ticket',
        ticket: {
          ...{ visitId: `paper-${number}` as VisitId, printJobId: `slip-${number}` as never },
          ...{ number, day: TODAY, arrivedAt: minutesAfterT0(minute), bookedFor: null },
          ...{ serviceIds: ['marriage' as never], language: 'vi', priorityGroupId: null },
          ...{ needs: [], party: ONE_PERSON },
        },
        print: { state: 'printed', proof: 'proved' },
        resolution: null,
        instead: null,
      },
      by,
    );
  const pairSecond = () =>
    room.must(
      {
        type: 'put-device',
        device: {
          ...{ id: KIOSK_2, name: 'Kiosk 2', role: 'kiosk', pairedAt: T0, revoked: false },
          ...{ condition: UNKNOWN_CONDITION, locked: false, training: false },
        },
      },
      THE_HUB_ITSELF,
    );
  const goTo = (minute: number) => (room.at = minutesAfterT0(minute));

  it('are listed kiosk by kiosk, from the first number given to the last one reported', async () => {
    await pairSecond();
    const periods = createOfflinePeriods(room.hub);
    await room.issue();
    expect(periods.all()).toEqual([]);
    goTo(20);
    await report('HA01', 2);
    await report('HA02', 17);
    await report('HM01', 5, { ...KIOSK, deviceId: KIOSK_2 });
    goTo(60);
    await report('HA03', 50);
    const times = [
      { deviceId: KIOSK_1, from: minutesAfterT0(2), until: minutesAfterT0(20), numbers: 2 },
      { deviceId: KIOSK_2, from: minutesAfterT0(5), until: minutesAfterT0(20), numbers: 1 },
      { deviceId: KIOSK_1, from: minutesAfterT0(50), until: minutesAfterT0(60), numbers: 1 },
    ];
    expect(periods.all()).toEqual(times);
    await room.must({ type: 'note-lost-history', since: TODAY }, THE_HUB_ITSELF);
    await report('H077', 55);
    expect(periods.all(), 'after a report of what the hub gave').toEqual(times);
    expect(createOfflinePeriods(room.hub).all(), 'after a new start').toEqual(times);
  });

  it('are those of today', async () => {
    const periods = createOfflinePeriods(room.hub);
    goTo(20);
    await report('HA01', 2);
    goTo(24 * 60);
    await room.open(LAN);
    expect(room.hub.state.today).toBe(addDays(TODAY, 1));
    expect(periods.all()).toEqual([]);
    expect(createOfflinePeriods(room.hub).all()).toEqual([]);
  });
});
