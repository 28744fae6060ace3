import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { CommandId } from '@motcua/domain';
import { expect, it } from 'vitest';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { createStallGuard, DISCONNECTED_AFTER_MS } from './stall-guard.ts';

function aSleeper() {
  const server = new EventEmitter();
  const slept: number[] = [];
  const done: string[] = [];
  let uptime = 0;
  const stallGuard = createStallGuard(
    server as never,
    (ms) => slept.push(ms),
    () => uptime,
  );
  const submit = stallGuard.intercept(({ commandId }) => void done.push(commandId));
  const connection = new PassThrough();
  server.emit('upgrade', {}, connection);
  return {
    ...{ connection, slept, done, stop: stallGuard.stop },
    pass: (ms: number) => (uptime += ms),
    ask: (id: string) =>
      submit(
        { commandId: id as CommandId, type: 'close-day' } as never,
        THE_HUB_ITSELF,
        null,
        () => undefined,
      ),
  };
}

it('executes commands while their clients wait', () => {
  const { ask, pass, done, connection, stop } = aSleeper();
  pass(DISCONNECTED_AFTER_MS - 1);
  ask('in-time');
  expect(done).toEqual(['in-time']);
  expect(connection.destroyed).toBe(false);
  stop();
});

it('drops commands from before a long stall, and cuts the connections with more of them', () => {
  const { ask, pass, done, slept, connection, stop } = aSleeper();
  pass(DISCONNECTED_AFTER_MS);
  ask('given-up');
  expect(done).toEqual([]);
  expect(slept).toEqual([DISCONNECTED_AFTER_MS]);
  expect(connection.destroyed).toBe(true);
  ask('asked-anew');
  expect(done).toEqual(['asked-anew']);
  stop();
});
