import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '@motcua/client';
import type { AnnouncementReport, Instant, QueueId, VisitId } from '@motcua/domain';
import type { RequestedAction } from '@motcua/protocol';
import { until } from '@motcua/testing';
import { roomView } from '../../apps/display/src/page/room-view.ts';
import { type CentreDay, type Clerk, receivedAll, openCentre, TUESDAY } from './centre-day.ts';

const TO_CERT: RequestedAction = {
  ...{ type: 'transfer', toQueueId: 'cert' as QueueId, reservedFor: null, andBack: false },
};

describe('a visitor who is no longer called', () => {
  let day: CentreDay;
  let wall: HubConnection;
  let lan: Clerk;

  beforeEach(async () => {
    day = await openCentre('08:00');
    wall = await day.site.asDisplay();
    lan = await day.sit('lan', 2);
    await day.takeNumber('birth');
    await lan.callNext();
  });
  afterEach(() => day.close());

  /** What the display shows once every call had its turn: the large number, and the list beside it. */
  async function shown() {
    await receivedAll(wall, day, 'display');
    const { mirror } = wall.getState();
    if (mirror === null) throw new Error('The wall shows nothing');
    const { focus, lately } = roomView(mirror, Infinity as Instant, {
      speaking: null,
      pending: [],
    });
    return { large: focus?.number ?? null, lately: lately.map(({ number }) => number) };
  }
  const fates = () =>
    wall.getState().mirror?.announcements.map(({ state, failure }) => failure ?? state);
  /** Reports as the display the state of the last call. */
  async function report(report: AnnouncementReport) {
    await receivedAll(wall, day, 'display');
    const announcementId = wall.getState().mirror?.announcements.at(-1)?.id as never;
    const reported = await wall.execute({ type: 'report-announcement', announcementId, report });
    expect(reported).toMatchObject({ ok: true });
  }

  it.each<readonly [string, RequestedAction]>([
    ['parked', { type: 'park', shared: false }],
    ['transferred', TO_CERT],
    ['sent back', { type: 'send-back' }],
    ['postponed', { type: 'postpone', minutes: 15 }],
    ['cancelled', { type: 'cancel', as: 'left' }],
  ])('is off the display and never spoken when %s', async (_, action) => {
    expect(await shown()).toEqual({ large: 'H001', lately: [] });
    expect(await lan.act(action, { reason: 'Nhầm' })).toBe('H001');
    expect(await shown()).toEqual({ large: null, lately: [] });
    expect(fates()).toEqual(['withdrawn']);
  });

  it('is not shown by a display that connects later', async () => {
    await report({ state: 'playing' });
    await report({ state: 'played' });
    await lan.act('send-back');
    day.wait(100);
    wall = await day.site.asDisplay();
    expect(await shown()).toEqual({ large: null, lately: [] });
    expect(fates()).toEqual(['played']);
  });

  it.each<readonly [string, RequestedAction, readonly string[]]>([
    ['served', { type: 'start-service' }, ['H001']],
    ['missed', { type: 'mark-no-show' }, []],
  ])('is no longer shown as called when %s, and never spoken', async (_, action, lately) => {
    day.wait(20);
    expect(await lan.act(action)).toBe('H001');
    expect(await shown()).toEqual({ large: null, lately });
    expect(fates()).toEqual(['withdrawn']);
  });

  it('is not listed as called earlier once it waits again or is a no-show', async () => {
    day.wait(20);
    expect(await lan.act('mark-no-show')).toBe('H001');
    expect(await shown()).toEqual({ large: null, lately: [] });
    const kiosk = await day.asKiosk();
    const visitId = day.visit('H001').id;
    const wishes = { type: 'step-out', visitId, wish: 'rejoin' } as const;
    expect(await kiosk.execute(wishes)).toMatchObject({ ok: true });
    await until(wall, () => wall.getState().mirror?.missed.length === 0);
    expect(await shown()).toEqual({ large: null, lately: [] });

    expect(await lan.callNext()).toBe('H001');
    expect(await shown()).toEqual({ large: 'H001', lately: [] });
    day.wait(20);
    await lan.act('mark-no-show');
    day.goTo('09:00');
    wall = await day.site.asDisplay();
    expect(await shown()).toEqual({ large: null, lately: [] });
  });

  it('is not interrupted while the voice says the number', async () => {
    await report({ state: 'playing' });
    await lan.act('send-back');
    expect(await shown()).toEqual({ large: null, lately: [] });
    expect(fates()).toEqual(['playing']);
    await report({ state: 'played' });
    expect(fates()).toEqual(['played']);
  });

  it('leaves the list when something else happens after the service began', async () => {
    await report({ state: 'played' });
    await lan.act('start-service');
    expect(await shown()).toEqual({ large: null, lately: ['H001'] });
    await lan.act(TO_CERT);
    expect(await shown()).toEqual({ large: null, lately: [] });
    await lan.undo();
    expect(await shown()).toEqual({ large: null, lately: ['H001'] });
    await lan.act('finish');
    expect(await shown()).toEqual({ large: null, lately: ['H001'] });
  });

  it('makes way for the next call', async () => {
    await day.takeNumber('birth');
    day.wait(20);
    for (const action of ['start-service', 'finish'] as const) await lan.act(action);
    expect(await lan.callNext()).toBe('H002');
    expect(await shown()).toEqual({ large: 'H002', lately: ['H001'] });
  });

  it('is called again when that was undone: a call that was not audible is repeated', async () => {
    await lan.act('send-back');
    await lan.undo();
    expect(await shown()).toEqual({ large: 'H001', lately: [] });
    expect(fates()).toEqual(['withdrawn', 'queued']);
    await report({ state: 'played' });
    await lan.act('send-back');
    await lan.undo();
    expect(await shown()).toEqual({ large: 'H001', lately: [] });
    expect(fates()).toEqual(['withdrawn', 'played']);
  });

  it('stays called when only the recall was undone', async () => {
    await report({ state: 'played' });
    day.wait(5);
    await lan.act('recall');
    await lan.undo();
    expect(await shown()).toEqual({ large: 'H001', lately: [] });
    expect(fates()).toEqual(['played', 'withdrawn']);
  });

  it('is not spoken after midnight', async () => {
    const { id } = day.visit('H001');
    day.goTo('00:00', TUESDAY);
    await day.runScheduledCommands();
    expect(await shown()).toEqual({ large: null, lately: [] });
    const last = day
      .changesOf('2026-11-23' as never)
      .findLast(({ type }) => type === 'announcement-changed');
    expect(last).toMatchObject({
      announcement: { visitId: id satisfies VisitId, failure: 'withdrawn' },
    });
  });

  it('is off the display when a head cancels it from the floor', async () => {
    const head = await day.site.asPerson('dung');
    const cancelled = await head.execute({
      type: 'act-on-visit',
      visitId: day.visit('H001').id,
      counterId: null,
      action: { type: 'cancel', as: 'withdrawn' },
      note: null,
      reason: 'Trả lại số',
    });
    expect(cancelled).toMatchObject({ ok: true });
    expect(await shown()).toEqual({ large: null, lately: [] });
  });
});
