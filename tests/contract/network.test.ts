import { once } from 'node:events';
import { mkdtempSync, rmSync, readFileSync } from 'node:fs';
import { connect, type Socket as TcpSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import {
  createHub,
  createLog,
  createSessions,
  readConfig,
  startHub,
  type StartedHub,
  THE_HUB_ITSELF,
} from '@motcua/hub';
import type { CommandId, PersonId, ServiceId } from '@motcua/domain';
import { plainTicket, PROTOCOL_VERSION, type Welcome } from '@motcua/protocol';
import { aroundTheClock, kimBoi, setUpCentre } from '@motcua/testing';
import { avoidMidnight } from '../avoid-midnight.ts';

avoidMidnight();

type Options = Readonly<Record<string, unknown>>;
const SILENT = createLog({ level: 'silent', file: null });

async function start(options: Options, log = SILENT): Promise<StartedHub> {
  const read = readConfig({ port: 0, ...options });
  if (!read.ok) throw new Error(read.sentence);
  return startHub(read.config, log);
}

describe('the connection limits of the hub', () => {
  let dir: string;
  let started: StartedHub | null;
  const open: (TcpSocket | Socket)[] = [];

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-bounds-'));
    const hub = createHub({ dataDir: dir });
    await setUpCentre(hub, aroundTheClock(kimBoi));
    hub.close();
    started = null;
  });
  afterEach(async () => {
    for (const each of open.splice(0)) {
      if ('disconnect' in each) each.disconnect();
      else each.destroy();
    }
    await started?.close();
    rmSync(dir, { recursive: true });
  });

  async function bounded(limits: object, options: Options = {}, log = SILENT) {
    const usual = readConfig({});
    if (!usual.ok) throw new Error(usual.sentence);
    const bounds = { ...usual.config.limits, ...limits };
    started = await start({ dataDir: dir, ...options, limits: bounds }, log);
    return { hub: started.hub, url: started.url, port: Number(new URL(started.url).port) };
  }
  const tcp = (port: number): TcpSocket => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    open.push(socket);
    return socket;
  };
  const headSocket = async (url: string, hub: StartedHub['hub']) => {
    const session = createSessions(hub.store.sessions, hub.now).open('dung' as PersonId);
    const socket: Socket = io(url, {
      ...{ transports: ['websocket'], forceNew: true, reconnection: false },
      extraHeaders: { cookie: `motcua_session=${session}` },
    });
    open.push(socket);
    await new Promise<void>((done) => socket.once('connect', done));
    const hello = { protocolVersion: PROTOCOL_VERSION, role: 'admin', deviceToken: null };
    const welcome = (await socket.emitWithAck('hello', { ...hello, lastSeq: null })) as Welcome;
    expect(welcome.type).toBe('snapshot');
    return socket;
  };

  /** Visitors' phones that follow the same slip. */
  const followers = async (url: string, hub: StartedHub['hub'], count: number) => {
    const service = kimBoi.services[0]?.id ?? ('none' as ServiceId);
    const issue = { ...plainTicket(service), commandId: crypto.randomUUID() as CommandId };
    const issued = await hub.execute(issue, THE_HUB_ITSELF);
    if (!issued.ok) throw new Error(issued.refusal.code);
    const [visitId] = hub.state.visits.keys();
    return Promise.all(
      Array.from({ length: count }, async () => {
        const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false });
        open.push(socket);
        await new Promise<void>((done) => socket.once('connect', done));
        expect(await socket.emitWithAck('follow', { type: 'slip', visitId })).toMatchObject({
          ok: true,
        });
        return socket;
      }),
    );
  };

  it('cut a client that never completes its request', async () => {
    const { port, url } = await bounded({ headersTimeoutMs: 500 });
    const slow = tcp(port);
    const silent = tcp(port);
    const gone = Promise.all(
      [slow, silent].map((each) => new Promise((done) => each.once('close', done))),
    );
    slow.write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ');
    await gone;
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('cut a socket without a hello, and keep one that sends it', async () => {
    const { hub, url } = await bounded({ helloWithinMs: 3_000 });
    const head = await headSocket(url, hub);
    const [phone] = await followers(url, hub, 1);
    const stranger: Socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    open.push(stranger);
    await once(stranger as never, 'disconnect');
    expect(head.connected).toBe(true);
    expect(phone?.connected).toBe(true);

    // A client whose identity has ended counts as unknown again.
    await phone?.emitWithAck('follow', { type: 'slip', visitId: 'not-of-today' });
    await once(phone as never, 'disconnect');
  });

  it('limit the number of connections: idle ones are replaced, authenticated ones stay', async () => {
    const { hub, url, port } = await bounded({ connections: 10, reservedConnections: 2 });
    const head = await headSocket(url, hub);
    const idle = Array.from({ length: 40 }, () => tcp(port));
    // Each of them would be refused if it did not replace an idle one.
    for (let n = 0; n < 5; n += 1) expect((await fetch(`${url}/health`)).status).toBe(200);
    const clerk = await headSocket(url, hub);
    await expect.poll(() => idle.filter(({ destroyed }) => !destroyed).length).toBeLessThan(10);
    expect(head.connected && clerk.connected).toBe(true);
  });

  it('stop answering a client that sends requests without reading answers, while clerks are served', async () => {
    const { hub, url, port } = await bounded({});
    const attackers = Array.from({ length: 20 }, () => tcp(port).pause());
    const one = `GET /api/docs HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
    for (const attacker of attackers) attacker.write(one.repeat(2_000));
    const clerk = await headSocket(url, hub);
    const figure = async (name: string) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      return Number(new RegExp(`^motcua_${name} (\\d+)$`, 'm').exec(text)?.[1]);
    };

    // The clerk's and the present one.
    await expect.poll(() => figure('http_connections')).toBeLessThanOrEqual(3);
    expect(await figure('http_waiting_bytes')).toBe(0);
    expect(clerk.connected).toBe(true);
  });

  it('allow five hundred listeners at once, besides the staff', async () => {
    // All of them are opened by this one process, which may be slow to say hello.
    const { hub, url } = await bounded({ helloWithinMs: 60_000 });
    const head = await headSocket(url, hub);
    const all = await followers(url, hub, 500);
    expect(all.every(({ connected }) => connected)).toBe(true);
    expect(head.connected).toBe(true);
  });

  it('count all connections of one person together', async () => {
    const { hub, url } = await bounded({}, { commandsPerSecond: 1 });
    const sockets = await Promise.all(Array.from({ length: 4 }, () => headSocket(url, hub)));
    const secondsPassed = watchSeconds();
    const answers = await Promise.all(
      sockets.flatMap((socket) =>
        Array.from({ length: 6 }, async () => {
          const wish = { commandId: crypto.randomUUID(), type: 'undo', counterId: 'counter-1' };
          const answer = (await socket.emitWithAck('command', wish)) as {
            refusal: { code: string };
          };
          return answer.refusal.code;
        }),
      ),
    );
    // Ten at once are admitted, plus one for each second that this took.
    const admitted = answers.filter((code) => code !== 'too-many-requests').length;
    expect(admitted).toBeGreaterThanOrEqual(10);
    expect(admitted).toBeLessThanOrEqual(10 + secondsPassed());
  });

  it('limit the HTTP requests of one address, but not of an authenticated person there', async () => {
    const { url, hub } = await bounded({}, { commandsPerSecond: 1 });
    const session = createSessions(hub.store.sessions, hub.now).open('dung' as PersonId);
    const secondsPassed = watchSeconds();
    let admitted = 0;
    // The same address in another spelling is the same address.
    for (const path of ['/api/me', '/%61pi/me']) {
      const answers = await Promise.all(
        Array.from({ length: 30 }, async () => (await fetch(`${url}${path}`)).status),
      );
      admitted += answers.filter((status) => status !== 429).length;
    }
    expect(admitted).toBeLessThanOrEqual(10 + secondsPassed());
    const headers = { cookie: `motcua_session=${session}` };
    expect((await fetch(`${url}/api/me`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('cut a receiver that does not read, and no other client', async () => {
    const logFile = join(dir, 'hub.log');
    const log = createLog({ level: 'warn', file: logFile });
    const { hub, url, port } = await bounded({ outgoingBytes: 100_000 }, {}, log);
    const polite = await headSocket(url, hub);
    const session = createSessions(hub.store.sessions, hub.now).open('dung' as PersonId);
    const deaf = tcp(port);
    deaf.write(
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n' +
        `Host: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n` +
        `Cookie: motcua_session=${session}\r\n\r\n`,
    );
    const say = (text: string) => deaf.write(frame(text));
    await once(deaf, 'data');
    say('40');
    say(
      `420["hello",{"protocolVersion":${PROTOCOL_VERSION},"role":"admin","deviceToken":null,"lastSeq":null}]`,
    );
    await expect.poll(() => deaf.bytesRead).toBeGreaterThan(20_000);
    deaf.pause();
    const gone = new Promise((done) => deaf.once('close', done));
    // It answers pings but does not read, so no heartbeat reveals it.
    const pretend = setInterval(() => say('3'), 500);
    const { site } = hub.state.settings;
    const noise = 'Thông báo '.repeat(400);
    const makeNoise = (n: number) => {
      const value = { ...site, name: { ...site.name, vi: `${noise}${n}` } };
      const setting = { kind: 'site', value } as const;
      const commandId = `noise-${n}` as CommandId;
      return hub.execute({ commandId, type: 'put-setting', setting }, THE_HUB_ITSELF);
    };
    // Fifty share a sync, to avoid a thousand waits for a slow disk.
    for (let n = 0; n < 1_000; n += 50)
      await Promise.all(Array.from({ length: 50 }, (_, more) => makeNoise(n + more)));
    await expect
      .poll(() => readFileSync(logFile, 'utf8'), { timeout: 90_000 })
      .toContain('takes nothing');
    deaf.resume(); // read what the kernel has buffered, to see the end
    await gone;
    clearInterval(pretend);
    expect(polite.connected).toBe(true);
  });
});

/** Counts whole seconds since the start: more than ten may be admitted, at one a second. */
function watchSeconds(): () => number {
  const since = performance.now();
  return () => Math.floor((performance.now() - since) / 1_000);
}

/** A masked text frame of a WebSocket client (RFC 6455, 5.2), with a mask of zeros. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length])
      : Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}
