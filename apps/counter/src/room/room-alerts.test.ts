import { describe, expect, it } from 'vitest';
import type { Device, DeviceId, PrintJob } from '@motcua/domain';
import { aCalledVisit, COUNTER_2, LAN, T0 } from '@motcua/domain/builders';
import {
  aFailedSlip,
  AILING_DEVICES,
  aMirror,
  anAnnouncementOf,
  idOf,
  minutesAgo,
  NOW,
  someoneWaiting,
  WELL_DEVICES,
} from '../page/example-room.ts';
import { queueLoads } from './queue-loads.ts';
import { roomNews } from './room-alerts.ts';

/** What is alerted, each in a word, in a room whose equipment is well unless said otherwise. */
function alerted(room: Parameters<typeof aMirror>[0]): readonly string[] {
  return roomNews(aMirror({ devices: WELL_DEVICES, ...room }), NOW).alerts.map((alert) => {
    if (alert.type === 'slip-failed') return alert.number;
    if (alert.type === 'watch') return alert.finding.subject;
    const { finding } = alert;
    if (finding.subject === 'voice') return finding.voice.state;
    return finding.subject === 'no-kiosk' ? finding.subject : finding.device.name;
  });
}

describe('the alerts of the room', () => {
  it('list a visitor without a slip first, then the one who noted the number', () => {
    const visits = [someoneWaiting('H021', 3), someoneWaiting('H022', 2)];
    const printJobs = [aFailedSlip('H021', 'noted'), aFailedSlip('H022', null)];
    const mirror = aMirror({ devices: WELL_DEVICES, visits, printJobs });
    expect(roomNews(mirror, NOW).alerts).toMatchObject([
      { number: 'H022', noted: false, fault: 'out-of-paper' },
      { number: 'H021', noted: true },
    ]);
  });

  it('list equipment first, then the newest slip, without those who were helped', () => {
    const numbers = ['H021', 'H022', 'H023'];
    const visits = numbers.map((number) => someoneWaiting(number, 3));
    const printJobs = [
      { ...aFailedSlip('H021', null), askedAt: minutesAgo(9) },
      { ...aFailedSlip('H022', null), askedAt: minutesAgo(2) },
      aFailedSlip('H023', 'helped'),
    ];
    expect(alerted({ visits, printJobs, devices: AILING_DEVICES })).toEqual([
      'Màn hình phòng chờ',
      'Kiosk cửa chính',
      'H022',
      'H021',
    ]);
  });

  it('list before all others a visitor who left without a choice', () => {
    const visits = [someoneWaiting('H021', 3), someoneWaiting('H022', 2)];
    const printJobs = [aFailedSlip('H021', null), aFailedSlip('H022', 'left')];
    expect(alerted({ visits, printJobs })).toEqual(['H022', 'H021']);
  });

  it('leave out a slip once its number was called or is gone', () => {
    const visits = [aCalledVisit({ id: idOf('H021'), calledAt: minutesAgo(1) })];
    const printJobs = [aFailedSlip('H021', null), aFailedSlip('H022', null)];
    expect(alerted({ visits, printJobs })).toEqual([]);
  });

  it('report once that no display is connected, and one of two that is not', () => {
    const unknown = { printer: null, sound: null };
    const displays = [...WELL_DEVICES.values()].filter(({ role }) => role === 'display');
    const [wall] = displays;
    if (wall === undefined) throw new Error('No display');
    const second = { ...wall, id: 'display-second' as DeviceId, name: 'Màn hình hai' };
    const both = (first: Device, other: Device) =>
      alerted({ devices: new Map([...WELL_DEVICES, [first.id, first], [other.id, other]]) });
    const gone = { ...wall, condition: unknown };
    expect(both(gone, { ...second, condition: unknown })).toEqual(['not-connected']);
    expect(both(wall, { ...second, condition: unknown })).toEqual(['Màn hình hai']);
    expect(both(wall, second)).toEqual([]);
  });

  it('report a counter without its page, and a visit that was called long ago', () => {
    const visit = aCalledVisit({ calledAt: minutesAgo(55) });
    const seat = { counterId: COUNTER_2, state: 'open', clerkId: LAN, since: T0 } as const;
    const gone = { ...seat, training: false, unattendedSince: minutesAgo(50) };
    const seats = new Map([[COUNTER_2, gone]]);
    expect(alerted({ visits: [visit], seats })).toEqual(['unattended', 'lingers']);
    expect(alerted({ visits: [aCalledVisit({ calledAt: minutesAgo(5) })] })).toEqual([]);
  });

  it('report that no display is paired before the first call', () => {
    expect(alerted({ devices: new Map() })).toEqual(['no-display']);
    const revoked = [...WELL_DEVICES].map(([id, it]) => [id, { ...it, revoked: true }] as const);
    expect(alerted({ devices: new Map(revoked) })).toEqual(['no-display']);
  });

  it('report nothing as well in the morning, and all of it after a call and a slip', () => {
    const known = (room: Parameters<typeof aMirror>[0]) =>
      roomNews(aMirror({ devices: WELL_DEVICES, ...room }), NOW).known.map((each) => each.severity);
    expect(known({})).toEqual(['unknown', 'unknown']);
    const announcements = [anAnnouncementOf(aCalledVisit(), { state: 'played' })];
    const printed: PrintJob = {
      ...aFailedSlip('H021', null),
      state: 'printed',
      proof: 'proved',
      fault: null,
    };
    expect(known({ announcements, printJobs: [printed] })).toEqual(['well', 'well']);
  });
});

describe('the load of a queue', () => {
  it('counts how many wait today, and how many of them with priority', () => {
    const visits = [someoneWaiting('H021', 3), someoneWaiting('H022', 2, 'priority')];
    expect([...queueLoads(aMirror({ visits })).values()]).toEqual([{ waiting: 2, priority: 1 }]);
  });
});
