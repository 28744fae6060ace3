import { describe, expect, it } from 'vitest';
import {
  aCalledVisit,
  aClosedVisit,
  aCounter,
  anAnnouncement,
  aParkedVisit,
  aServingVisit,
  aSite,
  aWaitingVisit,
  CIVIL,
  COUNTER_2,
  KIOSK_1,
  LAN,
  minutesAfterT0,
  T0,
  TODAY,
} from '../builders.ts';
import { createZoneClock } from '../clock/zone-clock.ts';
import type { DeviceId, LocalTime, VisitId } from '../ids.ts';
import type { Device } from '../people/people-and-devices.ts';
import type { CounterState } from '../site/counter.ts';
import { type AlarmFacts, closingOn } from './alarm.ts';
import { alarmsOf } from './alarms.ts';

const wall: Device = {
  ...{ id: 'wall' as DeviceId, name: 'Màn hình', role: 'display', pairedAt: T0, revoked: false },
  ...{ locked: false, training: false, condition: { printer: null, sound: 'on' } },
};
const kiosk: Device = {
  ...{ ...wall, id: KIOSK_1, role: 'kiosk' },
  condition: { printer: 'ready', sound: null },
};
const open: CounterState = {
  ...{ counterId: COUNTER_2, state: 'open', clerkId: LAN, since: T0, training: false },
};
const room: AlarmFacts = {
  settings: { site: aSite(), counters: [aCounter()] },
  visits: [],
  counters: new Map([[COUNTER_2, open]]),
  people: new Map([[LAN, { skills: null }]]),
  devices: [wall, kiosk],
  announcements: [],
  printJobs: [],
  closesAt: minutesAfterT0(600),
};
const typesAt = (minute: number, facts: Partial<AlarmFacts>) =>
  alarmsOf({ ...room, ...facts }, minutesAfterT0(minute)).map(({ type }) => type);

