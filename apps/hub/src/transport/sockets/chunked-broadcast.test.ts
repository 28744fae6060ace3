import { describe, expect, it } from 'vitest';
import { createChunkedBroadcast } from './chunked-broadcast.ts';

const turn = () => new Promise<void>((done) => setImmediate(done));

describe('a chunked broadcast', () => {
  it('sends the first chunk at once and leaves every second turn to others', async () => {
    const told: string[][] = [];
    createChunkedBroadcast(2).tell(['a', 'b', 'c', 'd', 'e'], (some) => told.push(some));
    expect(told).toEqual([['a', 'b']]);
    await turn();
    expect(told).toEqual([['a', 'b']]);
    await turn();
    expect(told).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await turn();
    await turn();
    expect(told.at(-1)).toEqual(['e']);
  });

  it('sends the rest before the next message begins', async () => {
    const told: string[] = [];
    const slices = createChunkedBroadcast(1);
    slices.tell(['a', 'b', 'c'], (some) => told.push(`1${some.join('')}`));
    slices.tell(['a', 'b'], (some) => told.push(`2${some.join('')}`));
    expect(told).toEqual(['1a', '1bc', '2a']);
    slices.finish();
    expect(told).toEqual(['1a', '1bc', '2a', '2b']);
    await turn();
    await turn();
    expect(told).toHaveLength(4);
  });
});
