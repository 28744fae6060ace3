import { describe, expect, it } from 'vitest';
import { pairDevice, type Pairing } from './pairing.ts';

/** Answers in turn; `null` is a hub that cannot be reached. The last answer stays. */
function aHub(answers: readonly (object | null)[]) {
  const asked: string[] = [];
  const bodies: unknown[] = [];
  const fetch: Pairing['fetch'] = (input, init) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(
      `${init?.method ?? 'GET'} ${new URL(input instanceof Request ? input.url : input).pathname}`,
    );
    if (typeof init?.body === 'string') bodies.push(JSON.parse(init.body));
    return answer
      ? Promise.resolve(Response.json(answer))
      : Promise.reject(new TypeError('fetch failed'));
  };
  return { asked, bodies, fetch };
}

const codes: string[] = [];
function pair(fetch: Pairing['fetch'], signal = new AbortController().signal): Promise<string> {
  codes.length = 0;
  return pairDevice({
    baseUrl: 'http://hub.example',
    role: 'kiosk',
    name: 'Ki-ốt 1',
    onCode: (code) => codes.push(code),
    signal,
    pauseMs: 0,
    ...(fetch === undefined ? {} : { fetch }),
  });
}

const asked1 = { pairingId: 'p/1', code: '123456' };
const asked2 = { pairingId: 'p2', code: '654321' };

describe('pairDevice', () => {
  it('shows the code and waits for approval', async () => {
    const hub = aHub([asked1, { state: 'waiting' }, { state: 'approved', token: 'secret' }]);
    expect(await pair(hub.fetch)).toBe('secret');
    expect(codes).toEqual(['123456']);
    expect(hub.bodies).toEqual([{ role: 'kiosk', name: 'Ki-ốt 1' }]);
    expect(hub.asked).toEqual([
      'POST /api/pairing',
      'GET /api/pairing/p%2F1',
      'GET /api/pairing/p%2F1',
    ]);
  });

  it('reports a refusal, and requests a new code after a while', async () => {
    const { fetch } = aHub([
      asked1,
      { state: 'refused' },
      asked2,
      { state: 'approved', token: 'secret' },
    ]);
    const events: string[] = [];
    const token = await pairDevice({
      ...{ baseUrl: 'http://hub.example', role: 'kiosk', name: 'Ki-ốt 1', pauseMs: 0 },
      refusedPauseMs: 0,
      onCode: (code) => events.push(code),
      onRefused: () => events.push('refused'),
      signal: new AbortController().signal,
      ...(fetch === undefined ? {} : { fetch }),
    });
    expect([...events, token]).toEqual(['123456', 'refused', '654321', 'secret']);
  });

  it('requests a new code when the hub has forgotten the old one', async () => {
    const hub = aHub([
      asked1,
      { state: 'unknown' },
      asked2,
      { state: 'approved', token: 'secret' },
    ]);
    expect(await pair(hub.fetch)).toBe('secret');
    expect(codes).toEqual(['123456', '654321']);
  });

  it('keeps its code while the hub cannot be reached', async () => {
    const hub = aHub([null, asked1, null, { state: 'approved', token: 'secret' }]);
    expect(await pair(hub.fetch)).toBe('secret');
    expect(codes).toEqual(['123456']);
  });

  it('rejects an answer without a token', async () => {
    const hub = aHub([asked1, { state: 'approved' }, { state: 'approved', token: 'secret' }]);
    expect(await pair(hub.fetch)).toBe('secret');
  });

  it('stops when it is aborted', async () => {
    const controller = new AbortController();
    const hub = aHub([asked1, { state: 'waiting' }]);
    const pairing = pair(hub.fetch, controller.signal);
    controller.abort(new Error('The kiosk stops.'));
    await expect(pairing).rejects.toThrow('The kiosk stops.');
  });
});
