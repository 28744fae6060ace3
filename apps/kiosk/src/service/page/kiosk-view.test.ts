import {
  createZoneClock,
  type Device,
  type DeviceId,
  type Instant,
  type LocalDate,
  type LocalTime,
  type PriorityGroup,
  type PriorityGroupId,
  type Service,
  type ServiceGroupId,
  type ServiceId,
} from '@motcua/domain';
import {
  aCounter,
  aPriorityGroup,
  aQueue,
  aService,
  aServiceGroup,
  aSite,
  CERT,
  CIVIL,
  COUNTER_2,
  KIOSK_1,
  LAN,
  minutesAfterT0,
  T0,
} from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { aMirror, createFakeHub } from '../link/fake-hub.ts';
import { toKioskView, type ViewSources } from './kiosk-view.ts';

const mirror = aMirror();
const hub = createFakeHub(mirror).getState();
const viewOf = (overrides: Partial<ViewSources> = {}) =>
  toKioskView({
    hub,
    pairingCode: null,
    pairingRefused: false,
    isPairing: false,
    printer: 'ready',
    printProof: 'proved',
    unresolved: null,
    now: T0,
    offlineLeft: null,
    lettersOut: [],
    zoneClock: createZoneClock,
    ...overrides,
  });
const withSettings = (settings: Partial<typeof mirror.settings>) =>
  viewOf({ hub: { ...hub, mirror: { ...mirror, settings: { ...mirror.settings, ...settings } } } });

