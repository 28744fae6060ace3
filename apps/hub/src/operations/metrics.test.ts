import type { CommandId, DeviceId } from '@motcua/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { aHttpHub, type HttpHub } from '../transport/builders.ts';

describe('/metrics', () => {
  let site: HttpHub;
  beforeEach(async () => {
    site = await aHttpHub({});
  });
  afterEach(() => site.close());

  const get = (remoteAddress: string, headers: Record<string, string> = {}) =>
    site.app.inject({ method: 'GET', url: '/metrics', remoteAddress, headers });

  it('counts commands by type and code, and measures what waits and how old things are', async () => {
    const submit = site.services.metrics.intercept(site.hub.submit);
    const unauthenticated = { deviceId: null, deviceRole: null, personId: null, personRole: null };
    const command = { commandId: 'x' as CommandId, type: 'close-day' } as const;
    await new Promise((done) => submit(command, unauthenticated, null, done));
    site.services.vitals.reported('kiosk-1' as DeviceId, null);
    await site.services.backups.run(THE_HUB_ITSELF);
    const { body } = await get('127.0.0.1');

    for (const line of [
      'motcua_commands_total{type="close-day",code="role-not-allowed"} 1',
      'motcua_command_seconds_count{type="close-day"} 1',
      'motcua_device_age_seconds{device="kiosk-1"} 0',
      'motcua_backup_age_seconds 0',
      'motcua_backup_failed 0',
    ])
      expect(body.split('\n')).toContain(line);
    for (const name of ['nodejs_eventloop_lag', 'motcua_wal_bytes', 'motcua_journal_seq'])
      expect(body).toContain(name);
  });

  it('is closed to the office network, except for administrators', async () => {
    const { headers: clerk } = await site.signedIn('head');
    const { headers: administrator } = await site.signedIn('administrator');

    expect((await get('192.168.1.20')).statusCode).toBe(403);
    expect((await get('192.168.1.20', clerk)).statusCode).toBe(403);
    expect((await get('192.168.1.20', administrator)).statusCode).toBe(200);
    const bearer = { authorization: 'Bearer control-token-of-this-test' };
    expect((await get('192.168.1.20', bearer)).statusCode).toBe(200);
  });
});