describe('The alarms of a room', () => {
  it('are none where all is well', () => {
    expect(typesAt(20, { visits: [aWaitingVisit(), aServingVisit()] })).toEqual([]);
  });

  it('name a visit that waits beyond what was promised, else beyond the bound', () => {
    const promised = aWaitingVisit({ promisedUntil: minutesAfterT0(12) });
    expect(typesAt(12, { visits: [promised] })).toEqual([]);
    const [alarm] = alarmsOf({ ...room, visits: [promised] }, minutesAfterT0(13));
    expect(alarm).toMatchObject({
      ...{ type: 'waits-too-long', promised: true, level: 'fault' },
      since: minutesAfterT0(12),
    });
    expect(typesAt(30, { visits: [aWaitingVisit()] })).toEqual([]);
    expect(typesAt(31, { visits: [aWaitingVisit()] })).toEqual(['waits-too-long']);
  });

  it('count no promise that the visitor gave up, and no wait before the place is due', () => {
    const held = aWaitingVisit({
      ...{ promisedUntil: minutesAfterT0(12), held: true, notBefore: minutesAfterT0(25) },
    });
    expect(typesAt(40, { visits: [held] })).toEqual([]);
    expect(typesAt(56, { visits: [held] })).toEqual(['waits-too-long']);
    const again = aWaitingVisit({ firstCalledAt: T0, waitingSince: minutesAfterT0(40) });
    expect(typesAt(60, { visits: [again] })).toEqual([]);
  });

  it('keep their id while the reason lasts', () => {
    const ids = [31, 50].map((minute) =>
      alarmsOf({ ...room, visits: [aWaitingVisit()] }, minutesAfterT0(minute)).map(({ id }) => id),
    );
    expect(ids[0]).toEqual(ids[1]);
  });

  it('name a visitor who was marked as missed and whom the room did not hear called', () => {
    const missed = aClosedVisit({ outcome: 'no-show' });
    const failed = anAnnouncement({
      ...{ visitId: missed.id, state: 'failed', failure: 'withdrawn', calledAt: T0 },
    });
    const heard = { ...failed, state: 'played', failure: null } as const;
    const other = anAnnouncement({ visitId: 'other' as VisitId, state: 'played' });
    expect(typesAt(20, { visits: [missed], announcements: [failed, other] })).toEqual([
      'missed-in-silence',
    ]);
    expect(typesAt(20, { visits: [missed], announcements: [failed, heard] })).toEqual([]);
    const back = { ...failed, ended: 'taken-back' } as const;
    expect(typesAt(20, { visits: [missed], announcements: [back, other] })).toEqual([]);
  });

  it('name a call that was not heard, and where nothing can speak only that', () => {
    const called = aCalledVisit();
    const failed = anAnnouncement({
      ...{ visitId: called.id, state: 'failed', failure: 'no-sound', calledAt: T0 },
    });
    const facts = { visits: [called], announcements: [failed] };
    expect(typesAt(7, facts)).toEqual(['room', 'call-not-heard']);
    expect(typesAt(7, { ...facts, devices: [kiosk] })).toEqual(['room']);
  });

  it('name a queue that no open counter serves, once people have waited there', () => {
    const closed = { visits: [aWaitingVisit()], counters: new Map() };
    expect(typesAt(4, closed)).toEqual([]);
    expect(typesAt(5, closed)).toEqual(['no-counter']);
    const unskilled = {
      ...closed,
      counters: room.counters,
      people: new Map([[LAN, { skills: [] }]]),
    };
    expect(typesAt(5, unskilled)).toEqual(['no-counter']);
    const site = aSite({
      alarms: { noCounterMinutes: 15, pausedMinutes: 20, parkedMinutes: 5, closingMinutes: 0 },
    });
    expect(typesAt(5, { ...closed, settings: { ...room.settings, site } })).toEqual([]);
  });

  it('name a long pause while people wait, and a visitor set aside for long', () => {
    const paused: CounterState = {
      ...{ counterId: COUNTER_2, state: 'paused', clerkId: LAN, training: false, reason: 'lunch' },
      since: minutesAfterT0(0),
    };
    const away = { counters: new Map([[COUNTER_2, paused]]) };
    expect(typesAt(21, away)).toEqual([]);
    expect(typesAt(21, { ...away, visits: [aWaitingVisit()] })).toEqual([
      ...['no-counter', 'paused-too-long'],
    ]);
    expect(typesAt(38, { visits: [aParkedVisit()] })).toEqual([]);
    expect(typesAt(39, { visits: [aParkedVisit()] })).toEqual(['parked-too-long']);
  });

  it('name who is left when the centre closes, soon before it', () => {
    const visits = [aWaitingVisit({ arrivedAt: minutesAfterT0(580) })];
    expect(typesAt(584, { visits })).toEqual([]);
    expect(typesAt(585, { visits })).toContain('left-at-closing');
    const serving = [aServingVisit({ servingSince: minutesAfterT0(590) })];
    expect(typesAt(599, { visits: serving })).toEqual([]);
    expect(typesAt(600, { visits: serving })).toEqual(['left-at-closing']);
  });

  it('leave practice out', () => {
    expect(typesAt(700, { visits: [aWaitingVisit({ training: true, queueId: CIVIL })] })).toEqual(
      [],
    );
  });

  it('name faults of devices, each under an id of its own', () => {
    const jam = { ...kiosk, condition: { printer: 'out-of-paper', sound: null } } as const;
    expect(alarmsOf({ ...room, devices: [wall, jam] }, T0)).toMatchObject([
      { id: 'room/printer/kiosk-1/out-of-paper', level: 'fault', since: null },
    ]);
  });
});

describe('The closing of a day', () => {
  it('is the end of its last hours, or of the day', () => {
    const clock = createZoneClock('Asia/Ho_Chi_Minh');
    const spans = [
      { from: '13:00' as LocalTime, to: '17:00' as LocalTime },
      { from: '07:30' as LocalTime, to: '11:30' as LocalTime },
    ];
    const hours = { week: Array.from({ length: 7 }, () => spans), closedDays: [] };
    expect(closingOn({ hours }, TODAY, clock)).toBe(minutesAfterT0(9 * 60));
    expect(closingOn(aSite(), TODAY, clock)).toBe(minutesAfterT0(16 * 60));
  });
});
