import type { PersonId } from '@motcua/domain';
import { TODAY } from '@motcua/domain/builders';
import { journal, pairing, people, reports } from '@motcua/protocol/http';
import { describe, expect, it } from 'vitest';
import { createHttpClient, type HttpFetch } from './http-client.ts';

/** A hub that gives one answer to everything, and the requests it got. */
function hubThatAnswers(status: number, answer: unknown) {
  const asked: { method: string; path: string; body: unknown }[] = [];
  const fetch: HttpFetch = async ({ pathname, search }, { method = 'GET', body }) => {
    asked.push({
      method,
      path: pathname + search,
      body: typeof body === 'string' ? JSON.parse(body) : null,
    });
    return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer), { status });
  };
  return { hub: createHttpClient({ baseUrl: 'http://hub.test', fetch }), asked };
}

const params = { personId: 'p/1' as PersonId };

describe('the HTTP client', () => {
  it('sends the request that the route describes, and reads the answer by it', async () => {
    const person = {
      id: 'p/1',
      name: 'Lan',
      login: 'lan',
      role: 'clerk',
      active: true,
      skills: null,
    };
    const { hub, asked } = hubThatAnswers(200, { person, token: 'lua-non-xanh', newer: true });
    expect(await hub.ask(people.giveLink, { params })).toEqual({
      ok: true,
      value: { person, token: 'lua-non-xanh' },
    });
    await hub.ask(people.change, { params, body: { active: false } });
    expect(asked).toEqual([
      { method: 'POST', path: '/api/people/p%2F1/link', body: null },
      { method: 'PATCH', path: '/api/people/p%2F1', body: { active: false } },
    ]);
  });

  it('leaves absent parameters out of the query', async () => {
    const { hub, asked } = hubThatAnswers(200, {});
    const query = { from: TODAY, to: TODAY, number: 'H 021', kind: undefined };
    await hub.ask(journal.page, { query });
    expect(asked[0]?.path).toBe('/api/journal?from=2026-11-23&to=2026-11-23&number=H%20021');
  });

  it('returns refusals with their detail', async () => {
    const { hub } = hubThatAnswers(409, { code: 'in-use', detail: { kind: 'person' } });
    expect(await hub.ask(people.giveLink, { params })).toEqual({
      ok: false,
      refusal: { code: 'in-use', detail: { kind: 'person' } },
    });
  });

  it.each([
    [200, { pairings: [{ code: 1 }] }, 'hub-unavailable'],
    [200, '<html>', 'hub-unavailable'],
    [502, 'Bad gateway', 'hub-unavailable'],
    [500, { code: 'what-is-this' }, 'hub-unavailable'],
    [500, null, 'hub-unavailable'],
    [429, '', 'too-many-requests'],
    [401, {}, 'sign-in-first'],
  ])('takes %i with %j for %s', async (status, answer, code) => {
    const { hub } = hubThatAnswers(status, answer);
    expect(await hub.ask(pairing.waiting)).toMatchObject({ refusal: { code } });
  });

  it('reports why a hub could not be reached', async () => {
    const faults: unknown[] = [];
    const cut = new TypeError('fetch failed');
    const hub = createHttpClient({
      baseUrl: 'http://hub.test',
      fetch: () => Promise.reject(cut),
      onFault: (cause) => faults.push(cause),
    });
    expect(await hub.ask(pairing.waiting)).toMatchObject({ refusal: { code: 'hub-unavailable' } });
    expect(faults).toEqual([cut]);
  });

  it('downloads a file', async () => {
    const { hub, asked } = hubThatAnswers(200, '%PDF');
    const file = await hub.download(reports.dayPdf, {
      params: { day: TODAY },
      query: { language: 'de' },
    });
    expect(file.ok && (await file.value.text())).toBe('%PDF');
    expect(asked[0]?.path).toBe('/api/reports/day/2026-11-23.pdf?language=de');
  });
});
