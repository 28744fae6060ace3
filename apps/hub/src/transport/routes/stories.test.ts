import { describe, expect, it } from 'vitest';
import { aHttpHub } from '../builders.ts';

describe('the story of a visit over HTTP', () => {
  it('is null for a number that was not given', async () => {
    const site = await aHttpHub();
    const { headers } = await site.signedIn('head');
    const get = (url: string) => site.app.inject({ method: 'GET', url, headers });
    expect((await get('/api/visits/2026-11-23/H021')).json()).toEqual({ story: null });
    expect((await get('/api/visits/nonsense/H021')).json()).toMatchObject({ code: 'malformed' });
    await site.close();
  });
});
