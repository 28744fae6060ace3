import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHttpHub, type HttpHub } from '../builders.ts';

describe("the day's report", () => {
  let site: HttpHub;
  let headers: { cookie: string };

  beforeAll(async () => {
    site = await aHttpHub();
    ({ headers } = await site.signedIn('head'));
  });
  afterAll(() => site.close());

  const get = (what: string) =>
    site.app.inject({ method: 'GET', url: `/api/reports/day/${what}`, headers });

  it('is figures as JSON', async () => {
    const response = await get('2026-11-23');

    expect(response.headers['content-type']).toContain('application/json');
    expect(response.json()).toMatchObject({
      kind: 'day',
      day: '2026-11-23',
      madeAt: site.clock.now,
      totals: { issued: 0 },
    });
  });

  it('is a PDF to print', async () => {
    const response = await get('2026-11-23.pdf?language=de');

    expect(response.headers['content-type']).toBe('application/pdf');
    expect(response.headers['content-disposition']).toBe(
      'attachment; filename="motcua-2026-11-23-de.pdf"',
    );
    expect(response.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  }, 30_000);

  it('is a table in the requested language', async () => {
    const [vi, en] = [await get('2026-11-23.csv'), await get('2026-11-23.csv?language=en')];

    expect(vi.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(vi.body).toContain('Trung tâm Phục vụ hành chính công');
    expect(en.body).not.toBe(vi.body);
  }, 30_000);

  it('is refused for a day to come', async () => {
    const response = await get('2026-11-24.pdf');
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ code: 'day-not-yet', detail: { day: '2026-11-24' } });
  });

  it.each([
    '2026-02-30',
    'today',
    '2026-11-23.xlsx',
    '2026-11-23.pdf?language=fr',
    '2026-11-23.pdf?language=vi&language=en',
    '..%2f..%2fhub.json',
  ])('refuses %s', async (what) => {
    const response = await get(what);

    expect([400, 404]).toContain(response.statusCode);
    expect(response.json()).toHaveProperty('code');
  });
});

describe("a period's report", () => {
  let site: HttpHub;
  let headers: { cookie: string };

  beforeAll(async () => {
    site = await aHttpHub();
    ({ headers } = await site.signedIn('head'));
  });
  afterAll(() => site.close());

  const get = (what: string) =>
    site.app.inject({ method: 'GET', url: `/api/reports/period${what}`, headers });

  it('is figures beside those of the period before', async () => {
    const response = await get('?period=2026-11');

    expect(response.json()).toMatchObject({
      kind: 'period',
      period: { kind: 'month', from: '2026-11-01', to: '2026-11-30' },
      before: { from: '2026-10-01', to: '2026-10-31' },
      madeAt: site.clock.now,
    });
  });

  it.each([
    ['pdf', 'application/pdf', '%PDF-'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['csv', 'text/csv; charset=utf-8', ''],
  ])(
    'is a file to keep as %s',
    async (format, type, start) => {
      const response = await get(`.${format}?period=2026-W48&language=en`);

      expect(response.headers['content-type']).toBe(type);
      expect(response.headers['content-disposition']).toBe(
        `attachment; filename="motcua-2026-W48-en.${format}"`,
      );
      expect(response.rawPayload.subarray(0, start.length).toString()).toBe(start);
    },
    30_000,
  );

  it.each([
    ['?period=2026-13', 'period-unreadable'],
    ['?period=2026-03..2026-02', 'period-reversed'],
    ['?period=2027', 'day-not-yet'],
    ['.pdf?period=2026-11&language=fr', 'malformed'],
    ['', 'malformed'],
  ])('refuses %s with %s', async (what, code) => {
    expect((await get(what)).json()).toMatchObject({ code });
  });
});
