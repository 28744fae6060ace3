import { beforeEach, describe, expect, it } from 'vitest';
import {
  type CommandId,
  type Device,
  type DeviceId,
  type Instant,
  type LocalTime,
  type Person,
  type PersonId,
  type QueueId,
  type Setting,
  type VisitId,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import {
  aCounter,
  aQueue,
  aService,
  aServiceGroup,
  aSite,
  CERT,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  HOA,
  KIOSK_1,
  LAN,
  minutesAfterT0,
  T0,
} from '@motcua/domain/builders';
import type { Change, Command, RequestedAction } from '@motcua/protocol';
import { createHub, type Hub } from './hub.ts';
import { type Identity, THE_HUB_ITSELF } from './hub-command.ts';
import { verifyDatabase } from './verify.ts';

const KIOSK: Identity = {
  deviceId: KIOSK_1,
  deviceRole: 'kiosk',
  personId: null,
  personRole: null,
};
const clerk = (personId: PersonId): Identity => ({
  deviceId: null,
  deviceRole: null,
  personId,
  personRole: 'clerk',
});
const HEAD: Identity = { ...clerk('head' as PersonId), personRole: 'head' };
const DISPLAY: Identity = {
  deviceId: 'display-1' as DeviceId,
  deviceRole: 'display',
  personId: null,
  personRole: null,
};

const allDay = [{ from: '00:00' as LocalTime, to: '24:00' as LocalTime }];
const SETTINGS: readonly Setting[] = [
  {
    kind: 'site',
    value: aSite({ hours: { week: Array.from({ length: 7 }, () => allDay), closedDays: [] } }),
  },
  { kind: 'service-group', value: aServiceGroup() },
  { kind: 'queue', value: aQueue() },
  { kind: 'queue', value: aQueue({ id: CERT, series: { prefix: 'S', from: 1, to: 3 } }) },
  { kind: 'service', value: aService() },
  { kind: 'service', value: aService({ id: 'copy' as never, queueId: CERT }) },
  { kind: 'counter', value: aCounter() },
  { kind: 'counter', value: aCounter({ id: COUNTER_3, number: 3 }) },
];
const person = (id: PersonId, name: string): Person => ({
  id,
  name,
  login: id,
  role: 'clerk',
  active: true,
});
const KIOSK_DEVICE: Device = {
  id: KIOSK_1,
  name: 'Kiosk',
  role: 'kiosk',
  pairedAt: T0,
  revoked: false,
  condition: UNKNOWN_CONDITION,
};

describe('the hub', () => {
  let at: Instant;
  let hub: Hub;
  let id = 0;
  type Wish = Command extends infer C ? (C extends unknown ? Omit<C, 'commandId'> : never) : never;
  const give = (wish: Wish, identity: Identity, commandId = `c-${(id += 1)}`) =>
    hub.execute({ commandId: commandId as CommandId, ...wish } as Command, identity);
  const must = async (wish: Wish, identity: Identity): Promise<readonly Change[]> => {
    const result = await give(wish, identity);
    if (!result.ok) throw new Error(`${wish.type}: ${result.refusal.code}`);
    return result.value;
  };
  const issue = async (serviceId = 'marriage') => {
    const [change] = await must(
      { type: 'issue-ticket', serviceId: serviceId as never, language: 'vi' },
      KIOSK,
    );
    if (change?.type !== 'ticket-issued') throw new Error('No ticket was issued');
    return change;
  };
  const open = (who: PersonId, counterId = COUNTER_2) =>
    must({ type: 'open-counter', counterId }, clerk(who));
  const callNext = (who: PersonId, counterId = COUNTER_2, finishCurrent = false) =>
    give({ type: 'call-next', counterId, finishCurrent }, clerk(who));
  const act = (who: Identity, visitId: VisitId, action: RequestedAction, reason = '') =>
    give(
      {
        type: 'act-on-visit',
        visitId,
        counterId: who === HEAD ? null : COUNTER_2,
        action,
        reason: reason === '' ? null : reason,
      },
      who,
    );

  beforeEach(async () => {
    at = T0;
    hub = createHub({
      dataDir: ':memory:',
      now: () => at,
      onFault: (cause) => {
        throw cause;
      },
    });
    for (const setting of SETTINGS) await must({ type: 'put-setting', setting }, HEAD);
    for (const [who, name] of [
      [LAN, 'Lan'],
      [HOA, 'Hoa'],
    ] as const)
      await hub.execute(
        { type: 'put-person', commandId: `p-${who}` as CommandId, person: person(who, name) },
        THE_HUB_ITSELF,
      );
    await hub.execute(
      { type: 'put-device', commandId: 'd-1' as CommandId, device: KIOSK_DEVICE },
      THE_HUB_ITSELF,
    );
    return () => {
      expect(verifyDatabase(hub.store.db).differences).toEqual([]);
      hub.close();
    };
  });

  it('gives the numbers of a queue in order and tells how many are ahead', async () => {
    const first = await issue();
    const second = await issue();

    expect(first.visit.ticket.number).toBe('H001');
    expect(second.visit.ticket.number).toBe('H002');
    expect(second.peopleAhead).toBe(1);
    expect(second.printJob).toMatchObject({ state: 'asked', kioskId: KIOSK_1 });
  });

  it('answers a repeated command alike and does nothing', async () => {
    const wish = { type: 'issue-ticket', serviceId: 'marriage', language: 'vi' } as never;
    const first = await give(wish, KIOSK, 'again');
    const second = await give(wish, KIOSK, 'again');

    expect(second).toEqual(first);
    expect(hub.state.visits.size).toBe(1);
    expect(await give(wish, { ...KIOSK, deviceId: 'kiosk-2' as DeviceId }, 'again')).toMatchObject({
      refusal: { code: 'role-not-allowed' },
    });
  });

  it('never gives a number twice when many ask in one turn', async () => {
    const results = await Promise.all(Array.from({ length: 64 }, () => issue()));

    expect(new Set(results.map(({ visit }) => visit.ticket.number)).size).toBe(64);
  });

  it('refuses a ticket when the range is used up, and goes on with other queues', async () => {
    for (let i = 0; i < 3; i += 1) await issue('copy');

    expect(
      await give({ type: 'issue-ticket', serviceId: 'copy' as never, language: 'vi' }, KIOSK),
    ).toMatchObject({ refusal: { code: 'numbers-used-up' } });
    expect((await issue()).visit.ticket.number).toBe('H001');
  });

  it('skips a number that another queue gave under the same prefix before a change', async () => {
    await issue();
    await must(
      {
        type: 'put-setting',
        setting: { kind: 'queue', value: aQueue({ series: { prefix: 'B', from: 1, to: 9 } }) },
      },
      HEAD,
    );
    await must(
      {
        type: 'put-setting',
        setting: {
          kind: 'queue',
          value: aQueue({ id: CERT, series: { prefix: 'H', from: 1, to: 9 } }),
        },
      },
      HEAD,
    );

    expect((await issue('copy')).visit.ticket.number).toBe('H002');
  });

  it('refuses tickets outside opening hours', async () => {
    const never = aSite({ hours: { week: Array.from({ length: 7 }, () => []), closedDays: [] } });
    await must({ type: 'put-setting', setting: { kind: 'site', value: never } }, HEAD);

    expect(
      await give({ type: 'issue-ticket', serviceId: 'marriage' as never, language: 'vi' }, KIOSK),
    ).toMatchObject({ refusal: { code: 'outside-opening-hours' } });
  });

  it('calls in order, announces, and finishes nothing silently', async () => {
    await issue();
    await issue();
    await open(LAN);
    const called = await callNext(LAN);

    expect(called).toMatchObject({
      value: [
        { type: 'visit-changed', visit: { ticket: { number: 'H001' }, state: 'called' } },
        { type: 'announcement-changed', announcement: { number: 'H001', counterNumber: 2 } },
      ],
    });
    expect(await callNext(LAN)).toMatchObject({ refusal: { code: 'finish-first' } });

    const visitId = [...hub.state.visits.keys()][0] as VisitId;
    await act(clerk(LAN), visitId, { type: 'start-service' });
    expect(await callNext(LAN)).toMatchObject({ refusal: { code: 'finish-first' } });
    expect(await callNext(LAN, COUNTER_2, true)).toMatchObject({
      value: [
        { visit: { state: 'closed', outcome: 'served' }, action: 'finish' },
        { visit: { ticket: { number: 'H002' } }, action: 'call' },
        { type: 'announcement-changed' },
      ],
    });
  });

  it('never calls one visit to two counters', async () => {
    await issue();
    await open(LAN);
    await open(HOA, COUNTER_3);
    const results = await Promise.all([callNext(LAN), callNext(HOA, COUNTER_3)]);

    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  it('keeps a counter for the clerk who opened it, and a clerk at one counter', async () => {
    await open(LAN);

    expect(await give({ type: 'open-counter', counterId: COUNTER_2 }, clerk(HOA))).toMatchObject({
      refusal: { code: 'counter-taken', detail: { clerk: 'Lan' } },
    });
    expect(await give({ type: 'open-counter', counterId: COUNTER_3 }, clerk(LAN))).toMatchObject({
      refusal: { code: 'clerk-at-another-counter', detail: { counter: '2' } },
    });
    expect(await callNext(HOA)).toMatchObject({ refusal: { code: 'counter-taken' } });
  });

  it('calls nobody while a counter is paused', async () => {
    await issue();
    await open(LAN);
    await must({ type: 'pause-counter', counterId: COUNTER_2, reason: 'lunch' }, clerk(LAN));

    expect(await callNext(LAN)).toMatchObject({ refusal: { code: 'counter-paused' } });
    await must({ type: 'resume-counter', counterId: COUNTER_2 }, clerk(LAN));
    expect(await callNext(LAN)).toMatchObject({ ok: true });
  });

  it('takes back a call within ten seconds, with what the displays show of it', async () => {
    const { visit } = await issue();
    await open(LAN);
    await callNext(LAN);
    at = (T0 + 9_000) as Instant;
    const undone = await must({ type: 'undo', counterId: COUNTER_2 }, clerk(LAN));

    expect(undone).toMatchObject([
      { type: 'visit-changed', action: 'undo', visit },
      { type: 'announcement-changed', announcement: { failure: 'withdrawn' } },
    ]);
    expect(await give({ type: 'undo', counterId: COUNTER_2 }, clerk(LAN))).toMatchObject({
      refusal: { code: 'nothing-to-undo' },
    });
    expect(await callNext(LAN)).toMatchObject({ ok: true });
  });

  it('takes nothing back when it is late or somebody has built on it', async () => {
    const { visit } = await issue();
    await open(LAN);
    await open(HOA, COUNTER_3);
    await callNext(LAN);
    await act(clerk(LAN), visit.id, { type: 'transfer', toQueueId: CERT, toCounterId: null });
    await callNext(HOA, COUNTER_3);
    const built = await give({ type: 'undo', counterId: COUNTER_2 }, clerk(LAN));
    at = (T0 + 10_001) as Instant;
    const late = await give({ type: 'undo', counterId: COUNTER_3 }, clerk(HOA));

    for (const refused of [built, late])
      expect(refused).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
  });

  it('takes back finishing and calling together', async () => {
    const first = await issue();
    await issue();
    await open(LAN);
    await callNext(LAN);
    await act(clerk(LAN), first.visit.id, { type: 'start-service' });
    await callNext(LAN, COUNTER_2, true);
    await must({ type: 'undo', counterId: COUNTER_2 }, clerk(LAN));

    expect([...hub.state.visits.values()].map(({ state }) => state)).toEqual([
      'serving',
      'waiting',
    ]);
  });

  it('lets only the holder act, and a head with a reason', async () => {
    const { visit } = await issue();
    await open(HOA, COUNTER_3);
    await callNext(HOA, COUNTER_3);
    await open(LAN);

    expect(await act(clerk(LAN), visit.id, { type: 'recall' })).toMatchObject({
      refusal: { code: 'not-your-visit' },
    });
    expect(await act(HEAD, visit.id, { type: 'send-back' })).toMatchObject({
      refusal: { code: 'reason-needed' },
    });
    expect(await act(HEAD, visit.id, { type: 'send-back' }, 'Cán bộ đi họp')).toMatchObject({
      value: [{ by: { reason: 'Cán bộ đi họp' } }],
    });
  });

  it('closes a visit as withdrawn when its failed slip is given back', async () => {
    const { printJob, visit } = await issue();
    const printJobId = printJob?.id as never;
    await must(
      {
        type: 'report-print',
        printJobId,
        report: { state: 'failed', fault: 'out-of-paper' },
      },
      KIOSK,
    );
    await must({ type: 'resolve-print', printJobId, resolution: 'given-back' }, KIOSK);

    expect(hub.state.visits.get(visit.id)).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    expect(
      await give({ type: 'resolve-print', printJobId, resolution: 'noted' }, KIOSK),
    ).toMatchObject({ value: [] });
  });

  it('tells the counter what became of its call', async () => {
    await issue();
    await open(LAN);
    await callNext(LAN);
    const [announcement] = hub.state.unheard();
    const announcementId = announcement?.id as never;
    await must(
      { type: 'report-announcement', announcementId, report: { state: 'playing' } },
      DISPLAY,
    );
    await must(
      { type: 'report-announcement', announcementId, report: { state: 'played' } },
      DISPLAY,
    );
    const late = await must(
      {
        type: 'report-announcement',
        announcementId,
        report: { state: 'failed', failure: 'no-sound' },
      },
      DISPLAY,
    );

    expect(late).toEqual([]);
    expect(hub.state.unheard()).toEqual([]);
  });

  it('starts numbers again at local midnight and names who was left over', async () => {
    await issue();
    await issue();
    await open(LAN);
    await callNext(LAN);
    at = minutesAfterT0(16 * 60); // 00:00 in Việt Nam
    const next = await issue();

    expect(next.visit).toMatchObject({ day: '2026-11-24', ticket: { number: 'H001' } });
    expect(hub.state.visits.size).toBe(1);
    expect(hub.state.counters.get(COUNTER_2)).toMatchObject({ state: 'closed' });
    const day = hub.store.journal.ofDay('2026-11-23' as never);
    expect(day.at(-1)).toMatchObject({ type: 'day-closed', leftOver: ['H001', 'H002'] });
  });

  it('does not go back a day when the clock does', async () => {
    at = minutesAfterT0(16 * 60);
    await issue();
    at = T0;

    expect((await issue()).visit).toMatchObject({ day: '2026-11-24', ticket: { number: 'H002' } });
  });

  it.each([
    [KIOSK, { type: 'call-next', counterId: COUNTER_2, finishCurrent: false }, 'sign-in-first'],
    [DISPLAY, { type: 'issue-ticket', serviceId: 'marriage', language: 'vi' }, 'role-not-allowed'],
    [clerk(LAN), { type: 'remove-setting', kind: 'queue', id: CIVIL }, 'role-not-allowed'],
    [
      { deviceId: null, deviceRole: null, personId: null, personRole: null },
      { type: 'issue-ticket', serviceId: 'marriage', language: 'vi' },
      'role-not-allowed',
    ],
  ])('refuses what is not one’s business (%#)', async (identity, wish, code) => {
    expect(await give(wish as never, identity as Identity)).toMatchObject({ refusal: { code } });
  });

  it.each([
    [{ kind: 'queue', value: aQueue({ id: 'x' as QueueId }) }, 'number-range-overlaps'],
    [{ kind: 'counter', value: aCounter({ id: 'x' as never }) }, 'name-taken'],
    [{ kind: 'service', value: aService({ queueId: 'x' as QueueId }) }, 'queue-not-found'],
    [{ kind: 'site', value: aSite({ zone: 'Mars/Olympus' }) }, 'malformed'],
  ] as readonly (readonly [Setting, string])[])(
    'refuses a setting that does not fit (%#)',
    async (setting, code) => {
      expect(await give({ type: 'put-setting', setting }, HEAD)).toMatchObject({
        refusal: { code },
      });
    },
  );

  it('removes only what nothing needs', async () => {
    expect(await give({ type: 'remove-setting', kind: 'queue', id: CIVIL }, HEAD)).toMatchObject({
      refusal: { code: 'in-use' },
    });
    expect(
      await give({ type: 'remove-setting', kind: 'counter', id: COUNTER_3 }, HEAD),
    ).toMatchObject({ ok: true });
  });
});
