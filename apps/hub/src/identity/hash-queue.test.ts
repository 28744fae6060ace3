import { describe, expect, it } from 'vitest';
import { createHashQueue, type HashRequest } from './hash-queue.ts';

/** Work that ends when the test decides. */
function createWork() {
  const done: (() => void)[] = [];
  const started: string[] = [];
  return {
    started,
    named: (name: string) => () => {
      started.push(name);
      return new Promise<string>((resolve) => done.push(() => resolve(name)));
    },
    /** Ends what was started first, and lets the next begin. */
    async endOne() {
      done.shift()?.();
      await Promise.resolve().then(() => new Promise((then) => setImmediate(then)));
    },
  };
}
const unknown = (key: string): HashRequest => ({ key, isKnown: false });

describe('the queue of hashes', () => {
  it('computes two at once, known clients first, and unknown ones of each address in turn', async () => {
    const queue = createHashQueue();
    const work = createWork();
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5'])
      void queue.run(unknown('a'), work.named(name));
    void queue.run(unknown('b'), work.named('b1'));
    void queue.run({ key: 'c', isKnown: true }, work.named('known'));
    expect(work.started).toEqual(['a1', 'a2']);
    for (let n = 0; n < 7; n += 1) await work.endOne();

    expect(work.started).toEqual(['a1', 'a2', 'known', 'a3', 'b1', 'a4', 'a5']);
  });

  it('refuses what would wait too long, and is not blocked by work that fails', async () => {
    const queue = createHashQueue();
    const work = createWork();
    const failed = queue.run(unknown('x'), () => Promise.reject(new Error('no memory')));
    await expect(failed).rejects.toThrow('no memory');

    const answers = Array.from({ length: 12 }, (_, n) =>
      queue.run(unknown('a'), work.named(`a${n}`)),
    );
    expect(await Promise.all(answers.slice(10))).toEqual([null, null]);
    const other = queue.run(unknown('b'), work.named('b'));
    for (let n = 0; n < 11; n += 1) await work.endOne();
    expect(await other).toBe('b');
  });
});
