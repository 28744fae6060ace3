import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ONE_PERSON, type PrintJobId, type Result, type ServiceId } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { createEscposTcpPrinter } from '@motcua/printing/drivers';
import { startThermalPrinter, type ThermalPrinter } from '@motcua/thermal-printer-simulator';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IssuedTicket, KioskView, PageToService, ServiceToPage, SlipNews } from '../bridge.ts';
import { createFakeHub, type FakeHub } from './link/fake-hub.ts';
import { startKioskService, type KioskService } from './start-kiosk-service.ts';

const REQUEST = {
  serviceIds: ['marriage' as ServiceId],
  priorityGroupId: null,
  needs: [],
  party: ONE_PERSON,
};
type PageLink = Socket<ServiceToPage, PageToService>;

let dir: string;
let printer: ThermalPrinter;
let hub: FakeHub;
const open: { close: () => unknown }[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kiosk-'));
  await mkdir(join(dir, 'page'));
  await writeFile(join(dir, 'page', 'index.html'), '<!doctype html><head></head><body></body>');
  printer = await startThermalPrinter();
  open.push(printer);
  hub = createFakeHub();
});
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
  await rm(dir, { recursive: true, force: true });
});

async function aService(
  overrides: Partial<Parameters<typeof startKioskService>[0]> = {},
): Promise<KioskService> {
  const service = await startKioskService({
    hubUrl: 'http://127.0.0.1:9',
    port: 0,
    name: 'Kiosk 1',
    deviceToken: 'token',
    dataDir: join(dir, 'data'),
    printer: `tcp://127.0.0.1:${printer.port}`,
    pageDir: join(dir, 'page'),
    // When the slips of the fake hub are assigned.
    now: () => T0,
    connect: () => hub,
    ...overrides,
  });
  open.push(service);
  return service;
}

/** Sends the path unchanged; fetch would normalize it. */
function statusOf(options: RequestOptions): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(options, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
}

async function secretOf({ pageUrl }: Pick<KioskService, 'pageUrl'>): Promise<string> {
  const page = await (await fetch(pageUrl)).text();
  return /<meta name="bridge-secret" content="([^"]+)"/.exec(page)?.[1] ?? '';
}

async function aPage(service: KioskService) {
  const secret = await secretOf(service);
  const socket: PageLink = io(service.url, { transports: ['websocket'], auth: { secret } });
  open.push(socket);
  const views: KioskView[] = [];
  const news: SlipNews[] = [];
  socket.on('view', (view) => views.push(view));
  socket.on('slip', (each) => news.push(each));
  await expect.poll(() => views.length).toBeGreaterThan(0);
  const issue = (requestId = 'request-1'): Promise<Result<IssuedTicket>> =>
    socket.emitWithAck('issueTicket', { requestId, language: 'vi', ...REQUEST });
  return { socket, views, news, issue };
}

