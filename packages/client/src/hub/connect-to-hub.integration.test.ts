import { PROTOCOL_VERSION } from '@motcua/protocol';
import { T0, TODAY } from '@motcua/domain/builders';
import { refuse, type Instant } from '@motcua/domain';
import type { Changes } from '@motcua/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aBatch,
  aCatchUp,
  aSnapshot,
  becomes,
  issued,
  TinyHub,
  until,
} from '../../test/tiny-hub.ts';
import { connectToHub } from './connect-to-hub.ts';
import type { SocketListener } from './dial-hub.ts';
import type { HubConnection, HubState } from './hub-link.ts';

let hub: TinyHub;

beforeEach(async () => {
  hub = new TinyHub();
  await hub.start();
});

afterEach(() => hub.stop());

const seqIs = (link: HubConnection, seq: number): Promise<HubState> =>
  until(link, ({ mirror }) => mirror?.seq === seq);

describe('connectToHub', () => {
  it('says hello and shows what the hub answers', async () => {
    const link = hub.connect();
    expect(link.getState().connection).toBe('connecting');
    const { mirror, turnedAway: reason } = await becomes(link, 'live');
    expect(mirror).toMatchObject({ seq: 10, today: TODAY });
    expect(reason).toBeNull();
    expect(hub.hellos).toEqual([
      {
        protocolVersion: PROTOCOL_VERSION,
        role: 'counter',
        deviceToken: 'secret',
        lastSeq: null,
        history: null,
      },
    ]);
  });

  it('knows how far the clock of the hub is away from its own', async () => {
    const link = hub.connect();
    expect((await becomes(link, 'live')).clockOffsetMs).toBe(3_600_000);
  });

  it('shows the session cookie of a service', async () => {
    const link = hub.connect({ cookie: 'session=abc' });
    await becomes(link, 'live');
    expect(hub.cookies).toEqual(['session=abc']);
  });

  it('follows changes and notifies its listeners once for each message', async () => {
    const link = hub.connect();
    await becomes(link, 'live');
    let notified = 0;
    link.subscribe(() => (notified += 1));
    hub.push(aBatch(10, 12, [issued(11), issued(12)]));
    const { mirror } = await seqIs(link, 12);
    expect(mirror?.visits.size).toBe(1);
    expect(notified).toBe(1);
  });

  it('gives the same state object while nothing happens', async () => {
    const link = hub.connect();
    await becomes(link, 'live');
    expect(link.getState()).toBe(link.getState());
  });

  it('says hello again when changes are missing, and catches up from what it has', async () => {
    const link = hub.connect();
    await becomes(link, 'live');
    hub.welcome = ({ lastSeq }) => aCatchUp(15, [issued((lastSeq ?? 0) + 1)]);
    hub.push(aBatch(14, 15));
    expect((await seqIs(link, 15)).mirror?.visits.size).toBe(1);
    expect(hub.hellos.map(({ lastSeq }) => lastSeq)).toEqual([null, 10]);
  });

  it('keeps its mirror while offline, comes back by itself and catches up', async () => {
    const link = hub.connect();
    await becomes(link, 'live');
    hub.welcome = () => aCatchUp(11, [issued(11)]);
    hub.cut();
    const offline = await becomes(link, 'offline');
    expect(offline.mirror?.seq).toBe(10);
    await becomes(link, 'live');
    expect(link.getState().mirror?.seq).toBe(11);
    expect(hub.hellos.at(-1)?.lastSeq).toBe(10);
  });

  it('comes back when the hub itself closed the connection', async () => {
    const link = hub.connect();
    await becomes(link, 'live');
    hub.sockets.at(-1)?.disconnect();
    await becomes(link, 'offline');
    expect((await becomes(link, 'live')).mirror?.seq).toBe(10);
  });

  it('asks for everything when it is offered a catch-up without a mirror', async () => {
    hub.welcome = () => (hub.hellos.length === 1 ? aCatchUp(9) : aSnapshot(10));
    const link = hub.connect();
    expect((await becomes(link, 'live')).mirror?.seq).toBe(10);
  });

  it('asks for everything after a message it cannot read', async () => {
    const link = hub.connect();
    await becomes(link, 'live');
    const strange: unknown = { from: 10, to: 11, at: T0, loads: null };
    hub.welcome = () => aSnapshot(20);
    hub.push(strange as Changes);
    await seqIs(link, 20);
    expect(hub.hellos.at(-1)?.lastSeq).toBeNull();
  });
});

