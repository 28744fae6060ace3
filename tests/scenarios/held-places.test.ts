import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '@motcua/client';
import type { QueueId, ServiceId, Setting, VisitId } from '@motcua/domain';
import { aQueue, aService } from '@motcua/domain/builders';
import { plainTicket, type RequestedAction, STEP_OUTS, type StepOut } from '@motcua/protocol';
import { kimBoi, until } from '@motcua/testing';
import { type CentreDay, type Clerk, numberIn, openCentre } from './centre-day.ts';
import { wants } from './rules.ts';

const GROUP = kimBoi.serviceGroups[0]?.id ?? aService().groupId;

describe('a visitor who is away', () => {
  let day: CentreDay;
  let kiosk: HubConnection;
  const step = async (number: string, wish: StepOut) =>
    numberIn(await kiosk.execute({ type: 'step-out', visitId: slipOf(number), wish }));
  /** The code on the slip; a number that was not issued has none. */
  const slipOf = (number: string) =>
    day.site.started.hub.state.byNumber(number)?.id ?? ('none' as VisitId);
  const may = async (number: string) => {
    const answer = await kiosk.ask({ type: 'slip', visitId: slipOf(number) });
    return answer.ok ? answer.value.may : answer.refusal.code;
  };

  /** There is no voice in this centre, so each call needs some time. */
  async function recallTwice(clerk: Clerk) {
    for (let n = 0; n < 2; n += 1) {
      expect(await clerk.act('recall')).toBe('call-being-spoken');
      day.wait(20);
      await clerk.act('recall');
    }
  }

  beforeEach(async () => {
    day = await openCentre('07:30');
    kiosk = await day.asKiosk();
    for (let n = 0; n < 6; n += 1) {
      await kiosk.execute(wants('birth'));
      day.wait(1);
    }
  });
  afterEach(() => day.close());

  it('holds the place for ten minutes, once, and is not called meanwhile', async () => {
    const lan = await day.sit('lan', 2);
    expect(await may('H001')).toEqual(['hold']);
    expect(await step('H001', 'hold')).toBe('H001');
    expect(await may('H001')).toEqual(['return']);
    expect(await lan.callNext()).toBe('H002');
    await lan.act('start-service');
    day.goTo('07:41');
    expect(await lan.callNext(true)).toBe('H001');
    await lan.act('send-back');
    expect(await step('H001', 'hold')).toBe('hold-used');
  });

  it('cannot be sent away by typing the number: every action needs the slip', async () => {
    const before = JSON.stringify(day.visit('H001'));
    const typed = await kiosk.ask({ type: 'ticket', number: 'H001' });
    expect(typed).toMatchObject({
      value: { number: 'H001', state: 'waiting', serviceId: null, next: [], may: [] },
    });
    for (const guess of ['H001', '', day.visit('H001').id.slice(0, -1)])
      for (const wish of STEP_OUTS)
        expect(
          numberIn(await kiosk.execute({ type: 'step-out', visitId: guess as VisitId, wish })),
        ).toMatch(/^(slip-not-found|malformed)$/);
    expect(JSON.stringify(day.visit('H001'))).toBe(before);
    // The holder of the slip sees what was done, and undoes it.
    await step('H001', 'hold');
    const slip = { type: 'slip', visitId: day.visit('H001').id } as const;
    expect(await kiosk.ask(slip)).toMatchObject({
      value: { heldUntil: day.visit('H001').notBefore, may: ['return'] },
    });
    await step('H001', 'return');
    expect(day.visit('H001')).toMatchObject({ state: 'waiting', notBefore: null });
  });

  it('is back early by touching the kiosk', async () => {
    const lan = await day.sit('lan', 2);
    await step('H001', 'hold');
    expect(await step('H001', 'return')).toBe('H001');
    expect(await lan.callNext()).toBe('H001');
    expect(await step('H099', 'return')).toBe('slip-not-found');
  });

  it('is missed after three calls and a minute, shown on the display, and comes back after three others', async () => {
    const wall = await day.site.asDisplay();
    const lan = await day.sit('lan', 2);
    await lan.callNext();
    await recallTwice(lan);
    expect(await lan.act('recall')).toBe('called-often-enough');
    day.wait(59);
    await day.runScheduledCommands();
    expect(day.visit('H001').state).toBe('called');
    day.wait(1);
    await day.runScheduledCommands();
    expect(day.visit('H001')).toMatchObject({ state: 'closed', outcome: 'no-show' });
    await missedIs(wall, ['H001']);

    day.goTo('07:50');
    expect(await step('H001', 'rejoin')).toBe('H001');
    await missedIs(wall, []);
    const called: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      called.push(await lan.callNext(true));
      await lan.act('start-service');
    }
    expect(called).toEqual(['H002', 'H003', 'H004', 'H001', 'H005']);
  });

  it('gains no place by leaving and coming back', async () => {
    const lan = await day.sit('lan', 2);
    const left = { type: 'cancel', as: 'left' } as const;
    await lan.act(left, { number: 'H006', reason: 'Về nhà lấy giấy tờ' });
    expect(await step('H006', 'rejoin')).toBe('H006');
    const called: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      called.push(await lan.callNext(true));
      await lan.act('start-service');
    }
    expect(called).toEqual(['H001', 'H002', 'H003', 'H004', 'H005', 'H006']);
  });

  it('is passed over with one key when it was called often enough', async () => {
    const lan = await day.sit('lan', 2);
    await lan.callNext();
    expect(await lan.callNext(true)).toBe('finish-first');
    await recallTwice(lan);
    expect(await lan.callNext(true)).toBe('call-being-spoken');
    day.wait(20);
    expect(await lan.callNext(true)).toBe('H002');
    expect(day.visit('H001')).toMatchObject({ outcome: 'no-show' });
  });

  it('cannot return at the kiosk after the grace time, and through staff only with a reason', async () => {
    const lan = await day.sit('lan', 2);
    await lan.callNext();
    day.wait(20);
    await lan.act('mark-no-show');
    day.goTo('08:01');
    expect(await step('H001', 'rejoin')).toBe('grace-over');
    expect(await may('H001')).toEqual([]);
    expect(await lan.act('reinstate', { number: 'H001' })).toBe('reason-needed');
    expect(await lan.act('reinstate', { number: 'H001', reason: 'Đi lấy giấy tờ' })).toBe('H001');
  });

  it('comes back automatically when postponed', async () => {
    const lan = await day.sit('lan', 2);
    await lan.callNext();
    await lan.act('start-service');
    const { arrivedAt } = day.visit('H001');
    await lan.act({ type: 'postpone', minutes: 15 });
    expect(await lan.callNext()).toBe('H002');
    await lan.act('start-service');
    day.goTo('07:46');
    expect(await lan.callNext(true)).toBe('H001');
    expect(day.visit('H001').arrivedAt).toBe(arrivedAt);
  });

  it('is identified by the code on the slip, wherever that was printed', async () => {
    const { id } = day.visit('H002');
    const other = await day.asKiosk();
    expect(await other.ask({ type: 'slip', visitId: id })).toMatchObject({
      value: { number: 'H002', may: ['hold'] },
    });
    expect(await other.ask({ type: 'slip', visitId: 'nobody' as VisitId })).toMatchObject({
      refusal: { code: 'slip-not-found' },
    });
  });

  it('cannot come back into a queue that was removed', async () => {
    const head = await day.site.asPerson('dung');
    const put = (setting: Setting) => head.execute({ type: 'put-setting', setting });
    const queue = aQueue({ id: 'tax' as QueueId, series: { prefix: 'Z', from: 1, to: 99 } });
    const service = aService({ id: 'tax' as ServiceId, queueId: queue.id, groupId: GROUP });
    await put({ kind: 'queue', value: queue });
    await put({ kind: 'service', value: service });
    const issued = await kiosk.execute(plainTicket(service.id));
    expect(numberIn(issued)).toBe('Z001');
    const visitId = day.visit('Z001').id;
    const act = (action: RequestedAction) =>
      head.execute({
        ...{ type: 'act-on-visit', visitId, counterId: null, action, note: null, reason: 'Nhầm' },
      });
    expect(await act({ type: 'cancel', as: 'left' })).toMatchObject({ ok: true });
    for (const kind of ['service', 'queue'] as const)
      expect(await head.execute({ type: 'remove-setting', kind, id: 'tax' })).toMatchObject({
        ok: true,
      });

    expect(await act({ type: 'reinstate' })).toMatchObject({
      refusal: { code: 'queue-not-found' },
    });
    expect(await step('Z001', 'rejoin')).toBe('queue-not-found');
    expect(await may('Z001')).toEqual([]);
  });
});

/** Resolves when the display shows exactly these numbers as missed. */
function missedIs(wall: HubConnection, numbers: readonly string[]): Promise<void> {
  return until(wall, () => wall.getState().mirror?.missed.join() === numbers.join());
}
