import {
  ALONE,
  type CommandId,
  type Device,
  type LocalTime,
  type NumberBlock,
  type QueueId,
  refuse,
  type ServiceId,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import { aQueue, aService, aSite, CERT, CIVIL, KIOSK_1, T0, TODAY } from '@motcua/domain/builders';
import type { HubState, Mirror } from '@motcua/client';
import { describe, expect, it } from 'vitest';
import { aMirror, createFakeHub } from './fake-hub.ts';
import { openKioskStore } from './kiosk-store.ts';
import { createKnownCentre } from './known-centre.ts';
import { createOwnNumbers } from './own-numbers.ts';

const COPY = 'copy' as ServiceId;
const block = (from: number, to: number, queueId: QueueId = CIVIL): NumberBlock => ({
  ...{ queueId, prefix: queueId === CIVIL ? 'H' : 'S', from, to },
  reservedAt: T0,
});

/** The numbers of a kiosk that last knew this of the centre. */
function alone(mirror: Mirror, state: Partial<HubState> = {}) {
  const hub = createFakeHub(mirror);
  hub.set({ connection: 'offline', ...state });
  const store = openKioskStore(':memory:');
  store.putBlocks(TODAY, [block(980, 982), block(50, 50, CERT)]);
  let ids = 0;
  const numbers = createOwnNumbers({
    ...{ centre: createKnownCentre(hub, store), store, now: () => T0, onGiven: () => undefined },
    newId: () => `own-${(ids += 1)}`,
  });
  return {
    numbers,
    give: (requestId: string, more: object = {}) =>
      numbers.give(requestId, requestId as CommandId, {
        ...{ type: 'issue-ticket', language: 'vi', serviceIds: ['marriage' as ServiceId] },
        ...{ priorityGroupId: null, needs: [], party: ALONE, reason: null, training: false },
        ...more,
      }),
  };
}

describe('A kiosk that knows the rules of the centre', () => {
  const closed = [{ from: '07:30' as LocalTime, to: '07:45' as LocalTime }];
  const { site } = aMirror().settings;
  const withSettings = (more: Partial<Mirror['settings']>) =>
    aMirror({ settings: { ...aMirror().settings, ...more } });
  const own: Device = {
    ...{ id: KIOSK_1, name: 'Kiosk', role: 'kiosk', pairedAt: T0, revoked: false },
    ...{ condition: UNKNOWN_CONDITION, locked: false, training: false },
  };
  const withOwn = (more: Partial<Device>) =>
    aMirror({ devices: new Map([[KIOSK_1, { ...own, ...more }]]) });

  it.each([
    ['kiosk-locked', withOwn({ locked: true }), {}],
    ['hub-unavailable', withOwn({ training: true }), {}],
    ['service-not-found', withSettings({ services: [aService({ active: false })] }), {}],
    ['queue-closed', withSettings({ queues: [aQueue({ active: false })] }), {}],
    ['setting-not-found', aMirror(), { priorityGroupId: 'gone' }],
    [
      'outside-opening-hours',
      withSettings({
        site: aSite({ hours: { week: Array.from({ length: 7 }, () => closed), closedDays: [] } }),
      }),
      {},
    ],
    ['numbers-ended', withSettings({ site: { ...site, lastTicketMinutes: 20_000 } }), {}],
  ] as const)('refuses with %s as the hub would', (code, mirror, wish) => {
    expect(alone(mirror).give('touch-1', wish)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('gives no more than the quota left when the hub was last heard', () => {
    const load = { waiting: 3, priority: 0, estimate: null, left: 1, given: 4, last: 4 };
    const { numbers, give } = alone(aMirror({ loads: { [CIVIL]: load } }));
    expect(give('touch-1')).toMatchObject({ ok: true });
    expect(numbers.left(CIVIL)).toBe(0);
    expect(give('touch-2')).toEqual(refuse('quota-reached'));
  });

  it('counts each of several services against the quota of its queue', () => {
    const load = { waiting: 0, priority: 0, estimate: null, left: 2, given: 0, last: 0 };
    const settings = {
      ...aMirror().settings,
      services: [
        aService(),
        aService({ id: 'divorce' as ServiceId }),
        aService({ id: COPY, queueId: CERT }),
      ],
      queues: [aQueue(), aQueue({ id: CERT })],
    };
    const { numbers, give } = alone(aMirror({ settings, loads: { [CIVIL]: load } }));
    expect(give('touch-1', { serviceIds: [COPY, 'marriage'] })).toMatchObject({ ok: true });
    expect(numbers.left(CIVIL)).toBe(1);
    const both = give('touch-2', { serviceIds: ['marriage', 'divorce'] });
    expect(both).toEqual(refuse('quota-reached'));
    expect(give('touch-3', { serviceIds: ['divorce'] })).toMatchObject({ ok: true });
  });

  it('gives one number for several services, in the order chosen', () => {
    const { give } = alone(
      withSettings({
        services: [aService(), aService({ id: COPY, queueId: CERT })],
        queues: [aQueue(), aQueue({ id: CERT })],
      }),
    );
    expect(give('touch-1', { serviceIds: [COPY, 'marriage'] })).toMatchObject({
      value: { queueId: CERT, ticket: { number: 'S050', serviceIds: [COPY, 'marriage'] } },
    });
  });

  it('gives none of its own when it was turned away', () => {
    const unwanted = alone(aMirror(), { connection: 'turned-away', turnedAway: 'unknown-device' });
    expect(unwanted.numbers.isAlone()).toBe(false);
    expect(unwanted.give('touch-1')).toEqual(refuse('hub-unavailable'));
  });
});
