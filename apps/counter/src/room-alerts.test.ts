import { describe, expect, it } from 'vitest';
import type { Device, DeviceId } from '@motcua/domain';
import { aCalledVisit } from '@motcua/domain/builders';
import {
  aFailedSlip,
  AILING_DEVICES,
  aMirror,
  idOf,
  minutesAgo,
  someoneWaiting,
} from './example-room.ts';
import { queueLoads } from './queue-loads.ts';
import { roomAlerts } from './room-alerts.ts';

describe('the room', () => {
  it('tells of a visitor without a slip first, then of the one who noted the number', () => {
    const visits = [someoneWaiting('H021', 3), someoneWaiting('H022', 2)];
    const printJobs = [aFailedSlip('H021', 'noted'), aFailedSlip('H022', null)];
    expect(roomAlerts(aMirror({ visits, printJobs }))).toMatchObject([
      { number: 'H022', noted: false, fault: 'out-of-paper' },
      { number: 'H021', noted: true },
    ]);
  });

  it('tells of equipment first, then of the newest slip; who was helped is gone', () => {
    const numbers = ['H021', 'H022', 'H023'];
    const visits = numbers.map((number) => someoneWaiting(number, 3));
    const printJobs = [
      { ...aFailedSlip('H021', null), askedAt: minutesAgo(9) },
      { ...aFailedSlip('H022', null), askedAt: minutesAgo(2) },
      aFailedSlip('H023', 'helped'),
    ];
    expect(roomAlerts(aMirror({ visits, printJobs, devices: AILING_DEVICES }))).toMatchObject([
      { type: 'printer' },
      { type: 'sound' },
      { number: 'H022' },
      { number: 'H021' },
    ]);
  });

  it('tells before all others of a visitor who is gone without having said anything', () => {
    const visits = [someoneWaiting('H021', 3), someoneWaiting('H022', 2)];
    const printJobs = [aFailedSlip('H021', null), aFailedSlip('H022', 'left')];
    expect(roomAlerts(aMirror({ visits, printJobs }))).toMatchObject([
      { number: 'H022', noted: false, left: true },
      { number: 'H021', left: false },
    ]);
  });

  it('is quiet about a slip once its number was called or is gone', () => {
    const visits = [aCalledVisit({ id: idOf('H021') })];
    const printJobs = [aFailedSlip('H021', null), aFailedSlip('H022', null)];
    expect(roomAlerts(aMirror({ visits, printJobs }))).toEqual([]);
  });

  it('tells of a printer without paper and a display without sound', () => {
    expect(roomAlerts(aMirror({ devices: AILING_DEVICES }))).toMatchObject([
      { type: 'printer', device: 'Kiosk cửa chính', condition: 'out-of-paper' },
      { type: 'sound', device: 'Màn hình phòng chờ' },
    ]);
  });

  it('says once that no display can be reached, and nothing while one can', () => {
    const unknown = { printer: null, sound: null };
    const walls = [...AILING_DEVICES.values()].filter(({ role }) => role === 'display');
    const [wall] = walls;
    if (wall === undefined) throw new Error('No display');
    const second = { ...wall, id: 'display-second' as DeviceId };
    const gone = [wall, second].map((it) => [it.id, { ...it, condition: unknown }] as const);
    expect(roomAlerts(aMirror({ devices: new Map(gone) }))).toMatchObject([{ type: 'no-display' }]);
    const here = { ...second, condition: { printer: null, sound: 'on' as const } };
    const oneHere = new Map<DeviceId, Device>([...gone, [here.id, here]]);
    expect(roomAlerts(aMirror({ devices: oneHere }))).toEqual([]);
  });

  it('is quiet about devices that were shown the door', () => {
    const gone = [...AILING_DEVICES].map(([id, it]) => [id, { ...it, revoked: true }] as const);
    expect(roomAlerts(aMirror({ devices: new Map(gone) }))).toEqual([]);
  });
});

describe('the load of a queue', () => {
  it('counts who waits today, and how many of them with priority', () => {
    const visits = [someoneWaiting('H021', 3), someoneWaiting('H022', 2, 'priority')];
    expect([...queueLoads(aMirror({ visits })).values()]).toEqual([{ waiting: 2, priority: 1 }]);
  });
});
