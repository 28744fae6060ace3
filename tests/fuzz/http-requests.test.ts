import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REFUSAL_CODES } from '@motcua/domain';
import type { SeededRandom } from '@motcua/testing';
import type { Sender } from './commands.ts';
import { type FuzzHub, startFuzzHub } from './fuzz-hub.ts';
import { cut, garble, junk } from './garble.ts';
import { seededFor, printSeed } from './seed.ts';

const REQUESTS_PER_ROUTE = 25;
/** The error codes of HTTP besides refusals; `fault` would be a bug. */
const CODES: readonly string[] = [...REFUSAL_CODES, 'not-found'];

interface Route {
  readonly method: string;
  readonly path: string;
}

describe('the HTTP server', () => {
  let site: FuzzHub;
  let routes: readonly Route[];

  beforeEach(async () => {
    printSeed('the HTTP server');
    site = await startFuzzHub();
    routes = await documentedRoutes(site.started.url);
  });
  afterEach(() => site.close());

  const ask = async ({ method, path }: Route, init: RequestInit) => {
    const response = await fetch(new URL(path, site.started.url), { ...init, method });
    return { status: response.status, text: await response.text() };
  };

  it('answers any request to any route with a code, and never with a fault', async () => {
    const random = seededFor('requests');
    expect(routes.length).toBeGreaterThan(15);
    const wrong: string[] = [];
    for (const route of routes)
      for (let n = 0; n < REQUESTS_PER_ROUTE; n += 1) {
        const sender = random.pick<Sender>(['stranger', 'kiosk', 'clerk', 'guide', 'head']);
        const { cookie, deviceToken } = await site.credentialsOf(sender);
        const path = route.path.replaceAll(/\{\w+\}/g, () => randomPart(random));
        const { headers, body } = randomBody(route, random);
        if (cookie !== null) headers.set('cookie', cookie);
        if (deviceToken !== null) headers.set('authorization', `Bearer ${deviceToken}`);
        const { status, text } = await ask({ ...route, path }, { headers, body });
        const what = `${route.method} ${path} ${String(body)}: ${status} ${text}`;

        if (status < 400) continue;
        const { code } = JSON.parse(text) as { readonly code: string };
        if (status >= 500 || !CODES.includes(code)) wrong.push(what);
      }
    expect(wrong).toEqual([]);
    await site.expectUnharmed();
  });

  it('refuses a body that is too large', async () => {
    const body = JSON.stringify({ login: 'x'.repeat(70_000), password: 'x' });
    const headers = { 'content-type': 'application/json' };
    const { status } = await ask({ method: 'POST', path: '/api/sign-in' }, { headers, body });

    expect(status).toBe(413);
    await site.expectUnharmed();
  });

  it('survives bytes that are not HTTP', async () => {
    const random = seededFor('bytes');
    const { hostname, port } = new URL(site.started.url);
    for (let n = 0; n < 60; n += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      const gone = once(socket, 'close');
      const request = `POST /api/sign-in HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 9\r\n\r\n`;
      const noise = Buffer.from(
        Array.from({ length: random.whole(1, 400) }, () => random.whole(0, 255)),
      );
      socket.end(random.next() < 0.5 ? noise : cut(cut(request, random), random));
      socket.resume();
      await gone;
    }
    await expect(site.expectUnharmed()).resolves.toBeUndefined();
  });
});

/** Every route in the API description, so that a new one is fuzzed automatically. */
async function documentedRoutes(url: string): Promise<readonly Route[]> {
  const response = await fetch(`${url}/api/docs`, { headers: { accept: 'application/json' } });
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

/** A plausible or random part of a path. */
function randomPart(random: SeededRandom): string {
  const likely = ['lan', '2026-11-23', '123456', 'none', '%2e%2e', '2026-13-45', 'x'.repeat(150)];
  const part = random.next() < 0.7 ? random.pick(likely) : encodeURIComponent(textOf(junk(random)));
  return part === '' || part === '.' || part === '..' ? '-' : part.slice(0, 400);
}

const LIKELY_BODIES: readonly object[] = [
  { login: 'lan', password: 'wrong-password' },
  { token: 'guessed' },
  { role: 'kiosk', name: 'Ki-ốt 9' },
  { name: 'Bùi Thị Lan', login: 'lan2', role: 'clerk' },
  { name: 'Lan', role: 'guide', active: true },
];

function randomBody(
  { method }: Route,
  random: SeededRandom,
): { headers: Headers; body: string | null } {
  const headers = new Headers();
  if (method === 'GET' || random.next() < 0.1) return { headers, body: null };
  const types = ['application/json', 'application/json', 'application/json', 'text/plain', 'x/y'];
  headers.set('content-type', random.pick(types));
  const json = JSON.stringify(garble(random.pick(LIKELY_BODIES), random)) ?? '';
  return { headers, body: random.next() < 0.2 ? cut(json, random) : json };
}

/** A lone surrogate cannot be encoded in an address. */
function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.replaceAll(/\p{Cs}/gu, '').slice(0, 60);
}
