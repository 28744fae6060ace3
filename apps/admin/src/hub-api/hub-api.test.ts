import type { PersonId } from '@motcua/domain';
import { TODAY } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { createHubApi } from './hub-api.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

function apiThatGets(status: number, answer: unknown) {
  const asked: Asked[] = [];
  const get: typeof fetch = async (url, init) => {
    const { body } = init ?? {};
    asked.push({
      method: init?.method ?? 'GET',
      path: url instanceof URL ? url.pathname + url.search : '',
      body: typeof body === 'string' ? JSON.parse(body) : null,
    });
    return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer), { status });
  };
  return { api: createHubApi('http://hub.test', get), asked };
}

const spread = { count: 2, median: 60_000, p90: 120_000, longest: 120_000 };
const none = { count: 0, median: null, p90: null, longest: null };
const report = {
  kind: 'day',
  dayClosed: false,
  totals: {
    issued: 3,
    carriedOver: 0,
    outcomes: { 'served': 2, 'no-show': 1 },
    open: ['H003'],
    services: 4,
  },
  times: { waitingTime: spread, walkingTime: none, servingTime: none },
  queues: [{ name: { vi: 'Hộ tịch' }, issued: 3, outcomes: { served: 2 }, waitingTime: spread }],
  hours: [{ hour: 8, arrivals: 3, longestWait: null }],
  counters: [
    { number: 2, name: { vi: 'Hộ tịch' }, served: 2, servingTime: none, openTime: 3_600_000 },
  ],
  missed: { visits: 1, byHub: 0, rejoined: [{ number: 'H002' }] },
  held: { visits: 0, time: 0 },
  priority: { visits: 2, groups: [{ name: { vi: 'Người từ 75 tuổi' }, count: 1 }] },
  bookings: { made: 2, checkedIn: 1, late: 0, cancelled: 0, notCome: 1 },
  promises: null,
  callsNotHeard: [{}],
  slipsNotPrinted: [],
};

describe('the hub api', () => {
  it('reads the figures of a day', async () => {
    const { api, asked } = apiThatGets(200, report);
    expect(await api.dayFigures(TODAY)).toMatchObject({
      ok: true,
      value: {
        issued: 3,
        served: 2,
        noShows: 1,
        open: ['H003'],
        callsNotHeard: 1,
        also: { services: 4, missed: 1, rejoined: ['H002'], bookings: { notCome: 1 } },
      },
    });
    expect(asked[0]?.path).toBe('/api/reports/day/2026-11-23');
  });

  it('gives a person a link', async () => {
    const person = {
      id: 'p/1',
      name: 'Lan',
      login: 'lan',
      role: 'clerk',
      active: true,
      skills: null,
    };
    const { api, asked } = apiThatGets(200, { person, token: 'lua-non-xanh' });
    expect(await api.giveLink('p/1' as PersonId)).toEqual({
      ok: true,
      value: { person, token: 'lua-non-xanh' },
    });
    expect(asked).toEqual([{ method: 'POST', path: '/api/people/p%2F1/link', body: {} }]);
  });

  it('hands on refusals with their detail', async () => {
    const { api } = apiThatGets(409, { code: 'in-use', detail: { kind: 'person', n: 1 } });
    expect(await api.changePerson('p' as PersonId, { active: false })).toEqual({
      ok: false,
      refusal: { code: 'in-use', detail: { kind: 'person' } },
    });
  });

  it.each([
    [200, { pairings: [{ code: 1 }] }],
    [200, '<html>'],
    [502, 'Bad gateway'],
    [500, { code: 'what-is-this' }],
    [500, null],
  ])('takes %i with %j for a hub that is away', async (status, answer) => {
    const { api } = apiThatGets(status, answer);
    expect(await api.pairings()).toMatchObject({ refusal: { code: 'hub-unavailable' } });
  });

  it('asks for a file in the wanted language', async () => {
    const { api, asked } = apiThatGets(200, '%PDF');
    const file = await api.dayFile(TODAY, 'pdf', 'de');
    expect(file.ok && (await file.value.text())).toBe('%PDF');
    expect(asked[0]?.path).toBe('/api/reports/day/2026-11-23.pdf?language=de');
  });
});
