import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { keepServiceAlive } from './keep-service-alive.ts';

function aKeptService() {
  const forked: (EventEmitter & { kill: () => boolean })[] = [];
  const urls: (string | null)[] = [];
  const delays: number[] = [];
  let next: () => void = () => {};
  const kept = keepServiceAlive({
    fork: (url) => {
      urls.push(url);
      const service = Object.assign(new EventEmitter(), { kill: () => service.emit('exit', 0) });
      forked.push(service);
      return service as never;
    },
    after: (ms, work) => {
      delays.push(ms);
      next = work;
    },
    log: () => {},
  });
  return { kept, forked, urls, delays, passTime: () => next() };
}

describe('the supervised service', () => {
  it('reports its address once it is ready, and ignores any other message', async () => {
    const { kept, forked } = aKeptService();
    forked[0]?.emit('message', 'hello');
    forked[0]?.emit('message', { url: 'not an address' });
    forked[0]?.emit('message', { url: 'http://127.0.0.1:7110' });

    expect(await kept.url).toBe('http://127.0.0.1:7110');
  });

  it('is restarted whenever it ends, with a delay when it ends at once', () => {
    const { forked, delays, passTime } = aKeptService();
    for (let i = 0; i < 3; i += 1) {
      forked.at(-1)?.emit('exit', 1);
      passTime();
    }
    forked.at(-1)?.emit('message', { url: 'http://127.0.0.1:7110' });
    forked.at(-1)?.emit('exit', 1);

    expect(forked).toHaveLength(4);
    expect(delays).toEqual([250, 500, 1_000, 250]);
  });

  it('is restarted at the same address', () => {
    const { forked, urls, passTime } = aKeptService();
    forked[0]?.emit('message', { url: 'http://127.0.0.1:40123' });
    forked[0]?.emit('exit', 1);
    passTime();

    expect(urls).toEqual([null, 'http://127.0.0.1:40123']);
  });

  it('is not restarted once it was stopped', () => {
    const { kept, delays } = aKeptService();
    kept.stop();

    expect(delays).toEqual([]);
  });
});
