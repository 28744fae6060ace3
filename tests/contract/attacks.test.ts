import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import type { CommandId, DeviceId, PersonId, Result } from '@motcua/domain';
import { createSessions, hashSecret, THE_HUB_ITSELF } from '@motcua/hub';
import { PROTOCOL_VERSION, type Welcome } from '@motcua/protocol';
import { MAX_PAIRINGS } from '../../apps/hub/src/identity/pairing.ts';
import { type Credentials, type FuzzHub, startFuzzHub } from '../fuzz/fuzz-hub.ts';

const PASSWORD = 'vườn chuối sau nhà';
const JSON_TYPE = { 'content-type': 'application/json' };

/** What an outsider on the office network, a page of theirs, and a malicious clerk would try. */
describe('an attacker', () => {
  let site: FuzzHub;
  const sockets: Socket[] = [];

  beforeEach(async () => {
    site = await startFuzzHub();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.disconnect();
    await site.close();
  });

  const url = (path: string) => new URL(path, site.started.url);
  const port = () => Number(url('/').port);
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(url(path), {
      method: 'POST',
      headers: { ...JSON_TYPE, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const codeOf = async (answer: Response) =>
    answer.ok ? 'ok' : ((await answer.json()) as { code: string }).code;
  const cookieIn = (answer: Response, name: string) =>
    answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0] ?? '')
      .find((each) => each.startsWith(`${name}=`)) ?? '';
  const setPassword = async (id: string) => {
    const { hub } = site.started;
    const hash = await hashSecret(PASSWORD, hub.secretCost);
    hub.store.secrets.setPassword(id as PersonId, hash, hub.now());
  };
  /** Sends headers that a browser sends under another host name or from another page; fetch may not set them. */
  const raw = async (head: string): Promise<string> => {
    const socket = connect(port(), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    const gone = new Promise((done) => socket.once('close', done));
    socket.write(`${head.trim().replaceAll('\n', '\r\n')}\r\nConnection: close\r\n\r\n`);
    await gone;
    return text;
  };
  async function connectSocket(headers: Record<string, string>): Promise<Socket | null> {
    const socket = io(site.started.url, {
      ...{ transports: ['websocket'], forceNew: true, reconnection: false },
      extraHeaders: headers,
    });
    sockets.push(socket);
    return new Promise((done) => {
      socket.once('connect', () => done(socket));
      socket.once('connect_error', () => done(null));
    });
  }
  const hello = (
    socket: Socket,
    { role, deviceToken }: Pick<Credentials, 'role' | 'deviceToken'>,
  ) =>
    socket.emitWithAck('hello', {
      ...{ protocolVersion: PROTOCOL_VERSION, role, deviceToken, lastSeq: null },
    }) as Promise<Welcome>;

  it('cannot fix a session: signing in always replaces the cookie', async () => {
    await setPassword('lan');
    const planted = 'motcua_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const answer = await post(
      '/api/sign-in',
      { login: 'lan', password: PASSWORD },
      { cookie: planted },
    );

    expect(cookieIn(answer, 'motcua_session')).not.toBe('');
    expect(cookieIn(answer, 'motcua_session')).not.toBe(planted);
    expect(await codeOf(await fetch(url('/api/me'), { headers: { cookie: planted } }))).toBe(
      'sign-in-first',
    );
  });

  it('cannot send commands in a clerk’s name from a foreign page', async () => {
    const { cookie } = await site.credentialsOf('head', 'quantri');
    const host = url('/').host;
    const forged = (headers: string, path = '/api/people/lan/link') =>
      raw(`POST ${path} HTTP/1.1\nHost: ${host}\nCookie: ${cookie}\nContent-Length: 0\n${headers}`);

    for (const headers of [
      'Origin: https://evil.example',
      'Origin: null',
      `Origin: http://${host}.evil.example`,
      `Origin: http://evil.example@${host}`,
      'Sec-Fetch-Site: cross-site',
    ])
      expect(await forged(headers), headers).toMatch(/^HTTP\/1\.1 403 /);
    expect(await forged(`Origin: http://${host}`)).toMatch(/^HTTP\/1\.1 200 /);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await post('/api/sign-in', '{}', { 'content-type': type })).status, type).toBe(415);
  });

  it('reaches no socket from a foreign page, and none under a rebound host name', async () => {
    const { cookie } = await site.credentialsOf('head');
    const head = { cookie: cookie ?? '' };
    expect(await connectSocket({ ...head, origin: 'https://evil.example' })).toBeNull();
    expect(await connectSocket({ ...head, origin: 'null' })).toBeNull();
    expect(await connectSocket({ ...head, host: 'evil.example' })).toBeNull();
    expect(await connectSocket({ ...head, origin: url('/').origin })).not.toBeNull();
  });

  it('reaches nothing under a rebound host name', async () => {
    for (const host of ['evil.example', `evil.example:${port()}`, '', 'localhost.evil.example'])
      for (const path of [
        '/',
        '/admin/',
        '/api/me',
        '/health',
        '/socket.io/?EIO=4&transport=polling',
      ])
        expect(await raw(`GET ${path} HTTP/1.1\nHost: ${host}`), `${host} ${path}`).toMatch(
          /^HTTP\/1\.1 4(?:21|00|03) /,
        );
  });

  it.each([
    '/../../../../etc/passwd',
    '/admin/../../../package.json',
    '/admin/..%2f..%2f..%2fpackage.json',
    '/admin/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/admin/..%5c..%5cpackage.json',
    '/admin/assets/..%252f..%252fpackage.json',
    '/voice/../../motcua.db',
    '/voice/%2e%2e%2f%2e%2e%2fhub.json',
    '//etc/passwd',
    '/admin/\u0000/etc/passwd',
    '/admin/.git/config',
    '/voice/.env',
  ])('reads no file outside of the pages: %j', async (path) => {
    const answer = await raw(
      `GET ${path.replaceAll('\u0000', '%00')} HTTP/1.1\nHost: ${url('/').host}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 [34]\d\d /);
    expect(answer).not.toMatch(/root:|"workspaces"|controlToken|SQLite format/);
  });

  it('breaks nothing with headers that are too large or too many', async () => {
    const host = url('/').host;
    const large = await raw(`GET /health HTTP/1.1\nHost: ${host}\nX-Large: ${'x'.repeat(20_000)}`);
    expect(large).toMatch(/^HTTP\/1\.1 431 /);
    const many = Array.from({ length: 3_000 }, (_, n) => `X-${n}: y`).join('\n');
    expect(await raw(`GET /health HTTP/1.1\nHost: ${host}\n${many}`)).toMatch(/^HTTP\/1\.1 4/);
    const doubled = `Host: ${host}\nContent-Length: 5\nTransfer-Encoding: chunked`;
    expect(await raw(`POST /api/sign-in HTTP/1.1\n${doubled}`)).toMatch(/^HTTP\/1\.1 400 /);
    await site.expectUnharmed();
  });

  it('pollutes no prototype through JSON, over HTTP or a socket', async () => {
    const evil =
      '{"login":"lan","password":"x","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
    expect((await post('/api/sign-in', evil)).status).toBe(400);
    const { cookie, ...head } = await site.credentialsOf('head');
    const socket = await connectSocket({ cookie: cookie ?? '' });
    if (socket === null) throw new Error('The head of centre was not admitted');
    await hello(socket, head);
    const message = JSON.parse(
      '{"commandId":"c-1","type":"undo","counterId":"counter-1","__proto__":{"polluted":true}}',
    ) as object;
    await socket.emitWithAck('command', message);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    await site.expectUnharmed();
  });

  it('cannot find out which logins exist', async () => {
    await setPassword('lan');
    const guess = async (login: string) => {
      const answer = await post('/api/sign-in', { login, password: 'geraten' });
      return {
        status: answer.status,
        body: await answer.text(),
        set: answer.headers.getSetCookie(),
      };
    };
    // That both take a whole argon2id is tested beside `verifySecret`.
    expect(await guess('nobody')).toEqual(await guess('lan'));
  });

  it('can use a one-time link once only, even in many simultaneous requests', async () => {
    const { hub } = site.started;
    const token = createSessions(hub.store.sessions, hub.now).newLink('lan' as PersonId);
    const codes = await Promise.all(
      Array.from({ length: 20 }, async () => codeOf(await post('/api/sign-in/link', { token }))),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(await codeOf(await post('/api/sign-in/link', { token }))).not.toBe('ok');
  });

  it('guesses no link in any number of attempts, and blocks no owner of one', async () => {
    const { hub } = site.started;
    const link = createSessions(hub.store.sessions, hub.now).newLink('lan' as PersonId);
    const guesses = Array.from({ length: 100 }, (_, n) => ({ token: `${link.slice(0, -4)}${n}` }));
    const codes = await Promise.all(
      guesses.map(async (guess) => codeOf(await post('/api/sign-in/link', guess))),
    );
    expect(new Set(codes)).toEqual(new Set(['sign-in-failed']));
    expect((await post('/api/sign-in/link', { token: link })).status).toBe(200);
  });

  it('gains nothing from pairing codes: they need an administrator', async () => {
    const asked = (await (await post('/api/pairing', { role: 'kiosk', name: 'Ki-ốt' })).json()) as {
      pairingId: string;
      code: string;
    };
    // The code grants nothing: neither reading the token nor approving a device.
    for (const path of [`/api/pairing/${asked.code}`, '/api/pairing/000000'])
      expect(await (await fetch(url(path))).json()).toEqual({ state: 'unknown' });
    for (let n = 0; n < 50; n += 1) {
      const code = String(n * 19_999).padStart(6, '0');
      expect(await codeOf(await post(`/api/pairings/${code}/approve`, {}))).toBe('sign-in-first');
    }
    expect(await (await fetch(url(`/api/pairing/${asked.pairingId}`))).json()).toEqual({
      state: 'waiting',
    });
    const more = await Promise.all(
      Array.from({ length: 60 }, async () =>
        codeOf(await post('/api/pairing', { role: 'kiosk', name: 'x' })),
      ),
    );
    // This machine may use all places; any other address has five (pairing.test).
    expect(more.filter((code) => code === 'ok').length).toBeLessThan(MAX_PAIRINGS);
  });

  it('is disconnected at once when the device is revoked, and is unauthenticated afterwards', async () => {
    const { hub } = site.started;
    const kiosk = await site.credentialsOf('kiosk');
    const socket = await connectSocket({});
    if (socket === null) throw new Error('The kiosk was not admitted');
    expect((await hello(socket, kiosk)).type).toBe('snapshot');
    const turned = once(socket as never, 'turned-away');
    const gone = once(socket as never, 'disconnect');
    const administrator = await site.credentialsOf('head', 'quantri');
    const id = `kiosk-${kiosk.deviceToken?.slice(0, 8)}` as DeviceId;
    const answer = await post(
      `/api/devices/${id}/revoke`,
      {},
      { cookie: administrator.cookie ?? '' },
    );

    expect(answer.status).toBe(200);
    expect(await turned).toEqual(['unknown-device']);
    await gone;
    expect(hub.state.devices.get(id)?.revoked).toBe(true);
    const again = await connectSocket({});
    if (again === null) throw new Error('The socket was refused');
    expect(await hello(again, kiosk)).toEqual({ type: 'turned-away', reason: 'unknown-device' });
  });

  it('loses the socket with the session, including commands sent at the same moment', async () => {
    const lan = await site.credentialsOf('clerk');
    const socket = await connectSocket({ cookie: lan.cookie ?? '' });
    if (socket === null) throw new Error('Lan was not admitted');
    await hello(socket, lan);
    const gone = once(socket as never, 'disconnect');
    const administrator = await site.credentialsOf('head', 'quantri');
    await post('/api/people/lan/sign-out', {}, { cookie: administrator.cookie ?? '' });
    await gone;

    const again = await connectSocket({ cookie: lan.cookie ?? '' });
    if (again === null) throw new Error('The socket was refused');
    const wish = { commandId: crypto.randomUUID(), type: 'undo', counterId: 'counter-1' };
    expect(await hello(again, lan)).toMatchObject({ type: 'turned-away' });
    const answer = (await again.emitWithAck('command', wish)) as Result<unknown>;
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'sign-in-first' } });
  });

  it('loses the socket when the session expires, and keeps it while it is used', async () => {
    const lan = await site.credentialsOf('clerk');
    const socket = await connectSocket({ cookie: lan.cookie ?? '' });
    if (socket === null) throw new Error('Lan was not admitted');
    await hello(socket, lan);
    const turned = once(socket as never, 'turned-away');
    const { db } = site.started.hub.store;
    const end = () =>
      db.prepare<[], { at: number }>('SELECT max(expires_at) AS at FROM session').get()?.at ?? 0;
    const before = end();
    site.clock.advance(7 * 60 * 60_000);
    const wish = { commandId: crypto.randomUUID(), type: 'undo', counterId: 'counter-1' };
    await socket.emitWithAck('command', wish);
    await expect.poll(end, { timeout: 20_000 }).toBeGreaterThan(before);
    site.clock.advance(13 * 60 * 60_000);
    expect(await turned).toEqual(['sign-in-first']);
  });

  it('becomes unauthenticated once another person has signed in at that browser', async () => {
    await setPassword('hoa');
    const lan = await site.credentialsOf('clerk');
    const cookie = lan.cookie ?? '';
    const socket = await connectSocket({ cookie });
    if (socket === null) throw new Error('Lan was not admitted');
    await hello(socket, lan);
    const turned = once(socket as never, 'turned-away');
    expect(
      (await post('/api/sign-in', { login: 'hoa', password: PASSWORD }, { cookie })).status,
    ).toBe(200);
    expect(await turned).toEqual(['sign-in-first']);
  });

  it('finds no usable secret in a backup', async () => {
    await setPassword('lan');
    const kiosk = await site.credentialsOf('kiosk');
    const session = (await site.credentialsOf('clerk')).cookie?.split('=')[1] ?? '';
    const link = createSessions(site.started.hub.store.sessions, site.started.hub.now).newLink(
      'hoa' as PersonId,
    );
    const { db } = site.started.hub.store;
    const tables = db
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .all();
    const all = tables
      .map(({ name }) => JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all()))
      .join('\n');
    for (const secret of [PASSWORD, kiosk.deviceToken ?? '', session, link]) {
      expect(secret.length).toBeGreaterThan(10);
      expect(all).not.toContain(secret);
    }
  });

  it('learns nothing about people without authentication', async () => {
    const person = site.started.hub.state.people.get('lan' as PersonId);
    if (person === undefined) throw new Error('Kim Bôi has nobody called lan');
    await site.started.hub.execute(
      { commandId: 'x' as CommandId, type: 'put-person', person: { ...person, name: 'Bí Mật' } },
      THE_HUB_ITSELF,
    );
    for (const path of [
      '/',
      '/health',
      '/api/docs',
      '/api/sign-in/pin',
      '/api/me',
      '/api/people',
    ]) {
      const text = await (
        await fetch(url(path), { headers: { accept: 'application/json' } })
      ).text();
      expect(text, path).not.toContain('Bí Mật');
    }
  });
});
