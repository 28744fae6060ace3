import { describe, expect, it } from 'vitest';
import { createChunkedBroadcast } from './chunked-broadcast.ts';

const turn = () => new Promise<void>((done) => setImmediate(done));

describe('a chunked broadcast', () => {
  it('sends the first chunk at once and leaves every second turn to others', async () => {
    const sent: string[][] = [];
    createChunkedBroadcast(2).send(['a', 'b', 'c', 'd', 'e'], (some) => sent.push(some));
    expect(sent).toEqual([['a', 'b']]);
    await turn();
    expect(sent).toEqual([['a', 'b']]);
    await turn();
    expect(sent).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await turn();
    await turn();
    expect(sent.at(-1)).toEqual(['e']);
  });

  it('sends the rest before the next message begins', async () => {
    const sent: string[] = [];
    const broadcast = createChunkedBroadcast(1);
    broadcast.send(['a', 'b', 'c'], (some) => sent.push(`1${some.join('')}`));
    broadcast.send(['a', 'b'], (some) => sent.push(`2${some.join('')}`));
    expect(sent).toEqual(['1a', '1bc', '2a']);
    broadcast.finish();
    expect(sent).toEqual(['1a', '1bc', '2a', '2b']);
    await turn();
    await turn();
    expect(sent).toHaveLength(4);
  });
});
