import type { Instant } from '@motcua/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { aHttpHub, type HttpHub } from '../builders.ts';

const KIOSK = { role: 'kiosk', name: 'Ki-ốt 1' };

interface Asked {
  readonly pairingId: string;
  readonly code: string;
}

describe('pairing', () => {
  let site: HttpHub;
  afterEach(() => site.close());

  const ask = (address = '192.168.1.30', payload: object = KIOSK) =>
    site.app.inject({ method: 'POST', url: '/api/pairing', payload, remoteAddress: address });
  const stateOf = async ({ pairingId }: Asked) =>
    (await site.app.inject({ method: 'GET', url: `/api/pairing/${pairingId}` })).json<{
      state: string;
      token?: string;
    }>();
  const approve = (code: string, headers: object, payload?: object) =>
    site.app.inject({
      method: 'POST',
      url: `/api/pairings/${code}/approve`,
      headers: { ...headers },
      ...(payload === undefined ? {} : { payload }),
    });

  it('pairs a device once its code was read and approved', async () => {
    site = await aHttpHub();
    const { person, headers } = await site.signedIn('administrator');
    const asked = (await ask()).json<Asked>();
    expect(await stateOf(asked)).toEqual({ state: 'waiting' });

    const list = await site.app.inject({ method: 'GET', url: '/api/pairings', headers });
    expect(list.json()).toEqual({
      pairings: [{ ...KIOSK, code: asked.code, address: '192.168.1.30', askedAt: site.clock.now }],
    });
    expect(list.body).not.toContain(asked.pairingId);

    const approved = await approve(asked.code, headers, { name: 'Ki-ốt cửa chính' });
    expect(approved.json()).toMatchObject({ device: { name: 'Ki-ốt cửa chính', role: 'kiosk' } });

    const { state, token } = await stateOf(asked);
    expect(state).toBe('approved');
    const identity = site.identify({ cookieHeader: undefined, deviceToken: token ?? null });
    expect(identity).toMatchObject({ deviceRole: 'kiosk', personId: null });
    expect(await stateOf(asked)).toEqual({ state: 'unknown' });
    const by = site.hub.store.journal.between(0, site.hub.state.seq).at(-1)?.by;
    expect(by).toMatchObject({ personId: person.id });
  });

  it('keeps the name the device gave itself when no other is given', async () => {
    site = await aHttpHub();
    const { headers } = await site.signedIn('administrator');
    const { code } = (await ask()).json<Asked>();

    expect((await approve(code, headers)).json()).toMatchObject({ device: { name: 'Ki-ốt 1' } });
  });

  it('stores no token', async () => {
    site = await aHttpHub({ demonstration: true });
    const { token } = await stateOf((await ask('127.0.0.1')).json<Asked>());
    const rows = site.hub.store.db.prepare('SELECT * FROM secret').all();

    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(site.logged.join('')).not.toContain(token);
  });

  it('pairs devices on the same machine automatically in a demonstration, and no others', async () => {
    site = await aHttpHub({ demonstration: true });
    const here = (await ask('127.0.0.1')).json<Asked>();
    const elsewhere = (await ask('192.168.1.30')).json<Asked>();

    expect((await stateOf(here)).state).toBe('approved');
    expect((await stateOf(elsewhere)).state).toBe('waiting');
  });

  it('pairs no device automatically outside a demonstration', async () => {
    site = await aHttpHub();

    expect((await stateOf((await ask('127.0.0.1')).json<Asked>())).state).toBe('waiting');
  });

  it('refuses a code that is wrong, used or too old', async () => {
    site = await aHttpHub();
    const { headers } = await site.signedIn('administrator');
    const used = (await ask()).json<Asked>();
    const old = (await ask()).json<Asked>();
    await approve(used.code, headers);

    expect((await approve(used.code, headers)).json()).toMatchObject({
      code: 'pairing-code-unknown',
    });
    site.clock.now = (site.clock.now + 10 * 60_000) as Instant;
    expect((await approve(old.code, headers)).statusCode).toBe(404);
    expect((await approve('12345', headers)).statusCode).toBe(400);
  });

  it.each([
    { role: 'admin', name: 'x' },
    { role: 'kiosk', name: '   ' },
    { role: 'kiosk', name: 'x'.repeat(81) },
    { role: 'kiosk' },
  ])('refuses %j', async (payload) => {
    site = await aHttpHub();

    expect((await ask('192.168.1.30', payload)).json()).toMatchObject({ code: 'malformed' });
  });

  it('limits how many one address may have open', async () => {
    site = await aHttpHub();
    const answers: number[] = [];
    for (let count = 0; count < 6; count += 1) answers.push((await ask()).statusCode);

    expect(answers.slice(0, 5).every((status) => status === 200)).toBe(true);
    expect(answers[5]).toBe(429);
  });

  it('is refused by an administrator, and the device is informed', async () => {
    site = await aHttpHub();
    const { headers } = await site.signedIn('administrator');
    const asked = (await ask()).json<Asked>();
    const refuse = (by: object) =>
      site.app.inject({
        method: 'POST',
        url: `/api/pairings/${asked.code}/refuse`,
        headers: { ...by },
      });

    expect((await refuse({})).statusCode).toBe(401);
    expect((await refuse(headers)).statusCode).toBe(200);
    expect(await stateOf(asked)).toEqual({ state: 'refused' });
    expect((await refuse(headers)).statusCode).toBe(404);
    const list = await site.app.inject({ method: 'GET', url: '/api/pairings', headers });
    expect(list.json()).toEqual({ pairings: [] });
  });

  it('revokes a device at once', async () => {
    site = await aHttpHub();
    const { headers } = await site.signedIn('administrator');
    const added = await site.app.inject({
      method: 'POST',
      url: '/api/devices',
      headers,
      payload: KIOSK,
    });
    const { device, token } = added.json<{ device: { id: string }; token: string }>();
    const identity = () => site.identify({ cookieHeader: undefined, deviceToken: token });
    expect(identity().deviceId).toBe(device.id);

    const url = `/api/devices/${device.id}/revoke`;
    const revoke = () => site.app.inject({ method: 'POST', url, headers });
    expect((await revoke()).json()).toMatchObject({ device: { revoked: true } });
    expect(identity().deviceId).toBeNull();
    const { seq } = site.hub.state;
    expect((await revoke()).statusCode).toBe(200);
    expect(site.hub.state.seq).toBe(seq);
  });
});