describe('The kiosk service', () => {
  it('shows the page what the hub knows', async () => {
    const { views } = await aPage(await aService());
    expect(views[0]).toMatchObject({
      connection: 'live',
      services: [{ id: 'marriage', waiting: 3 }],
    });
    hub.set({ connection: 'offline' });
    await expect.poll(() => views.at(-1)?.connection).toBe('offline');
  });

  it('turns a touch into a number, a printed slip and news of it', async () => {
    const { issue, news } = await aPage(await aService());
    const [first, second] = await Promise.all([issue(), issue()]);
    expect(first).toMatchObject({ ok: true, value: { number: 'H001' } });
    expect(second).toEqual(first);
    await expect.poll(() => news).toMatchObject([{ id: 'print-1', state: 'printed' }]);
    expect(printer.slips()).toHaveLength(1);
    await expect
      .poll(() => hub.sent.filter(({ input }) => input.type === 'report-print'))
      .toMatchObject([{ input: { report: { state: 'printed' } } }]);
  });

  it.each([
    [{ paper: 'out' }, 'out-of-paper'],
    [{ cover: 'open' }, 'cover-open'],
    [{ behaviour: 'silent' }, 'no-answer'],
    [{ behaviour: 'close' }, 'connection-lost'],
  ] as const)(
    'names the fault of a printer that is %j',
    async (state, fault) => {
      const impatient = createEscposTcpPrinter({
        host: '127.0.0.1',
        port: printer.port,
        timeouts: { statusMs: 300, busyMs: 100 },
      });
      const { issue, news, views } = await aPage(await aService({ printer: impatient }));
      await expect.poll(() => views.at(-1)?.printProof).toBe('proved');
      printer.setState(state);
      expect(await issue()).toMatchObject({ ok: true });
      await expect
        .poll(() => news, { timeout: 15_000 })
        .toMatchObject([{ state: 'failed', fault }]);
      await expect
        .poll(() => hub.sent.find(({ input }) => input.type === 'report-print')?.input)
        .toMatchObject({ report: { state: 'failed', fault } });
      expect(printer.slips().filter(({ cut }) => cut)).toHaveLength(0);
    },
    20_000,
  );

  it('names the fault of a printer that cannot be reached', async () => {
    await printer.close();
    const gone = createEscposTcpPrinter({
      ...{ host: '127.0.0.1', port: printer.port },
      timeouts: { recentlyMs: 0 },
    });
    const { issue, news } = await aPage(await aService({ printer: gone }));
    await issue();
    await expect.poll(() => news).toMatchObject([{ state: 'failed', fault: 'cannot-connect' }]);
  });

  it.each([
    [{ answers: 'first-of-burst' }, { state: 'printed', proof: 'proved' }],
    [{ answers: 'no-done' }, { state: 'printed', proof: 'accepted' }],
    [{ answers: 'automatic' }, { state: 'printed', proof: 'accepted' }],
    [{ answers: 'none' }, { state: 'printed', proof: 'accepted' }],
    [{ bytesPerSecond: 100_000 }, { state: 'printed', proof: 'proved' }],
    [{ second: 'refused' }, { state: 'printed', proof: 'proved' }],
  ] as const)(
    'prints one slip on a printer that is %j, and claims no more than it knows',
    async (state, report) => {
      printer.setState(state);
      const patient = createEscposTcpPrinter({
        ...{ host: '127.0.0.1', port: printer.port },
        timeouts: { statusMs: 120, mechanicsMs: 300, askEveryMs: 50, busyEveryMs: 20 },
      });
      const { issue, news, views, socket } = await aPage(await aService({ printer: patient }));
      await expect.poll(() => views.at(-1)?.printProof).toBe(report.proof);
      expect(await issue()).toMatchObject({ ok: true, value: { number: 'H001' } });
      await expect.poll(() => news).toMatchObject([{ id: 'print-1', fault: null, ...report }]);
      await expect.poll(() => printer.slips()).toMatchObject([{ cut: true }]);
      const reports = () =>
        hub.sent.flatMap(({ input }) => (input.type === 'report-print' ? [input.report] : []));
      await expect.poll(reports).toEqual([report]);
      const said = { printJobId: 'print-1' as PrintJobId, cameOut: true };
      const isAsked = report.proof === 'accepted';
      expect((await socket.emitWithAck('confirmSlip', said)).ok).toBe(isAsked);
      if (isAsked)
        await expect.poll(reports).toEqual([report, { state: 'printed', proof: 'asked' }]);
      expect(printer.slips()).toHaveLength(1);
    },
  );

  it('repeats the latest news to a page that reconnects', async () => {
    const service = await aService();
    const page = await aPage(service);
    await page.issue();
    await expect.poll(() => page.news.length).toBe(1);
    const again = await aPage(service);
    await expect.poll(() => again.news).toMatchObject([{ id: 'print-1', state: 'printed' }]);
  });

  it('keeps the number of a failed slip for a page that reconnects, until it is resolved', async () => {
    const service = await aService();
    const page = await aPage(service);
    printer.setState({ paper: 'out' });
    await page.issue();
    const open = { ticket: { number: 'H001' }, fault: 'out-of-paper', language: 'vi' };
    await expect.poll(() => page.views.at(-1)?.unresolved).toMatchObject(open);
    const again = await aPage(service);
    expect(again.views[0]?.unresolved).toMatchObject(open);
    const resolution = { printJobId: 'print-1' as PrintJobId, resolution: 'noted' } as const;
    expect(await again.socket.emitWithAck('resolveSlip', resolution)).toMatchObject({ ok: true });
    await expect.poll(() => again.views.at(-1)?.unresolved).toBeNull();
  });

  it('pairs by itself, keeps the token, and pairs again when it is revoked', async () => {
    hub = createFakeHub(null);
    hub.set({ connection: 'turned-away', turnedAway: 'unknown-device' });
    let approve: (token: string) => void = () => undefined;
    let token: () => string | null = () => null;
    const service = await aService({
      deviceToken: null,
      connect: (given) => {
        token = given;
        return hub;
      },
      pair: ({ onCode }) =>
        new Promise((resolve) => {
          approve = resolve;
          onCode('481902');
        }),
    });
    const { views } = await aPage(service);
    await expect
      .poll(() => views.at(-1))
      .toMatchObject({ connection: 'unpaired', pairingCode: '481902' });
    approve('first');
    await expect.poll(() => hub.retries()).toBe(1);
    expect(token()).toBe('first');
    expect(await readFile(join(dir, 'data', 'kiosk.json'), 'utf8')).toContain('first');
    hub.set({ connection: 'turned-away', turnedAway: 'unknown-device' });
    expect(token()).toBeNull();
  });
});

