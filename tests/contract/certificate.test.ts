import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { type AddressInfo, isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls, createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import {
  createHub,
  createLog,
  createSessions,
  readConfig,
  startHub,
  type StartedHub,
} from '@motcua/hub';
import type { PersonId } from '@motcua/domain';
import { PROTOCOL_VERSION, type Welcome } from '@motcua/protocol';
import { runCommandLine } from '../../apps/hub/src/command-line/run-command-line.ts';
import { makeServerCertificate } from '../../apps/hub/src/tls/make-certificate.ts';
import { verifyCertificate } from '../../apps/desktop/src/verify-certificate.ts';
import { aroundTheClock, kimBoi, setUpCentre } from '@motcua/testing';

const MOTCUA = fileURLToPath(new URL('../../apps/hub/src/motcua.ts', import.meta.url));
const KIOSK = fileURLToPath(new URL('../../apps/kiosk/src/service/main.ts', import.meta.url));
const run = promisify(execFile);
const motcua = (...args: string[]) => run(process.execPath, [MOTCUA, ...args]);

type Options = Readonly<Record<string, unknown>>;
const SILENT = createLog({ level: 'silent', file: null });

async function start(options: Options): Promise<StartedHub> {
  const read = readConfig({ port: 0, ...options });
  if (!read.ok) throw new Error(read.sentence);
  return startHub(read.config, SILENT);
}

describe('the hub with a certificate', () => {
  let dir: string;
  let started: StartedHub;
  let authority: string;
  let printed: string;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-tls-'));
    printed = (await motcua('certificate', '--host', 'hub.kimboi.local', '--data', dir)).stdout;
    authority = readFileSync(join(dir, 'authority.pem'), 'utf8');
    const before = createHub({ dataDir: dir });
    await setUpCentre(before, aroundTheClock(kimBoi));
    before.close();
    started = await start({ dataDir: dir, allowedHosts: ['hub.kimboi.local'] });
  });
  afterAll(async () => {
    await started.close();
    rmSync(dir, { recursive: true });
  });

  const port = () => Number(new URL(started.url).port);
  /** The response to a client that trusts only the centre's authority. */
  const ask = (path: string, { method = 'GET', headers = {}, body = '' } = {}) =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
      (resolve, reject) => {
        const asked = httpsRequest(
          { host: '127.0.0.1', port: port(), path, method, headers, ca: authority, agent: false },
          (answer) => {
            let text = '';
            answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
            answer.on('end', () =>
              resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
            );
          },
        );
        asked.on('error', reject);
        asked.end(body);
      },
    );

  it('prints what was created, and keeps the keys readable by their owner only', () => {
    expect(printed).toMatch(
      /^authority\t.+authority\.pem\nfingerprint\t([0-9A-F]{2}:){31}[0-9A-F]{2}\n/,
    );
    expect(printed).toContain('hub.kimboi.local');
    expect(statSync(join(dir, 'key.pem')).mode & 0o077).toBe(0);
  });

  it('deletes the authority’s key, so that a copy of the folder cannot issue certificates', () => {
    const files = readdirSync(dir).map((name) => join(dir, name));
    const keys = files.filter((file) => readFileSync(file, 'latin1').includes('PRIVATE KEY'));
    expect(keys).toEqual([join(dir, 'key.pem')]);
    const by = new X509Certificate(authority);
    expect(by.checkPrivateKey(createPrivateKey(readFileSync(join(dir, 'key.pem'))))).toBe(false);
    // Both expire together, well within the limits of browsers.
    const [end, days] = [Date.parse(by.validTo), 86_400_000];
    expect(end - Date.now()).toBeLessThan(821 * days);
    expect(
      Date.parse(new X509Certificate(readFileSync(join(dir, 'certificate.pem'))).validTo),
    ).toBe(end);
  });

  it('accepts only https, from clients that trust the authority, under each of its names', async () => {
    expect(started.url).toMatch(/^https:/);
    expect((await ask('/health')).status).toBe(200);
    await expect(fetch(`${started.url}/health`)).rejects.toThrow('fetch failed'); // does not trust the authority
    await expect(fetch(`${started.url.replace('https', 'http')}/health`)).rejects.toThrow(
      'fetch failed',
    );
    for (const servername of ['localhost', 'hub.kimboi.local']) {
      const socket = connectTls({ port: port(), host: '127.0.0.1', servername, ca: authority });
      await once(socket, 'secureConnect');
      expect(socket.authorized).toBe(true);
      socket.destroy();
    }
    const other = connectTls({ port: port(), servername: 'evil.example', ca: authority });
    await expect(once(other, 'secureConnect')).rejects.toThrow(/altnames/i);
  });

  it('speaks no TLS older than 1.2', async () => {
    const old = connectTls({
      ...{ port: port(), host: '127.0.0.1', ca: authority },
      ...{ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    });
    await expect(once(old, 'secureConnect')).rejects.toThrow(/version|protocol/i);
  });

  it('cuts a client that sends requests without reading answers, and counts connections as they close', async () => {
    const attacker = connectTls({ port: port(), host: '127.0.0.1', ca: authority });
    await once(attacker, 'secureConnect');
    const gone = new Promise((done) => attacker.once('close', done));
    attacker.on('error', () => undefined);
    attacker.resume();
    attacker.write(`GET /api/docs HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(1_000));
    await gone;
    // Of all connections opened here only the present one is left.
    await expect
      .poll(async () => /^motcua_http_connections (\d+)$/m.exec((await ask('/metrics')).text)?.[1])
      .toBe('1');
  });

  it('sets cookies that are never sent over plain HTTP', async () => {
    const { hub } = started;
    const token = createSessions(hub.store.sessions, hub.now).newLink('lan' as PersonId);
    const answer = await ask('/api/sign-in/link', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
  });

  it('does not accept a page loaded over plain HTTP as its own', async () => {
    const headers = { 'host': `127.0.0.1:${port()}`, 'content-type': 'application/json' };
    const post = (origin: string) =>
      ask('/api/sign-out', { method: 'POST', headers: { ...headers, origin } });
    expect((await post(`http://127.0.0.1:${port()}`)).status).toBe(403);
    expect((await post(`https://127.0.0.1:${port()}`)).status).not.toBe(403);
  });

  it('accepts a kiosk over TLS that has the authority, and the kiosk rejects it without', async () => {
    const token = (await motcua('device', 'add', '--role', 'kiosk', '--name', 'K', '--data', dir))
      .stdout;
    const live = async (ca: string | undefined) => {
      const socket: Socket = io(started.url, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        ...(ca === undefined ? {} : { ca }),
      });
      const connected = await new Promise<boolean>((done) => {
        socket.once('connect', () => done(true));
        socket.once('connect_error', () => done(false));
      });
      const hello = { protocolVersion: PROTOCOL_VERSION, role: 'kiosk', lastSeq: null };
      const welcome = connected
        ? ((await socket.emitWithAck('hello', { ...hello, deviceToken: token.trim() })) as Welcome)
        : null;
      socket.disconnect();
      return welcome?.type ?? 'not connected';
    };
    expect(await live(authority)).toBe('snapshot');
    expect(await live(undefined)).toBe('not connected');
  });

  it('is reached by the kiosk service with --authority', async () => {
    const token = (await motcua('device', 'add', '--role', 'kiosk', '--name', 'K', '--data', dir))
      .stdout;
    const said = await run(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { trustAuthority } from ${JSON.stringify(KIOSK.replace('main.ts', 'link/trust-authority.ts'))};
         import { connectToHub } from '@motcua/client';
         trustAuthority(${JSON.stringify(join(dir, 'authority.pem'))});
         const health = await fetch(${JSON.stringify(`${started.url}/health`)});
         const hub = connectToHub({ url: ${JSON.stringify(started.url)}, role: 'kiosk', deviceToken: ${JSON.stringify(token.trim())} });
         hub.subscribe(() => {
           const { connection } = hub.getState();
           if (connection !== 'live') return;
           console.log(health.status, connection);
           process.exit(0);
         });`,
      ],
      { cwd: join(KIOSK, '../../../..') },
    );
    expect(said.stdout).toBe('200 live\n');
  });

  it('is trusted by a locked window that has the authority, under its names only', async () => {
    const certificate = readFileSync(join(dir, 'certificate.pem'), 'utf8');
    const trusts = (hostname: string, nowMs = Date.now(), by = authority) =>
      verifyCertificate(by, { certificate, hostname, nowMs });

    expect(trusts('hub.kimboi.local')).toBe(true);
    expect(trusts('127.0.0.1')).toBe(true);
    expect(trusts('evil.example')).toBe(false);
    expect(trusts('192.0.2.1')).toBe(false);
    expect(trusts('localhost', Date.now() + 3 * 365 * 86_400_000)).toBe(false);
    expect(trusts('localhost', Date.now(), certificate)).toBe(false);
    expect(trusts('localhost', Date.now(), 'no certificate')).toBe(false);
  });
});

describe('an authority that is kept', () => {
  let dir: string;
  let stick: string;
  let said: string;
  /** In this process, because none of these starts a hub. */
  const certificate = async (...options: string[]) => {
    said = '';
    const streams = { out: () => {}, explain: (text: string) => (said += text) };
    return runCommandLine(['certificate', '--data', dir, ...options], streams);
  };
  const make = (...options: string[]) => certificate('--keep-authority', stick, ...options);
  const authorityIn = (folder: string) => readFileSync(join(folder, 'authority.pem'), 'utf8');

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-kept-'));
    stick = mkdtempSync(join(tmpdir(), 'motcua-stick-'));
  });
  afterEach(() => {
    for (const each of [dir, stick]) rmSync(each, { recursive: true });
  });

  it('signs the next certificate too, and is replaced only on request', async () => {
    await make('--host', 'hub.kimboi.local');
    const first = authorityIn(dir);
    expect(statSync(join(stick, 'authority-key.pem')).mode & 0o077).toBe(0);
    expect(readdirSync(dir)).not.toContain('authority-key.pem');

    await make('--host', 'hub.kimboi.local', '--host', '10.9.8.7');
    expect(authorityIn(dir)).toBe(first);
    expect(await make('--host', 'hub.other.local')).toBe(1);
    expect(said).toContain('does not certify hub.other.local');
    expect(authorityIn(dir)).toBe(first);
    await make('--host', 'hub.other.local', '--new-authority');
    expect(authorityIn(dir)).not.toBe(first);
    expect(authorityIn(stick)).toBe(authorityIn(dir));
  });

  it('is not stored in the hub’s own folder', async () => {
    const inside = join(dir, 'keys');
    mkdirSync(inside);
    for (const [folder, sentence] of [
      [dir, 'elsewhere than in the hub'],
      [inside, 'elsewhere than in the hub'],
      [join(dir, 'nowhere'), 'There is no folder'],
    ] as const) {
      expect(await certificate('--keep-authority', folder)).toBe(1);
      expect(said).toContain(sentence);
    }
    expect(readdirSync(dir)).toEqual(['keys']);
  });

  it('cannot sign for other names: its key is valid for the centre’s names only', async () => {
    await make('--host', 'hub.kimboi.local');
    const stolen = {
      certificate: authorityIn(stick),
      key: readFileSync(join(stick, 'authority-key.pem'), 'utf8'),
    };
    const believed = async (name: string) => {
      const forged = await makeServerCertificate(stolen, [name], Date.now());
      const server = createTlsServer({ cert: forged.certificate, key: forged.key });
      server.on('tlsClientError', () => undefined);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const socket = connectTls({
        ...{ port, host: '127.0.0.1', ca: stolen.certificate },
        ...(isIP(name) === 0 ? { servername: name } : { checkServerIdentity: () => undefined }),
      });
      const answer = await Promise.race([
        once(socket, 'secureConnect').then(() => 'yes'),
        once(socket, 'error').then(([fault]) => (fault as Error).message),
      ]).catch((cause: unknown) => (cause as Error).message);
      socket.destroy();
      server.close();
      return answer;
    };
    for (const name of ['hub.kimboi.local', 'localhost', '192.168.7.1', '10.1.2.3'])
      expect(await believed(name), name).toBe('yes');
    for (const name of [
      'dichvucong.gov.vn',
      'kimboi.local',
      'hub.kimboi.local.evil.example',
      '8.8.8.8',
    ])
      expect(await believed(name), name).toBe('permitted subtree violation');
  });
});

describe('the hub without a certificate', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-plain-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('accepts plain HTTP from this machine, and from others only when configured', async () => {
    await (await start({ dataDir: dir })).close();
    await expect(start({ dataDir: dir, host: '0.0.0.0' })).rejects.toThrow(
      /motcua certificate --data/,
    );
    await (await start({ dataDir: dir, host: '0.0.0.0', insecure: true })).close();
  });

  it('reports a faulty certificate in one sentence', async () => {
    writeFileSync(join(dir, 'certificate.pem'), 'no certificate');
    writeFileSync(join(dir, 'key.pem'), 'no key');
    await expect(start({ dataDir: dir })).rejects.toThrow(/cannot be used: .+\.$/);
    const other = { dataDir: dir, certificate: join(dir, 'certificate.pem') };
    await expect(start(other)).rejects.toThrow('name both --certificate and --key');
  });
});
