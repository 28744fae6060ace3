import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiScope } from '@motcua/domain';
import { createHttpClient } from '@motcua/client';
import { apiKeys, webhooks } from '@motcua/protocol/http';
import { startTestSite, type TestSite } from '@motcua/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClient, isFromHub } from '../../docs/examples/api-client.ts';
import { avoidMidnight } from '../avoid-midnight.ts';

const MARRIAGE = '1.000894';

/** The example of docs/api.md, against a hub that listens. */
describe('the example of a client', () => {
  let site: TestSite;
  const receiver = createServer();

  avoidMidnight();
  beforeAll(async () => {
    site = await startTestSite();
  });
  afterEach(() => receiver.close());
  afterAll(() => site.close());

  /** The administrator's browser. */
  const admin = () => {
    const cookie = `motcua_session=${site.sessionOf('quantri')}`;
    return createHttpClient({
      baseUrl: site.hubUrl,
      fetch: (url, init) => {
        const headers = new Headers(init?.headers);
        headers.set('cookie', cookie);
        return fetch(url, { ...init, headers });
      },
    });
  };
  async function keyFor(...scopes: readonly ApiScope[]): Promise<string> {
    const made = await admin().ask(apiKeys.create, { body: { name: 'Trang tin xã', scopes } });
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value.token;
  }

  it('issues one ticket though an answer is lost, and reads it in live state and figures', async () => {
    const key = await keyFor('live', 'figures', 'issue');
    let lost = 0;
    const client = createClient({
      ...{ url: site.hubUrl, key },
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        if (init?.method === 'POST' && lost++ === 0) throw new TypeError('the line broke');
        return response;
      },
    });
    const ticket = await client.issueTicket([MARRIAGE], 'order-1');
    expect(await client.issueTicket([MARRIAGE], 'order-1')).toEqual(ticket);
    expect(lost).toBe(3);
    const { today, queues } = await client.live();
    const waiting = queues.flatMap((queue) => queue.waiting.map(({ number }) => number));
    expect(waiting).toEqual([ticket.number]);
    const { figures } = await client.figures(today);
    expect(figures.find(({ id }) => id === 'visits')?.value).toBe(1);
  });

  it('says what the hub refuses, in the language of the reader', async () => {
    const key = await keyFor('live');
    const client = createClient({ url: site.hubUrl, key, language: 'de' });
    await expect(client.figures('2026')).rejects.toMatchObject({
      ...{ status: 403, code: 'scope-missing' },
      message: 'Dieser Schlüssel hat das Recht „figures“ nicht.',
    });
  });

  it('takes a webhook of the hub, and none that was changed, is old or has another secret', async () => {
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const got = new Promise<{ headers: Headers; body: string }>((resolve) => {
      receiver.once('request', (request, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
          response.writeHead(204).end();
          const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
          const headers = new Headers(names.map((name) => [name, String(request.headers[name])]));
          resolve({ headers, body });
        });
      });
    });
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const body = { url, events: ['ticket.issued' as const], allowLocal: true };
    const added = await admin().ask(webhooks.add, { body });
    if (!added.ok) throw new Error(added.refusal.code);
    const { secret } = added.value;
    const client = createClient({ url: site.hubUrl, key: await keyFor('issue') });
    const { number } = await client.issueTicket([MARRIAGE], 'order-2');

    const sent = await got;
    expect(JSON.parse(sent.body)).toMatchObject({ type: 'ticket.issued', data: { number } });
    expect(await isFromHub(sent.headers, sent.body, secret)).toBe(true);
    expect(await isFromHub(sent.headers, `${sent.body} `, secret)).toBe(false);
    expect(await isFromHub(sent.headers, sent.body, `whsec_${btoa('another')}`)).toBe(false);
    expect(await isFromHub(sent.headers, sent.body, secret, Date.now() + 600_000)).toBe(false);
    expect(await isFromHub(new Headers(), sent.body, secret)).toBe(false);
  });
});
