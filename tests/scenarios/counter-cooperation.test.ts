import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '@motcua/client';
import type { CounterId, PersonId, QueueId } from '@motcua/domain';
import { THE_HUB_ITSELF } from '@motcua/hub';
import { kimBoi } from '@motcua/testing';
import { type CentreDay, receivedAll, numberIn, openCentre } from './centre-day.ts';
import { wants } from './rules.ts';

const CIVIL = 'civil' as QueueId;
const CERT = 'cert' as QueueId;
const HOA = { type: 'clerk', clerkId: 'hoa' as PersonId } as const;

describe('cooperating counters', () => {
  let day: CentreDay;
  let kiosk: HubConnection;
  const take = async (...args: Parameters<typeof wants>) =>
    numberIn(await kiosk.execute(wants(...args)));

  beforeEach(async () => {
    day = await openCentre('07:30');
    kiosk = await day.asKiosk();
    await take('birth');
    await take('birth');
  });
  afterEach(() => day.close());

  it('park for themselves or for all', async () => {
    const lan = await day.sit('lan', 2);
    const hoa = await day.sit('hoa', 3);
    await lan.callNext();
    await lan.act({ type: 'park', shared: false });
    expect(await hoa.act('call', { number: 'H001' })).toBe('not-your-visit');
    await lan.act({ type: 'park', shared: true }, { number: 'H001' });
    expect(await hoa.act('call', { number: 'H001' })).toBe('H001');
    expect(day.visit('H001')).toMatchObject({ state: 'called', counterId: 'counter-3' });
  });

  it('transfer with a note, and get the visit back', async () => {
    const lan = await day.sit('lan', 2);
    const hoa = await day.sit('hoa', 3);
    await lan.callNext();
    await lan.act('start-service');
    const toHoa = { type: 'transfer', toQueueId: CERT, reservedFor: HOA, andBack: true } as const;
    expect(await lan.act(toHoa, { number: 'H001', note: 'Cần hai bản sao' })).toBe('H001');
    const { id, arrivedAt } = day.visit('H001');
    await receivedAll(hoa.link, day);
    expect(hoa.link.getState().mirror?.care.get(id)?.note).toBe('Cần hai bản sao');
    expect(await hoa.callNext()).toBe('H001');
    await hoa.act('start-service');
    await hoa.act('finish');
    expect(day.visit('H001')).toMatchObject({ state: 'waiting', queueId: CIVIL, arrivedAt });
    expect(await hoa.callNext()).toBe('H002');
    expect(await lan.callNext()).toBe('H001');
  });

  it('refuse a reservation for an absent clerk', async () => {
    const lan = await day.sit('lan', 2);
    await lan.callNext();
    const away = { type: 'transfer', toQueueId: CERT, reservedFor: HOA, andBack: false } as const;
    expect(await lan.act(away)).toBe('clerk-not-at-counter');
    const counter = { type: 'counter', counterId: 'counter-3' as CounterId } as const;
    expect(await lan.act({ ...away, reservedFor: counter })).toBe('counter-closed');
    const toLand = { ...away, toQueueId: 'land' as QueueId } as const;
    const nowhere = { type: 'counter', counterId: 'counter-9' as CounterId } as const;
    expect(await lan.act({ ...away, reservedFor: nowhere })).toBe('counter-not-found');
    await day.sit('hoa', 3);
    expect(await lan.act({ ...toLand, reservedFor: counter })).toBe('not-served-there');
    expect(await lan.act(toLand)).toBe('not-served-there');
  });

  it('release reserved and parked visits when they close', async () => {
    const lan = await day.sit('lan', 2);
    const hoa = await day.sit('hoa', 3);
    await hoa.callNext();
    await hoa.act({ type: 'park', shared: false });
    await lan.act({ type: 'reserve', reservedFor: HOA }, { number: 'H002' });
    expect(await lan.callNext()).toBe('nobody-waiting');
    await hoa.leave();
    expect(day.visit('H001')).toMatchObject({ state: 'parked', shared: true });
    expect(await lan.callNext()).toBe('H002');
  });

  it('send no visit back to a clerk who has left', async () => {
    const lan = await day.sit('lan', 2);
    const hoa = await day.sit('hoa', 3);
    await lan.callNext();
    await lan.act('start-service');
    const toHoa = { type: 'clerk', clerkId: 'hoa' as PersonId } as const;
    await lan.act({ type: 'transfer', toQueueId: CERT, reservedFor: toHoa, andBack: true });
    await lan.leave();
    expect(await hoa.callNext()).toBe('H001');
    await hoa.act('start-service');
    await hoa.act('finish');
    expect(day.visit('H001')).toMatchObject({ state: 'waiting', reservedFor: null });
    expect(await hoa.callNext()).toBe('H001');
  });

  it('call no visit from a foreign queue, by choice either', async () => {
    await take('residence');
    const lan = await day.sit('lan', 2);
    const son = await day.sit('son', 4);
    const byHand = { number: 'H001', reason: 'Quen biết' };
    expect(await son.act('call', byHand)).toBe('not-your-visit');
    await lan.callNext();
    await lan.act({ type: 'park', shared: true });
    expect(await son.act('call', byHand)).toBe('not-your-visit');
    await kiosk.execute({ type: 'step-out', visitId: day.visit('H002').id, wish: 'hold' });
    expect(await lan.act('call', { ...byHand, number: 'H002' })).toBe('action-not-allowed');
    expect(await lan.act('call', { number: 'H001' })).toBe('H001');
  });

  it('send back visits that were being served, and the time at the counter is kept', async () => {
    const lan = await day.sit('lan', 2);
    const hoa = await day.sit('hoa', 3);
    await lan.callNext();
    await lan.act('start-service');
    const { arrivedAt } = day.visit('H001');
    day.wait(240);
    await lan.act('send-back');
    const stay = { counterId: 'counter-2', clerkId: 'lan', outcome: 'unfinished' };
    const [past] = day.visit('H001').past;
    expect(day.visit('H001')).toMatchObject({ state: 'waiting', arrivedAt, past: [stay] });
    expect((past?.endedAt ?? 0) - (past?.startedAt ?? 0)).toBe(240_000);

    await lan.undo();
    expect(day.visit('H001')).toMatchObject({ state: 'serving', past: [] });
    await lan.act('send-back');
    expect(await hoa.callNext()).toBe('H001');
    await hoa.act('start-service');
    await hoa.act('finish');
    expect(day.visit('H001')).toMatchObject({ state: 'closed', outcome: 'served', past: [stay] });
  });

  it('take over visits that a clerk never called again, after the bound', async () => {
    const lan = await day.sit('lan', 2);
    await day.sit('hoa', 3);
    for (const number of ['H001', 'H002'])
      await lan.act({ type: 'reserve', reservedFor: HOA }, { number });
    day.goTo('08:00');
    expect(await lan.callNext()).toBe('nobody-waiting');
    day.goTo('08:01');
    expect(await lan.callNext()).toBe('H001');
  });

  it('call only what their clerks can do', async () => {
    await take('true copy');
    const { hub } = day.site.started;
    const person = hub.state.people.get('lan' as PersonId);
    if (person === undefined) throw new Error('Lan is gone');
    await hub.execute(
      {
        commandId: 'skills' as never,
        type: 'put-person',
        person: { ...person, skills: [CERT] },
      },
      THE_HUB_ITSELF,
    );
    const lan = await day.sit('lan', 2);
    expect(await lan.callNext()).toBe('S001');
    await lan.act('start-service');
    expect(await lan.callNext(true)).toBe('nobody-waiting');
  });

  it('can be express counters: short services first', async () => {
    const head = await day.site.asPerson('dung', 'admin');
    const counter = kimBoi.counters.find(({ number }) => number === 1);
    if (counter === undefined) throw new Error('There is no counter 1');
    await head.execute({
      type: 'put-setting',
      setting: { kind: 'counter', value: { ...counter, quick: 'only' } },
    });
    const [filing, result] = ['online-filing', 'result'] as never[];
    expect(numberIn(await kiosk.execute(wants('birth', { serviceIds: [filing as never] })))).toBe(
      'A001',
    );
    expect(numberIn(await kiosk.execute(wants('birth', { serviceIds: [result as never] })))).toBe(
      'T001',
    );
    const thu = await day.sit('thu', 1);
    expect(await thu.callNext()).toBe('T001');
    await thu.act('start-service');
    expect(await thu.callNext(true)).toBe('nobody-waiting');

    // Several files take long.
    const party = { people: 1, files: 3, proxy: false };
    const folder = wants('birth', { serviceIds: [result as never], party });
    expect(numberIn(await kiosk.execute(folder))).toBe('T002');
    expect(await thu.callNext(true)).toBe('nobody-waiting');
    await thu.act({ type: 'set-party', party: { ...party, files: 1 } }, { number: 'T002' });
    expect(await thu.callNext(true)).toBe('T002');
  });
});

