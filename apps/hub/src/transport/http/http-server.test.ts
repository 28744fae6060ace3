import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CommandId, USUAL_BACKUP_SETTINGS } from '@motcua/domain';
import * as http from '@motcua/protocol/http';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { aHttpHub, type HttpHub } from '../builders.ts';

const HTML = { accept: 'text/html' };

describe('createHttpServer', () => {
  let dir: string;
  let site: HttpHub;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-pages-'));
    mkdirSync(join(dir, 'counter', 'assets'), { recursive: true });
    mkdirSync(join(dir, 'voice', 'vi'), { recursive: true });
    writeFileSync(join(dir, 'counter', 'index.html'), '<title>counter</title>');
    writeFileSync(join(dir, 'counter', 'assets', 'main-4f.js'), 'start();');
    writeFileSync(join(dir, 'counter', '.env'), 'TOKEN=hidden');
    writeFileSync(join(dir, 'voice', 'vi', 'manifest.json'), '{}');
    writeFileSync(join(dir, 'hub.json'), 'a secret beside the pages');
    site = await aHttpHub({
      pageDirs: {
        counter: join(dir, 'counter'),
        display: join(dir, 'display'),
        admin: join(dir, 'admin'),
      },
      voiceDir: join(dir, 'voice'),
    });
  });
  afterAll(async () => {
    await site.close();
    rmSync(dir, { recursive: true });
  });

  const get = (url: string, headers: Record<string, string> = {}) =>
    site.app.inject({ method: 'GET', url, headers });

  it('reports its health without a sign-in, and nothing about people', async () => {
    const response = await get('/health');

    expect(response.json()).toEqual({
      status: 'ok',
      seq: site.hub.state.seq,
      at: site.clock.now,
      today: '2026-11-23',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      history: { database: expect.stringMatching(/^[\da-f]{32}$/) as string, epoch: 0, life: '' },
      uptimeSeconds: expect.any(Number) as number,
    });
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('answers by code that a file has no such part', async () => {
    for (const range of ['bytes=5-1', 'bytes=99999-', 'bytes=-']) {
      const { statusCode, body } = await get('/counter/index.html', { range });
      expect([statusCode, JSON.parse(body)]).toEqual([
        416,
        { code: 'malformed', detail: { at: 'request' } },
      ]);
    }
  });

  it('answers by code, and without repeating it, that an address cannot be read', async () => {
    for (const url of [`/api/pairing/${'x'.repeat(150)}`, '/api/pairing/%zz']) {
      const { statusCode, body } = await get(url);
      expect([400, 414]).toContain(statusCode);
      expect(body).toContain('"code":"malformed"');
      expect(body).not.toMatch(/xxx|zz/);
    }
  });

  it('links every page in three languages, without inline script or style', async () => {
    const { body, headers } = await get('/', HTML);

    for (const words of ['Quầy làm việc', 'Counter', 'Schalter', '/display/', '/admin/'])
      expect(body).toContain(words);
    expect(body).not.toMatch(/<script|<style|style=/);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect((await get('/home.css')).headers['content-type']).toContain('text/css');
  });

  it.each(['/', '/health', '/api/me', '/counter/', '/nowhere', '/counter/assets/main-4f.js'])(
    'guards %s with the same strict headers',
    async (url) => {
      const { headers } = await get(url, HTML);
      const policy = String(headers['content-security-policy']);

      expect(policy).not.toContain('unsafe');
      for (const part of [
        "default-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ])
        expect(policy).toContain(part);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );

  it('serves a page, its files and, for addresses within it, the page again', async () => {
    expect((await get('/counter/', HTML)).body).toBe('<title>counter</title>');
    expect((await get('/counter/settings/voice', HTML)).body).toBe('<title>counter</title>');
    const file = await get('/counter/assets/main-4f.js');
    expect(file.body).toBe('start();');
    expect(file.headers['cache-control']).toContain('max-age=31536000');
    expect((await get('/counter/', HTML)).headers['cache-control']).toBe('no-cache');
    expect((await get('/voice/vi/manifest.json')).statusCode).toBe(200);
  });

  it('redirects /counter to /counter/ and keeps the query', async () => {
    const response = await get('/counter?counter=2');

    expect(response.statusCode).toBe(308);
    expect(response.headers['location']).toBe('/counter/?counter=2');
  });

  it('answers in words when a page was not built', async () => {
    const response = await get('/display/', HTML);

    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('npm run build');
  });

  it.each([
    '/nowhere',
    '/api/nowhere',
    '/counter/assets/gone.js',
    '/voice/',
    '/voice/vi',
    '/api/reports/day/2026-11-23.exe/x',
  ])('does not know %s', async (url) => {
    const response = await get(url);

    expect(response.statusCode).toBe(404);
    expect(response.json()).toEqual({ code: 'not-found' });
  });

  it.each([
    '/counter/../hub.json',
    '/counter/%2e%2e/hub.json',
    '/counter/..%2fhub.json',
    '/counter/%2e%2e%2fhub.json',
    '/counter/..%5chub.json',
    '/counter//../hub.json',
    '/voice/%252e%252e/hub.json',
    '/voice/../../hub.json',
    '/counter/.env',
    '/counter/assets/%00',
  ])('lets no request climb out of its folders by %s', async (url) => {
    const response = await get(url);

    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.body).not.toContain('secret');
    expect(response.body).not.toContain('hidden');
  });

  it.each([
    ['a strange host', { host: 'evil.example' }, 421],
    ['a strange origin', { host: 'localhost', origin: 'http://evil.example' }, 403],
  ])('turns %s away from everything', async (_case, headers, status) => {
    for (const url of ['/health', '/', '/counter/', '/api/me', '/nowhere'])
      expect((await get(url, headers)).statusCode).toBe(status);
  });

  it('logs only some of the refused requests, so that they cannot fill the disk', async () => {
    const fresh = await aHttpHub();
    const evil = { method: 'GET', url: '/', headers: { host: 'evil.example' } } as const;
    for (let n = 0; n < 200; n += 1) await fresh.app.inject(evil);
    const warnings = fresh.logged.filter((line) => line.includes('request turned away'));
    await fresh.close();
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.length).toBeLessThan(50);
  });

  it('takes names as one line without invisible characters, in a console too', async () => {
    const { headers } = await site.signedIn('administrator');
    const name = 'Ki-ốt\u001B[2J\r\nkiosk-1\tẢO\u202E';
    const payload = { role: 'kiosk', name };
    const added = await site.app.inject({ method: 'POST', url: '/api/devices', headers, payload });
    expect(added.json()).toMatchObject({ device: { name: 'Ki-ốt [2J kiosk-1 ẢO' } });
  });

  it('keeps what /api answers out of every cache, however its address is spelt', async () => {
    for (const url of ['/api/me', '/%61pi/me', '/api/nowhere'])
      expect((await get(url)).headers['cache-control']).toBe('no-store');
  });

  it('lets pages ask the second hub, and answers also where its address breaks a header', async () => {
    const policyWith = async (standbyAddress: string) => {
      const value = { ...USUAL_BACKUP_SETTINGS, standbyAddress };
      const commandId = `second ${standbyAddress}` as CommandId;
      const setting = { kind: 'safekeeping', value } as const;
      await site.hub.execute({ commandId, type: 'put-setting', setting }, THE_HUB_ITSELF);
      const { statusCode, headers } = await get('/admin/', HTML);
      const [policy] = /connect-src[^;]*/.exec(String(headers['content-security-policy'])) ?? [];
      return [statusCode === 500, policy];
    };
    expect(await policyWith('http://192.168.1.11:7100')).toEqual([
      false,
      "connect-src 'self' http://192.168.1.11:7100",
    ]);
    expect(await policyWith('http://pc2:7100/, http://pc3/')).toEqual([
      false,
      "connect-src 'self' http://pc2:7100",
    ]);
    for (const broken of ['http://pc2;script-src *', 'http://a*b', 'none', "http://a'b/"])
      expect(await policyWith(broken)).toEqual([false, "connect-src 'self' 'self'"]);
  });

  it.each([
    ['too large', JSON.stringify({ login: 'x'.repeat(70_000), password: 'x' }), 413],
    ['no JSON', '{"login":', 400],
    ['poisoned', '{"login":"lan","password":"x","__proto__":{"role":"head"}}', 400],
    ['of another shape', '{"login":7}', 400],
    ['empty', '', 400],
  ])('refuses a body that is %s', async (_case, payload, status) => {
    const response = await site.app.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { 'content-type': 'application/json' },
      payload,
    });

    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ code: 'malformed' });
  });

  it('refuses bodies that are not JSON, so that no form of another page can post', async () => {
    const response = await site.app.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { 'content-type': 'text/plain' },
      payload: '{"login":"lan","password":"x"}',
    });

    expect(response.statusCode).toBe(415);
  });

  it('logs a fault with its cause, and answers without it', async () => {
    const broken = await aHttpHub();
    const { headers } = await broken.signedIn('clerk');
    broken.hub.store.db.close();
    const response = await broken.app.inject({ method: 'GET', url: '/api/me', headers });

    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({ code: 'fault' });
    expect(broken.logged.join('')).toContain('The database connection is not open');
    await broken.app.close();
  });

  it('documents every described route, as OpenAPI and for people, except those for our own programs', async () => {
    const document = await get('/api/docs', { accept: 'application/json' });
    const page = await get('/api/docs', HTML);

    const { paths } = z
      .object({
        openapi: z.string(),
        paths: z.record(z.string(), z.record(z.string(), z.unknown())),
      })
      .parse(document.json());
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const { account, alarms, apiKeys, apiV1, backups, clock, devices, health, imports } = http;
    const { journal, forecast, pairing, people, reports, setup, stories, webhooks } = http;
    const described = [
      ...[account, alarms, apiKeys, apiV1, backups, clock, devices, health, imports, journal],
      ...[forecast, pairing, people, reports, setup, stories, webhooks],
    ]
      .flatMap((subject) => Object.values<http.HttpRoute>(subject))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(documented.toSorted()).toEqual(described.toSorted());
    expect(page.body).toContain('<code>/api/sign-in</code>');
  });
});