describe('The view of the kiosk', () => {
  it('shows how many wait for a service and which counters serve it', () => {
    expect(viewOf().services).toMatchObject([
      { id: 'marriage', waiting: 3, counters: [2], noNumbers: null },
    ]);
  });

  it('leaves out services that are not offered and marks those without numbers', () => {
    const { services } = withSettings({
      services: [aService({ active: false }), aService({ id: 'birth' as ServiceId })],
      queues: [aQueue({ active: false })],
    });
    expect(services).toMatchObject([{ id: 'birth', noNumbers: 'queue-closed' }]);
  });

  it('offers the prefixes of all numbers that may be held today, also of other kiosks', () => {
    const queues = [aQueue(), aQueue({ id: CERT, series: { prefix: 'S', from: 1, to: 9 } })];
    const settings = { ...mirror.settings, queues };
    const own = mirror.devices.get(KIOSK_1);
    if (own === undefined) throw new Error('There is no kiosk');
    const other = { ...own, id: 'kiosk-2' as DeviceId, offlineLetter: 'M' };
    const gone = { ...other, id: 'kiosk-3' as DeviceId, offlineLetter: 'X', revoked: true };
    const prefixes = (devices: readonly Device[], lettersOut: readonly string[]) =>
      viewOf({
        hub: {
          ...hub,
          mirror: { ...mirror, settings, devices: new Map(devices.map((each) => [each.id, each])) },
        },
        lettersOut,
      }).prefixes;
    expect(prefixes([own], ['H', 'S'])).toEqual(['H', 'S']);
    expect(prefixes([own], ['H', 'HA', 'SU'])).toEqual(['H', 'S', 'A', 'U']);
    expect(prefixes([own, other, gone], [])).toEqual(['H', 'S', 'M']);
  });

  it('names open counters only, while any is open', () => {
    const counters = [
      aCounter({ id: COUNTER_2, number: 2, queueIds: [CIVIL] }),
      aCounter({ id: 'counter-9' as typeof COUNTER_2, number: 9, queueIds: [CIVIL] }),
    ];
    const settings = { ...mirror.settings, counters };
    const open = new Map([
      [
        COUNTER_2,
        {
          counterId: COUNTER_2,
          state: 'open',
          clerkId: LAN,
          since: T0,
          training: false,
        } as const,
      ],
    ]);
    const closedView = viewOf({ hub: { ...hub, mirror: { ...mirror, settings } } });
    const openView = viewOf({ hub: { ...hub, mirror: { ...mirror, settings, counters: open } } });
    expect(closedView.services[0]?.counters).toEqual([2, 9]);
    expect(openView.services[0]?.counters).toEqual([2]);
  });

  it('sorts groups and services', () => {
    const cert = 'cert' as ServiceGroupId;
    const view = withSettings({
      serviceGroups: [aServiceGroup({ order: 2 }), aServiceGroup({ id: cert, order: 1 })],
      services: [
        aService({ id: 'b' as ServiceId, order: 2 }),
        aService({ id: 'a' as ServiceId, order: 1 }),
        aService({ id: 'c' as ServiceId, groupId: cert, order: 3 }),
      ],
    });
    expect(view.serviceGroups.map(({ id }) => id)).toEqual(['cert', 'civil']);
    expect(view.services.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('lists the common services first, while they issue numbers, as many as have space', () => {
    const cert = 'cert' as ServiceGroupId;
    const usual = (id: string, overrides: Partial<Service> = {}) =>
      aService({ id: id as ServiceId, usual: true, ...overrides });
    const view = withSettings({
      serviceGroups: [aServiceGroup({ order: 2 }), aServiceGroup({ id: cert, order: 1 })],
      queues: [aQueue(), aQueue({ id: CERT, active: false })],
      services: [
        aService({ id: 'seldom' as ServiceId, order: 0 }),
        usual('a', { order: 1 }),
        usual('gone', { active: false }),
        usual('no-numbers', { queueId: CERT }),
        usual('z', { groupId: cert, order: 9 }),
        ...['b', 'c', 'd', 'e', 'f'].map((id, index) => usual(id, { order: 2 + index })),
      ],
    });
    expect(view.usual).toEqual(['z', 'a', 'b', 'c', 'd', 'e']);
  });

  it('is closed outside the hours and says when it opens and why', () => {
    const reason = { vi: 'Nghỉ lễ' };
    const site = aSite({
      hours: {
        week: mirror.settings.site.hours.week,
        closedDays: [{ date: '2026-11-23' as LocalDate, reason }],
      },
    });
    expect(withSettings({ site }).issuing).toMatchObject({
      open: false,
      why: 'closed',
      opensAt: Date.UTC(2026, 10, 23, 17, 0),
      reason,
    });
  });

  it('shows when the quota of a queue is used up', () => {
    const withLeft = (left: number) => ({
      [CIVIL]: { waiting: 3, priority: 0, estimate: null, left, given: 5, last: null },
    });
    const noNumbers = (left: number, training = false) => {
      const own = mirror.devices.get(KIOSK_1);
      if (own === undefined) throw new Error('The kiosk is unknown');
      const devices = new Map([[KIOSK_1, { ...own, training }]]);
      const full = { ...mirror, devices, loads: withLeft(left) };
      return viewOf({ hub: { ...hub, mirror: full } }).services[0]?.noNumbers;
    };
    expect(noNumbers(1)).toBeNull();
    expect(noNumbers(0)).toBe('quota-reached');
    expect(noNumbers(0, true), 'practice takes no place').toBeNull();
  });

  it('shows the waiting time only where the hub estimates it', () => {
    const range = { fromMinutes: 10, toMinutes: 20 };
    const loads = {
      [CIVIL]: { waiting: 3, priority: 0, estimate: range, left: null, given: 5, last: null },
    };
    expect(viewOf().services[0]?.estimate).toBeNull();
    expect(viewOf({ hub: { ...hub, mirror: { ...mirror, loads } } }).services[0]).toMatchObject({
      estimate: range,
    });
  });

  it('knows whether any number of today may be held', () => {
    const out = (waiting: number, given: number) => {
      const loads = {
        [CIVIL]: { waiting, priority: 0, estimate: null, left: null, given, last: null },
      };
      return viewOf({ hub: { ...hub, mirror: { ...mirror, loads } } }).numbersOut;
    };
    // A visit kept overnight waits with a number of an earlier day.
    expect([out(0, 0), out(0, 1), out(1, 0)]).toEqual([false, true, true]);
  });

  it('issues its last number some minutes before closing time, and says when it opens', () => {
    const day = [{ from: '07:30' as LocalTime, to: '11:30' as LocalTime }];
    const hours = { week: Array.from({ length: 7 }, () => day), closedDays: [] };
    const site = aSite({ hours, lastTicketMinutes: 15 });
    const settings = { ...mirror.settings, site };
    const at = (now: Instant) => viewOf({ now, hub: { ...hub, mirror: { ...mirror, settings } } });
    expect(at(minutesAfterT0(194)).issuing).toEqual({ open: true });
    expect(at(minutesAfterT0(196)).issuing).toMatchObject({
      why: 'numbers-ended',
      opensAt: minutesAfterT0(23 * 60 + 30),
    });
  });

  it('knows whether it is locked or in training, where bookings are not accepted', () => {
    const own = mirror.devices.get(KIOSK_1);
    if (own === undefined) throw new Error('The kiosk does not know itself');
    const as = (part: Partial<typeof own>) =>
      viewOf({
        hub: { ...hub, mirror: { ...mirror, devices: new Map([[KIOSK_1, { ...own, ...part }]]) } },
      });
    expect(as({})).toMatchObject({ locked: false, training: false, bookings: true });
    expect(as({ locked: true })).toMatchObject({ locked: true, training: false });
    expect(as({ training: true })).toMatchObject({ training: true, bookings: false });
  });

  it('offers the priority groups meant for visitors, in order', () => {
    const group = (id: string, part: Partial<PriorityGroup>) =>
      aPriorityGroup({ id: id as PriorityGroupId, atKiosk: true, active: true, ...part });
    const { priorityGroups } = withSettings({
      priorityGroups: [
        group('b', { order: 2 }),
        group('a', { order: 1 }),
        group('staff', { atKiosk: false }),
        group('off', { active: false }),
      ],
    });
    expect(priorityGroups.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('is unpaired when the hub does not know the device, and shows the code', () => {
    const rejected = { ...hub, connection: 'turned-away', turnedAway: 'unknown-device' } as const;
    expect(viewOf({ hub: rejected, pairingCode: '123456' })).toMatchObject({
      connection: 'unpaired',
      pairingCode: '123456',
    });
  });

  it('is offline when the hub refuses it for another reason', () => {
    const old = { ...hub, connection: 'turned-away', turnedAway: 'protocol-mismatch' } as const;
    expect(viewOf({ hub: old }).connection).toBe('offline');
  });

  it('uses its own numbers while the hub is unreachable, and shows nothing it cannot know', () => {
    const away = { ...hub, connection: 'offline' } as const;
    const left = (numbers: number | null) => viewOf({ hub: away, offlineLeft: () => numbers });
    expect(left(3)).toMatchObject({
      ...{ connection: 'offline', issuesOffline: true, bookings: false },
      services: [{ waiting: null, estimate: null, noNumbers: null }],
    });
    expect(left(0)).toMatchObject({
      issuesOffline: true,
      services: [{ noNumbers: 'numbers-used-up' }],
    });
    expect(left(null)).toMatchObject({ issuesOffline: false, services: [{ noNumbers: null }] });
    expect(viewOf({ offlineLeft: () => 3 }).issuesOffline).toBe(false);
    const old = { ...hub, connection: 'turned-away', turnedAway: 'protocol-mismatch' } as const;
    expect(viewOf({ hub: old, offlineLeft: () => 3 }).issuesOffline).toBe(false);
  });

  it('runs on the clock of the hub', () => {
    expect(viewOf({ hub: { ...hub, clockOffsetMs: 5_000 } }).at).toBe(T0 + 5_000);
  });

  it('offers nothing before the hub was first connected', () => {
    const view = viewOf({ hub: { ...hub, mirror: null, connection: 'connecting' } });
    expect(view).toMatchObject({ connection: 'connecting', services: [] });
  });
});
