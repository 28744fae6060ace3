import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId, DeviceId } from '@motcua/domain';
import { aSite } from '@motcua/domain/builders';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { recordAccess } from '../../operations/record-access.ts';
import { aHttpHub, type HttpHub } from '../builders.ts';

const DAY = 'from=2026-11-23&to=2026-11-23';

describe('the journal over HTTP', () => {
  let site: HttpHub;
  let cookie: { cookie: string };
  let headId: string;

  beforeEach(async () => {
    site = await aHttpHub();
    const { headers, person } = await site.signedIn('head', 'dung');
    cookie = headers;
    headId = person.id;
    const setting = { kind: 'site', value: aSite() } as const;
    const put = { commandId: 'c-1' as CommandId, type: 'put-setting', setting } as const;
    await site.hub.execute(put, {
      ...{ deviceId: 'pc-1' as DeviceId, deviceRole: 'counter', personId: person.id },
      ...{ personRole: 'head', address: '192.168.1.20' },
    });
    await recordAccess(site.hub, 'sign-in-failed', person.id, THE_HUB_ITSELF);
  });
  afterEach(() => site.close());

  const get = (url: string, headers: Record<string, string> = cookie) =>
    site.app.inject({ method: 'GET', url, headers });

  it('names author, action and computer', async () => {
    const { lines, isMore, seal } = (await get(`/api/journal?${DAY}&personId=${headId}`)).json<{
      lines: unknown[];
      isMore: boolean;
      seal: string;
    }>();
    expect(lines).toMatchObject([
      { what: 'setting-changed', personId: headId, address: '192.168.1.20', reason: null },
    ]);
    expect(isMore).toBe(false);
    expect(seal).toBe(site.hub.store.journal.headHash());
  });

  it('is searched by kind, and page by page', async () => {
    const access = (await get(`/api/journal?${DAY}&kind=door`)).json<{ lines: unknown[] }>();
    expect(access.lines).toMatchObject([
      { what: 'sign-in-failed', about: { kind: 'person', id: headId } },
    ]);
    const all = (await get(`/api/journal?${DAY}`)).json<{ lines: { seq: number }[] }>().lines;
    const older = await get(`/api/journal?${DAY}&before=${all[0]?.seq ?? 0}`);
    expect(older.json<{ lines: unknown[] }>().lines).toEqual(all.slice(1));
  });

  it('is exported as a spreadsheet, which is recorded too', async () => {
    const { body, headers } = await get(`/api/journal.csv?${DAY}&language=en`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('motcua-journal-2026-11-23-2026-11-23.csv');
    expect(body).toContain('192.168.1.20;Setting changed');
    expect(body.trim().split('\r\n').at(-1)).toContain(site.hub.store.journal.headHash());
    expect(body).toContain('Journal exported');
  });

  it('is closed to other roles', async () => {
    for (const role of ['clerk', 'guide'] as const) {
      const { headers } = await site.signedIn(role);
      expect((await get(`/api/journal?${DAY}`, headers)).statusCode).toBe(403);
      expect((await get(`/api/journal.csv?${DAY}`, headers)).statusCode).toBe(403);
    }
    expect((await get(`/api/journal?${DAY}`, {})).statusCode).toBe(401);
    expect((await get('/api/journal?from=2026-11-23&to=tomorrow')).statusCode).toBe(400);
  });
});
