import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '@motcua/client';
import type { PersonId, QueueId, ServiceId } from '@motcua/domain';
import { THE_HUB_ITSELF } from '@motcua/hub';
import { type CentreDay, numberIn, openCentre, SERVICES } from './centre-day.ts';
import { wants } from './rules.ts';

describe('several services in one visit', () => {
  let day: CentreDay;
  let kiosk: HubConnection;
  const take = async (...args: Parameters<typeof wants>) =>
    numberIn(await kiosk.execute(wants(...args)));

  beforeEach(async () => {
    day = await openCentre('07:30');
    kiosk = await day.asKiosk();
  });
  afterEach(() => day.close());

  it('keep one number and the arrival; the next step begins automatically', async () => {
    await day.sit('son', 5);
    const number = await take(['residence', 'birth']);
    const { arrivedAt } = day.visit(number);
    const lan = await day.sit('lan', 2);
    const visit = () => day.visit(number);
    expect(visit().queueId).toBe('resid');

    day.goTo('07:40');
    const son = await day.site.asPerson('son');
    const counterId = 'counter-5' as never;
    await son.execute({ type: 'call-next', counterId, finishCurrent: false });
    const act = (type: 'start-service' | 'finish') =>
      son.execute({
        type: 'act-on-visit',
        visitId: visit().id,
        counterId,
        action: { type },
        note: null,
        reason: null,
      });
    await act('start-service');
    await act('finish');
    expect(visit()).toMatchObject({ state: 'waiting', queueId: 'civil', arrivedAt, next: [] });
    expect(visit().past).toMatchObject([{ serviceId: SERVICES['residence'], outcome: 'served' }]);

    expect(await lan.callNext()).toBe(number);
    await lan.act('start-service');
    await lan.act('finish');
    expect(visit()).toMatchObject({ state: 'closed', outcome: 'served', arrivedAt });
  });

  it('begin where fewer wait and a counter is open', async () => {
    await day.sit('lan', 2);
    await day.sit('son', 5);
    for (let n = 0; n < 3; n += 1) await take('birth');
    const number = await take(['birth', 'residence']);
    expect(day.visit(number)).toMatchObject({
      queueId: 'resid',
      next: [{ serviceId: SERVICES['birth'] }],
    });
    expect(await kiosk.ask({ type: 'slip', visitId: day.visit(number).id })).toMatchObject({
      value: { serviceId: SERVICES['residence'], next: [SERVICES['birth']] },
    });
  });

  it('continue at the same counter when it serves them too', async () => {
    const number = await take(['birth', 'true copy']);
    const lan = await day.sit('lan', 2);
    await lan.callNext();
    await lan.act('start-service');
    expect(await lan.act('go-on')).toBe(number);
    expect(day.visit(number)).toMatchObject({ state: 'serving', queueId: 'cert', next: [] });
    expect(await lan.act('go-on')).toBe('action-not-allowed');
  });

  it('do not continue where the clerk lacks the skill', async () => {
    const number = await take(['birth', 'true copy']);
    const { hub } = day.site.started;
    const person = hub.state.people.get('lan' as PersonId);
    if (person === undefined) throw new Error('Lan is gone');
    const skills = ['civil' as QueueId];
    await hub.execute(
      { commandId: 'skills' as never, type: 'put-person', person: { ...person, skills } },
      THE_HUB_ITSELF,
    );
    const lan = await day.sit('lan', 2);
    await lan.callNext();
    await lan.act('start-service');
    expect(await lan.act('go-on')).toBe('action-not-allowed');
    await lan.act('finish');
    expect(day.visit(number)).toMatchObject({ state: 'waiting', queueId: 'cert' });
  });

  it('are added and removed by a clerk, up to five', async () => {
    const number = await take('birth');
    const lan = await day.sit('lan', 2);
    const add = (name: keyof typeof SERVICES) =>
      lan.act({ type: 'add-service', serviceId: SERVICES[name] as ServiceId }, { number });
    for (const name of ['marriage', 'true copy', 'residence'] as const)
      expect(await add(name)).toBe(number);
    expect(await add('marriage')).toBe(number);
    expect(await add('marriage')).toBe('steps-used-up');
    const drop = { type: 'drop-service', serviceId: SERVICES['residence'] as ServiceId } as const;
    await lan.act(drop, { number });
    expect(day.visit(number).next.map(({ serviceId }) => serviceId)).toEqual([
      ...[SERVICES['marriage'], SERVICES['true copy'], SERVICES['marriage']],
    ]);
  });
});