describe('the undo window', () => {
  it('allows everything a counter does to be undone for ten seconds', async () => {
    const day = await openCentre('07:30');
    const kiosk = await day.asKiosk();
    await kiosk.execute(wants('birth'));
    const lan = await day.sit('lan', 2);
    const counterId = 'counter-2' as CounterId;
    const now = () => day.site.started.hub.state.counters.get(counterId)?.state;
    await lan.give({ type: 'pause-counter', counterId, reason: 'lunch' });
    expect(now()).toBe('paused');
    await lan.undo();
    expect(now()).toBe('open');
    expect(await lan.undo()).toBe('nothing-to-undo');

    await lan.callNext();
    expect(await lan.act('start-service', { note: 'Mang theo bản gốc' })).toBe('H001');
    const { id } = day.visit('H001');
    await lan.undo();
    await receivedAll(lan.link, day);
    expect(day.visit('H001').state).toBe('called');
    expect(lan.link.getState().mirror?.care.get(id)).toBeUndefined();

    await lan.act('send-back');
    await lan.leave();
    expect(now()).toBe('closed');
    await lan.undo();
    expect(now()).toBe('open');
    await lan.callNext();
    day.wait(11);
    expect(await lan.undo()).toBe('nothing-to-undo');
    await day.close();
  });
});
