import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBackgroundLoop, type Run, type BackgroundLoop } from './background-loop.ts';

/** Far more turns of the event loop than any run here takes. */
const MANY_TURNS = 50;

describe('the background loop', () => {
  let loop: BackgroundLoop;
  let faults: unknown[] = [];
  const begin = (run: Run) => {
    faults = [];
    loop = createBackgroundLoop(run, (cause) => faults.push(cause));
    loop.start();
    return loop;
  };
  const manyTurns = async () => {
    for (let turn = 0; turn < MANY_TURNS; turn += 1) await nextTurn();
  };

  afterEach(() => {
    loop.stop();
    vi.useRealTimers();
  });

  it('lets a command run that came during a slice, before the next slice', async () => {
    const seen: string[] = [];
    begin(function* run() {
      for (const slice of ['first', 'second', 'third']) {
        seen.push(slice);
        if (slice === 'second') setImmediate(() => setImmediate(() => seen.push('command')));
        yield;
      }
    });
    await manyTurns();

    expect(seen).toEqual(['first', 'second', 'command', 'third']);
  });

  it('runs only once in a while, but at once when hurried', async () => {
    let runs = 0;
    begin(function* run() {
      runs += 1;
      yield;
    });
    await manyTurns();
    expect(runs).toBe(1);

    loop.hurry();
    await manyTurns();
    expect(runs).toBe(2);
  });

  it('runs again right after a run during which it was hurried', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let runs = 0;
    begin(function* run() {
      runs += 1;
      if (runs === 1) loop.hurry();
      yield;
    });
    await manyTurns();
    vi.advanceTimersByTime(0);
    await manyTurns();
    expect(runs).toBe(2);

    vi.advanceTimersByTime(0);
    await manyTurns();
    expect(runs, 'hurried once, not for ever').toBe(2);
  });

  it('goes on after a run that failed', async () => {
    const broken = new Error('broken');
    let runs = 0;
    begin(function* run() {
      runs += 1;
      yield;
      throw broken;
    });
    await manyTurns();
    loop.hurry();
    await manyTurns();

    expect(runs).toBe(2);
    expect(faults).toEqual([broken, broken]);
  });

  it('stops in the middle of a run', async () => {
    let slices = 0;
    begin(function* run() {
      for (;;) {
        slices += 1;
        if (slices === 3) loop.stop();
        yield;
      }
    });
    await manyTurns();
    loop.hurry();
    await manyTurns();

    expect(slices).toBe(3);
  });
});
