import { once } from 'node:events';
import type { Result } from '@motcua/domain';
import { plainTicket, PROTOCOL_VERSION, type TicketView } from '@motcua/protocol';
import { aroundTheClock, kimBoi } from '@motcua/testing';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirmAnnouncement } from '../e2e/confirm-announcement.ts';
import { type CentreDay, openCentre, SERVICES, TUESDAY } from './centre-day.ts';

type News = Result<TicketView>;

/** A visitor's phone: it has the code of a slip, and no other rights. */
describe('a phone that follows one number', () => {
  let day: CentreDay;
  const sockets: Socket[] = [];

  beforeEach(async () => {
    day = await openCentre('08:00', aroundTheClock(kimBoi));
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.disconnect();
    await day.close();
  });

  async function connect(): Promise<Socket> {
    const socket = io(day.site.hubUrl, {
      ...{ transports: ['websocket'], forceNew: true, reconnection: false },
    });
    sockets.push(socket);
    await new Promise<void>((done) => socket.once('connect', done));
    return socket;
  }
  const ask = (socket: Socket, message: unknown) =>
    socket.emitWithAck('follow', message) as Promise<News>;
  /** Follows from now on; `heard` has every message to the phone, of any type. */
  async function follow(number: string) {
    const socket = await connect();
    const heard: [string, News][] = [];
    socket.onAny((event: string, news: News) => heard.push([event, news]));
    const first = await ask(socket, { type: 'slip', visitId: day.visit(number).id });
    const last = () => heard.at(-1)?.[1] ?? first;
    const shows = (view: Partial<TicketView>) =>
      expect.poll(last).toMatchObject({ ok: true, value: view });
    return { socket, first, heard, shows, last };
  }

  it('receives its place, the current number and the counter, and nothing of other visits', async () => {
    for (const _ of ['H001', 'H002', 'H003']) await day.takeNumber('birth');
    const lan = await day.sit('lan', 2);
    const phone = await follow('H003');
    expect(phone.first).toMatchObject({
      ok: true,
      value: { number: 'H003', state: 'waiting', peopleAhead: 2, counterNumber: null },
    });

    expect(await lan.callNext()).toBe('H001');
    await phone.shows({ peopleAhead: 1 });
    await confirmAnnouncement(day.site, 'H001');
    await lan.act('start-service');
    expect(await lan.callNext(true)).toBe('H002');
    await phone.shows({ peopleAhead: 0 });
    await confirmAnnouncement(day.site, 'H002');
    await lan.act('start-service');
    expect(await lan.callNext(true)).toBe('H003');
    await phone.shows({ state: 'called', counterNumber: 2 });
    await lan.act('start-service');
    await lan.act('finish');
    await phone.shows({ state: 'closed', counterNumber: null });

    const others = JSON.stringify(phone.heard.filter(([event]) => event !== 'ticket'));
    expect(others).toBe('[]');
    expect(JSON.stringify(phone.heard)).not.toMatch(/H001|H002|lan|Lan/);
  });

  it('is informed at once of its own call, and only of changes', async () => {
    await day.takeNumber('birth');
    const phone = await follow('H001');
    await day.takeNumber('birth');
    await day.takeNumber('marriage');
    await day.runScheduledCommands();
    const lan = await day.sit('lan', 2);
    expect(await lan.callNext()).toBe('H001');
    await phone.shows({ state: 'called' });
    expect(phone.heard).toHaveLength(1);
  });

  it('may be one of two in a family, each with its own number', async () => {
    await day.takeNumber('birth');
    await day.takeNumber('birth');
    const [mother, son, other] = [await follow('H001'), await follow('H001'), await follow('H002')];
    const lan = await day.sit('lan', 2);
    await lan.callNext();
    await mother.shows({ number: 'H001', state: 'called' });
    await son.shows({ number: 'H001', state: 'called' });
    await other.shows({ number: 'H002', peopleAhead: 0, state: 'waiting' });
    mother.socket.disconnect();
    await confirmAnnouncement(day.site, 'H001');
    await lan.act('start-service');
    await son.shows({ state: 'serving' });
    expect(JSON.stringify(other.heard)).not.toContain('H001');
  });

  it('needs the code: a number is not enough, and a code gives no other right', async () => {
    await day.takeNumber('birth');
    const stranger = await connect();
    const { id: visitId } = day.visit('H001');
    for (const guess of [
      { type: 'ticket', number: 'H001' },
      { type: 'slip', visitId: 'H001' },
      { type: 'slip', visitId: `${visitId.slice(0, -1)}?` },
      { type: 'slip', visitId, deviceToken: 'x' },
      null,
    ])
      expect(await ask(stranger, guess)).toMatchObject({ ok: false });
    // An authenticated device receives the whole room.
    const token = await day.site.tokenFor('display', 'Tivi 2');
    const display = await connect();
    const hello = { protocolVersion: PROTOCOL_VERSION, role: 'display', lastSeq: null };
    await display.emitWithAck('hello', { ...hello, deviceToken: token });
    expect(await ask(display, { type: 'slip', visitId })).toMatchObject({
      refusal: { code: 'role-not-allowed' },
    });

    const { socket } = await follow('H001');
    const wish = { ...plainTicket(SERVICES.birth as never), commandId: 'from-a-phone' };
    expect(await socket.emitWithAck('command', wish)).toMatchObject({
      refusal: { code: 'sign-in-first' },
    });
    expect(await socket.emitWithAck('ask', { type: 'ticket', number: 'H001' })).toMatchObject({
      refusal: { code: 'sign-in-first' },
    });
    expect(day.states()).toEqual(['H001 waiting']);
  });

  it('has the code from a slip, and not from a display, which has only numbers', async () => {
    const token = await day.site.tokenFor('display', 'Tivi 2');
    const wall = await connect();
    const heard: unknown[] = [];
    wall.onAny((_event: string, message: unknown) => heard.push(message));
    const hello = { protocolVersion: PROTOCOL_VERSION, role: 'display', lastSeq: null };
    await wall.emitWithAck('hello', { ...hello, deviceToken: token });
    await day.takeNumber('birth');
    const lan = await day.sit('lan', 2);
    expect(await lan.callNext()).toBe('H001');
    await expect.poll(() => JSON.stringify(heard)).toContain('H001');

    const [{ id: announcementId } = { id: '' }] = [
      ...day.site.started.hub.state.announcements.values(),
    ];
    const report = { commandId: 'w-1', type: 'report-announcement', announcementId };
    heard.push(await wall.emitWithAck('command', { ...report, report: { state: 'playing' } }));
    heard.push(await wall.emitWithAck('hello', { ...hello, deviceToken: token }));
    heard.push(await wall.emitWithAck('hello', { ...hello, deviceToken: token, lastSeq: 1 }));
    expect(JSON.stringify(heard)).toContain('playing');
    expect(JSON.stringify(heard)).not.toContain(day.visit('H001').id);
  });

  it('is disconnected when the day of the number is over', async () => {
    await day.takeNumber('birth');
    const phone = await follow('H001');
    const gone = once(phone.socket as never, 'disconnect');
    day.goTo('00:00', TUESDAY);
    await day.runScheduledCommands();
    await gone;
    expect(phone.last()).toMatchObject({ ok: false, refusal: { code: 'slip-not-found' } });
  });

  it('continues after the hub was down', async () => {
    await day.takeNumber('birth');
    const { id: visitId } = day.visit('H001');
    await day.stopHub();
    await day.site.startHubAgain();
    const again = await connect();
    expect(await ask(again, { type: 'slip', visitId })).toMatchObject({
      ok: true,
      value: { number: 'H001', peopleAhead: 0 },
    });
  });
});
