import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHttpHub, type HttpHub } from '../builders.ts';

const LATE = 'waits-too-long/H021/1763863200000';
const PAPER = 'room/printer/kiosk-1/out-of-paper';

describe('acknowledged alarms', () => {
  let site: HttpHub;
  let head: { cookie: string };
  let administrator: { cookie: string };

  beforeEach(async () => {
    site = await aHttpHub();
    head = (await site.signedIn('head')).headers;
    administrator = (await site.signedIn('administrator')).headers;
  });
  afterEach(() => site.close());

  const url = '/api/alarms/acknowledged';
  const acknowledge = (alarmIds: unknown, headers = head) =>
    site.app.inject({ method: 'POST', url, headers, payload: { alarmIds } });
  const idsOf = async (headers = head) =>
    (await site.app.inject({ method: 'GET', url, headers })).json<{ alarmIds: string[] }>()
      .alarmIds;

  it('are those of one person', async () => {
    expect(await idsOf()).toEqual([]);
    await acknowledge([LATE, PAPER]);
    expect(await idsOf()).toEqual([LATE, PAPER]);
    expect(await idsOf(administrator)).toEqual([]);
  });

  it('stand in the journal once, with the number they are about', async () => {
    await acknowledge([LATE]);
    await acknowledge([LATE, PAPER]);
    const day = 'from=2026-11-23&to=2026-11-23&kind=door';
    const page = await site.app.inject({
      ...{ method: 'GET', url: `/api/journal?${day}`, headers: head },
    });
    expect(page.json<{ lines: unknown[] }>().lines).toMatchObject([
      { what: 'alarm-acknowledged', number: null, about: { kind: 'alarm', id: 'room' } },
      { what: 'alarm-acknowledged', number: 'H021', about: { id: 'waits-too-long' } },
    ]);
  });

  it.each([[[]], [['']], [['nonsense/1']], ['no list'], [[LATE.padEnd(201, '0')]]])(
    'are refused as malformed: %j',
    async (ids) => {
      expect((await acknowledge(ids)).json()).toMatchObject({ code: 'malformed' });
      expect(await idsOf()).toEqual([]);
    },
  );
});