describe('connectToHub and the clock', () => {
  let ticking: TinyHub;

  beforeEach(async () => {
    ticking = new TinyHub(20);
    await ticking.start();
  });
  afterEach(() => ticking.stop());

  it('asks the hub for the time again after its own clock was set', async () => {
    let clock: number = T0;
    const link = ticking.connect({ now: () => clock as Instant, uptimeMs: () => 0 });
    expect((await becomes(link, 'live')).clockOffsetMs).toBe(3_600_000);
    ticking.welcome = () => aCatchUp(10);
    clock -= 1_800_000;
    const { lastMessageAt } = await until(link, ({ clockOffsetMs }) => clockOffsetMs === 5_400_000);
    expect(lastMessageAt).toBe(clock);
    expect(ticking.hellos.map(({ lastSeq }) => lastSeq)).toEqual([null, 10]);
  });

  it('does not count a ping of a hub that has not admitted it as news', async () => {
    let clock: number = T0;
    const link = ticking.connect({ now: () => (clock += 1) as Instant, uptimeMs: () => clock });
    await becomes(link, 'live');
    ticking.welcome = () => null;
    const { length } = ticking.sockets;
    ticking.cut();
    const { lastMessageAt } = await becomes(link, 'offline');
    await vi.waitUntil(() => ticking.sockets.length > length, { timeout: 15_000 });
    for (let beats = 0; beats < 3; beats += 1)
      await new Promise((beat) => ticking.sockets.at(-1)?.conn.once('heartbeat', () => beat(null)));
    expect(link.getState().lastMessageAt).toBe(lastMessageAt);
  });
});

describe('connectToHub with two addresses', () => {
  let second: TinyHub;

  beforeEach(async () => {
    second = new TinyHub();
    await second.start();
  });
  afterEach(() => second.stop());

  const epochOf = (seq: number, epoch: number) => ({
    ...aSnapshot(seq),
    history: { database: 'kim-boi', epoch, life: '' },
  });

  it('goes on at the other one when the first does not answer, and names its history there', async () => {
    second.welcome = () => epochOf(9, 1);
    const link = hub.connect({ elsewhere: () => [second.url] });
    await becomes(link, 'live');
    await hub.leave();
    await seqIs(link, 9);

    expect(second.hellos.at(-1)).toMatchObject({
      lastSeq: 10,
      history: { database: 'kim-boi', epoch: 0, life: '' },
    });
  });

  it('turns away from a replaced hub, and remembers the newest history', async () => {
    const written: unknown[] = [];
    second.welcome = () => epochOf(30, 7);
    const link = hub.connect({
      elsewhere: () => [second.url],
      newest: {
        read: () => ({ database: 'kim-boi', epoch: 6, life: '' }),
        write: (history) => written.push(history),
      },
    });
    expect((await becomes(link, 'live')).mirror?.seq).toBe(30);
    expect(hub.hellos).toHaveLength(1);
    expect(written).toEqual([{ database: 'kim-boi', epoch: 7, life: '' }]);
  });

  it('goes where it is sent by a hub that knows that it was replaced', async () => {
    hub.welcome = () => ({ type: 'turned-away', reason: 'superseded' });
    second.welcome = () => epochOf(31, 7);
    const link = hub.connect({ elsewhere: () => [second.url] });
    expect((await becomes(link, 'live')).mirror?.seq).toBe(31);
  });

  it('follows a hub with other data, whatever it followed before', async () => {
    hub.welcome = () => ({ ...aSnapshot(1), history: { database: 'new', epoch: 0, life: '' } });
    const link = hub.connect({
      newest: { read: () => ({ database: 'old', epoch: 5, life: '' }), write: () => undefined },
    });
    expect((await becomes(link, 'live')).mirror?.seq).toBe(1);
  });
});

describe('connectToHub with an injected socket', () => {
  it('listens only to the socket that it dialled last', () => {
    const dialled: { url: string; listener: SocketListener; calls: string[] }[] = [];
    const link = connectToHub({
      ...{ url: 'http://first', role: 'kiosk', deviceToken: null },
      dial(url, listener) {
        const calls: string[] = [];
        dialled.push({ url, listener, calls });
        return {
          connect: () => calls.push('connect'),
          disconnect: () => calls.push('disconnect'),
          dropConnection: () => calls.push('drop'),
          hello: (_hello, answered) => answered(aSnapshot(10)),
          command: () => calls.push('command'),
          ask: () => Promise.resolve(refuse('hub-unavailable')),
          beat: () => calls.push('beat'),
        };
      },
      elsewhere: () => ['http://second'],
    });
    const [first] = dialled;
    first?.listener.connected();
    expect(link.getState().connection).toBe('live');
    first?.listener.lost(true);
    link.retry();
    expect(dialled.map(({ url }) => url)).toEqual(['http://first', 'http://second']);
    first?.listener.connected();
    expect(link.getState().connection).toBe('connecting');
    dialled[1]?.listener.connected();
    expect(link.getState().connection).toBe('live');
    link.close();
    expect(dialled.map(({ calls }) => calls.at(-1))).toEqual(['disconnect', 'disconnect']);
  });
});