describe('Access to the kiosk service', () => {
  it('requires the secret of this start', async () => {
    const { url } = await aService();
    const socket: PageLink = io(url, { transports: ['websocket'], auth: { secret: 'guessed' } });
    open.push(socket);
    const refusal = new Promise((resolve) => socket.on('connect_error', resolve));
    expect(await refusal).toMatchObject({ message: 'wrong-secret' });
  });

  it('is refused to pages of other sites, and to other host names for this machine', async () => {
    const service = await aService();
    const auth = { secret: await secretOf(service) };
    const foreign: PageLink = io(service.url, {
      transports: ['websocket'],
      auth,
      extraHeaders: { origin: 'http://evil.example' },
    });
    open.push(foreign);
    await new Promise((refused) => foreign.once('connect_error', refused));
    expect(foreign.connected).toBe(false);
    expect(await statusWithHost(service.url, 'evil.example')).toBe(403);
  });

  it('is given only to its own window', async () => {
    const service = await aService();
    const key = new URL(service.pageUrl).searchParams.get('key') ?? '';
    const ask = (path: string, cookie = '') => fetch(service.url + path, { headers: { cookie } });

    for (const path of [
      '/',
      '/index.html',
      '/?key=',
      '/?key=guessed',
      `/?key=${key.slice(0, -1)}A-`,
    ]) {
      const answer = await ask(path, 'motcua_kiosk=guessed');
      expect([path, answer.status]).toEqual([path, 403]);
      expect(await answer.text()).not.toContain('bridge-secret');
    }
    const first = await fetch(service.pageUrl);
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict$/);
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await secretOf({ pageUrl: `${service.url}/?key=${key}` })).not.toBe('');
    expect((await ask('/', `other=1; ${cookie}`)).status).toBe(200);
  });

  it('is given to the same window again after a restart, with another secret', async () => {
    const first = await aService();
    const [url, secret] = [first.pageUrl, await secretOf(first)];
    await first.close();
    open.splice(open.indexOf(first), 1);
    const second = await aService();

    expect(new URL(second.pageUrl).search).toBe(new URL(url).search);
    expect(await secretOf(second)).not.toBe(secret);
    for (const name of ['window-key', 'page-address'])
      expect(statSync(join(dir, 'data', name)).mode & 0o077).toBe(0);
    expect(readFileSync(join(dir, 'data', 'page-address'), 'utf8')).toBe(`${second.pageUrl}\n`);
  });

  it('is open to every user of this machine in a demonstration only', async () => {
    const { url } = await aService({ openToThisMachine: true });
    expect(await secretOf({ pageUrl: url })).not.toBe('');
  });

  it('survives unreadable requests and refuses them', async () => {
    const { socket, issue } = await aPage(await aService());
    const malformed = { ok: false, refusal: { code: 'malformed' } };
    const wrong: readonly unknown[] = [
      null,
      'x',
      {},
      { requestId: 'short', language: 'vi', ...REQUEST },
      { requestId: 'request-1', language: 'vi', ...REQUEST, serviceIds: ['../etc'] },
      { requestId: 'request-1', language: 'vi', ...REQUEST, serviceIds: [] },
      { requestId: 'request-1', language: 'vi', ...REQUEST, party: { ...ONE_PERSON, people: 0 } },
      { requestId: 'request-1', language: 'vi', ...REQUEST, more: true },
    ];
    const send = (message: unknown): Promise<unknown> =>
      socket.emitWithAck('issueTicket', message as never);
    for (const message of wrong) expect(await send(message)).toMatchObject(malformed);
    for (const name of ['resolveSlip', 'checkIn', 'askPlace', 'stepOut'] as const)
      expect(await socket.emitWithAck(name, {} as never), name).toMatchObject(malformed);
    expect(await issue()).toMatchObject({ ok: true });
  });

  it.each([
    ...[
      '/assets/',
      '//index.html',
      '/%00',
      '/index.html%00',
      '/%2e%2e/',
      '/assets/..',
      '//',
      '/%5c',
    ],
    ...['//evil.example/', `/${'a'.repeat(5_000)}`, '/%zz', '/%c0%ae/', '/index.html/x'],
  ])('answers %s with not found and without a fault', async (path) => {
    const { url } = await aService({ openToThisMachine: true });
    const { port } = new URL(url);
    for (const method of ['GET', 'HEAD'])
      expect([400, 404]).toContain(await statusOf({ host: '127.0.0.1', port, path, method }));
  });

  it('is limited to two pipelined requests', async () => {
    const { url } = await aService({ openToThisMachine: true });
    const { port } = new URL(url);
    const attacker = connect(Number(port), '127.0.0.1');
    const closed = once(attacker, 'close');
    let taken = '';
    attacker.on('data', (chunk) => (taken += String(chunk)));
    attacker.on('error', () => undefined);
    attacker.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`.repeat(1_000));
    await closed;
    expect(taken.split('HTTP/1.1 200').length - 1).toBeLessThanOrEqual(2);
  });

  it('sends a policy without inline scripts', async () => {
    const { pageUrl } = await aService();
    const policy = (await fetch(pageUrl)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('fails with one sentence when the port is taken or the host is not loopback', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    open.push(other);
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(aService({ port })).rejects.toThrow(`Port ${port} is in use`);
    await expect(aService({ host: '0.0.0.0' })).rejects.toThrow('for this machine only');
    await expect(aService({ pageDir: dir })).rejects.toThrow('not built');
  });
});

function statusWithHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asked = request(url, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.end();
  });
}
