import {
  ONE_PERSON,
  type CommandId,
  type Device,
  type LocalTime,
  refuse,
  type ServiceId,
} from '@motcua/domain';
import { aQueue, aService, aSite, CERT, CIVIL, T0 } from '@motcua/domain/builders';
import type { HubState, Mirror } from '@motcua/client';
import { describe, expect, it } from 'vitest';
import { aMirror, createFakeHub, withLetter } from '../link/fake-hub.ts';
import { openKioskStore } from './kiosk-store.ts';
import { createKnownCentre } from './known-centre.ts';
import { createOfflineNumbers } from './offline-numbers.ts';

const COPY = 'copy' as ServiceId;
/** The numbers of a kiosk that last received this mirror. */
function offline(mirror: Mirror, state: Partial<HubState> = {}) {
  const hub = createFakeHub(mirror);
  hub.set({ connection: 'offline', ...state });
  const store = openKioskStore(':memory:');
  let ids = 0;
  const numbers = createOfflineNumbers({
    ...{ centre: createKnownCentre(hub, store), store, now: () => T0, onGiven: () => undefined },
    newId: () => `own-${(ids += 1)}`,
  });
  return {
    numbers,
    give: (requestId: string, more: object = {}) =>
      numbers.give(requestId, requestId as CommandId, {
        ...{ type: 'issue-ticket', language: 'vi', serviceIds: ['marriage' as ServiceId] },
        ...{ priorityGroupId: null, needs: [], party: ONE_PERSON, reason: null, training: false },
        ...more,
      }),
  };
}

describe('An offline kiosk that knows the rules of the centre', () => {
  const closed = [{ from: '07:30' as LocalTime, to: '07:45' as LocalTime }];
  const { site } = aMirror().settings;
  const withSettings = (more: Partial<Mirror['settings']>) =>
    withLetter(aMirror({ settings: { ...aMirror().settings, ...more } }));
  const withOwn = (more: Partial<Device>) => {
    const [own] = withLetter().devices.values();
    if (own === undefined) throw new Error('There is no kiosk');
    return aMirror({ devices: new Map([[own.id, { ...own, ...more }]]) });
  };

  it.each([
    ['kiosk-locked', withOwn({ locked: true }), {}],
    ['hub-unavailable', withOwn({ training: true }), {}],
    ['service-not-found', withSettings({ services: [aService({ active: false })] }), {}],
    ['queue-closed', withSettings({ queues: [aQueue({ active: false })] }), {}],
    ['setting-not-found', withLetter(), { priorityGroupId: 'gone' }],
    [
      'outside-opening-hours',
      withSettings({
        site: aSite({ hours: { week: Array.from({ length: 7 }, () => closed), closedDays: [] } }),
      }),
      {},
    ],
    ['numbers-ended', withSettings({ site: { ...site, lastTicketMinutes: 20_000 } }), {}],
  ] as const)('refuses with %s as the hub would', (code, mirror, input) => {
    expect(offline(mirror).give('touch-1', input)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('issues no more than the quota left when the hub was last connected', () => {
    const load = { waiting: 3, priority: 0, estimate: null, left: 1, given: 4 };
    const { numbers, give } = offline(withLetter(aMirror({ loads: { [CIVIL]: load } })));
    expect(give('touch-1')).toMatchObject({ ok: true });
    expect(numbers.left(CIVIL)).toBe(0);
    expect(give('touch-2')).toEqual(refuse('quota-reached'));
  });

  it('counts each of several services against the quota of its queue', () => {
    const load = { waiting: 0, priority: 0, estimate: null, left: 2, given: 0 };
    const settings = {
      ...aMirror().settings,
      services: [
        aService(),
        aService({ id: 'divorce' as ServiceId }),
        aService({ id: COPY, queueId: CERT }),
      ],
      queues: [aQueue(), aQueue({ id: CERT, series: { prefix: 'S', from: 1, to: 9 } })],
    };
    const { numbers, give } = offline(withLetter(aMirror({ settings, loads: { [CIVIL]: load } })));
    expect(give('touch-1', { serviceIds: [COPY, 'marriage'] })).toMatchObject({ ok: true });
    expect(numbers.left(CIVIL)).toBe(1);
    const both = give('touch-2', { serviceIds: ['marriage', 'divorce'] });
    expect(both).toEqual(refuse('quota-reached'));
    expect(give('touch-3', { serviceIds: ['divorce'] })).toMatchObject({ ok: true });
  });

  it('issues one number for several services, in the order chosen', () => {
    const { give } = offline(
      withSettings({
        services: [aService(), aService({ id: COPY, queueId: CERT })],
        queues: [aQueue(), aQueue({ id: CERT, series: { prefix: 'S', from: 1, to: 9 } })],
      }),
    );
    expect(give('touch-1', { serviceIds: [COPY, 'marriage'] })).toMatchObject({
      value: { queueId: CERT, ticket: { number: 'SA01', serviceIds: [COPY, 'marriage'] } },
    });
  });

  it('issues none of its own when the hub rejected it', () => {
    const unwanted = offline(withLetter(), {
      connection: 'turned-away',
      turnedAway: 'unknown-device',
    });
    expect(unwanted.numbers.isOffline()).toBe(false);
    expect(unwanted.give('touch-1')).toEqual(refuse('hub-unavailable'));
  });
});
