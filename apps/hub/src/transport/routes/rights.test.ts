import { type PersonRole } from '@motcua/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHttpHub, type HttpHub } from '../builders.ts';

const HEADS: readonly PersonRole[] = ['head', 'administrator'];
const ADMINISTRATOR: readonly PersonRole[] = ['administrator'];
const ROLES: readonly PersonRole[] = ['clerk', 'guide', 'head', 'administrator'];

const ROUTES = [
  ['GET', '/api/pairings', HEADS],
  ['POST', '/api/pairings/123456/approve', HEADS],
  ['GET', '/api/devices', HEADS],
  ['POST', '/api/devices', ADMINISTRATOR],
  ['POST', '/api/devices/nobody/revoke', HEADS],
  ['GET', '/api/people', ADMINISTRATOR],
  ['POST', '/api/people', ADMINISTRATOR],
  ['PATCH', '/api/people/nobody', ADMINISTRATOR],
  ['POST', '/api/people/nobody/secret', ADMINISTRATOR],
  ['GET', '/api/reports/day/2026-02-30', HEADS],
  ['GET', '/api/reports/day/2026-02-30.pdf', HEADS],
  ['GET', '/api/reports/day/2026-02-30.csv', HEADS],
  ['GET', '/api/journal', HEADS],
  ['GET', '/api/journal.csv', HEADS],
  ['GET', '/api/devices/vitals', HEADS],
  ['GET', '/api/backups', HEADS],
  ['POST', '/api/backups', HEADS],
  ['GET', '/api/backups/alarm', ROLES],
] as const;

describe('the rights of each role', () => {
  let site: HttpHub;
  const cookies = new Map<PersonRole, { cookie: string }>();
  let token = '';

  beforeAll(async () => {
    site = await aHttpHub({ demonstration: true });
    for (const role of ROLES) cookies.set(role, (await site.signedIn(role)).headers);
    const asked = await site.app.inject({
      method: 'POST',
      url: '/api/pairing',
      payload: { role: 'kiosk', name: 'Kiosk' },
    });
    const { pairingId } = asked.json<{ pairingId: string }>();
    const paired = await site.app.inject({ method: 'GET', url: `/api/pairing/${pairingId}` });
    token = paired.json<{ token: string }>().token;
  });
  afterAll(() => site.close());

  const ask = (method: 'GET' | 'POST' | 'PATCH', url: string, headers: object) =>
    site.app.inject({
      method,
      url,
      headers: { ...headers },
      ...(method === 'GET' ? {} : { payload: {} }),
    });

  it.each(ROUTES)('%s %s is for those roles only', async (method, url, allowed) => {
    const letIn: PersonRole[] = [];
    for (const role of ROLES) {
      const { statusCode } = await ask(method, url, cookies.get(role) ?? {});
      if (statusCode !== 403) letIn.push(role);
    }
    expect(letIn).toEqual(allowed);
    expect((await ask(method, url, {})).statusCode).toBe(401);
    expect((await ask(method, url, { authorization: `Bearer ${token}` })).statusCode).toBe(401);
  });

  it.each(['clerk', 'guide', 'head', 'administrator'] as const)(
    'lets no %s near the control routes',
    async (role) => {
      const answer = await ask('POST', '/api/control/devices', cookies.get(role) ?? {});
      expect(answer.statusCode).toBe(403);
    },
  );

  it.each(['/api/standby/feed', '/api/standby/copy'])(
    'gives %s to a standby, and to nobody else',
    async (url) => {
      const others = [{}, { authorization: `Bearer ${token}` }, ...cookies.values()];
      for (const headers of others) expect((await ask('GET', url, headers)).statusCode).toBe(403);
    },
  );

  it('lets only an administrator let a standby in, and none by itself', async () => {
    const wish = { role: 'standby', name: 'PC 2' };
    const asked = await site.app.inject({ method: 'POST', url: '/api/pairing', payload: wish });
    const { code, pairingId } = asked.json<{ code: string; pairingId: string }>();
    const look = async () =>
      (await site.app.inject({ method: 'GET', url: `/api/pairing/${pairingId}` })).json<{
        state: string;
      }>().state;
    const approve = `/api/pairings/${code}/approve`;

    expect(await look()).toBe('waiting');
    expect((await ask('POST', approve, cookies.get('head') ?? {})).statusCode).toBe(403);
    expect(await look()).toBe('waiting');
    expect((await ask('POST', approve, cookies.get('administrator') ?? {})).statusCode).toBe(200);
    expect(await look()).toBe('approved');
  });

  it('names every route that is not for everybody', async () => {
    const open = ['/health', '/api/sign-in', '/api/sign-in/link', '/api/sign-out', '/api/me'];
    const document = site.app.swagger();
    const paths = Object.keys('paths' in document ? (document.paths ?? {}) : {});
    const tested = ROUTES.map(([, url]) =>
      url
        .replace('123456', '{code}')
        .replace('/devices/nobody', '/devices/{deviceId}')
        .replace('/people/nobody', '/people/{personId}')
        .replace('2026-02-30', '{day}'),
    );

    expect(new Set(paths)).toEqual(
      new Set([...open, '/api/pairing', '/api/pairing/{pairingId}', ...tested]),
    );
  });
});
