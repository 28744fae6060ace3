import { once } from 'node:events';
import process from 'node:process';
import { startChild } from '../processes.ts';

/** What a worker can be asked for, by name; what is given with it crosses over as JSON. */
export type Duties = Readonly<Record<string, (given: never) => unknown>>;
interface Order {
  readonly id: number;
  readonly duty: string;
  readonly given: unknown;
}
interface Done {
  readonly id: number;
  readonly answer?: unknown;
  readonly failure?: string;
}

/** A process of its own that does what it is asked, so that its work is not in anybody's way here. */
export interface Worker<D extends Duties> {
  readonly ask: <N extends keyof D & string>(
    duty: N,
    ...given: Parameters<D[N]>
  ) => Promise<Awaited<ReturnType<D[N]>>>;
  readonly stop: () => Promise<void>;
}

export async function startWorker<D extends Duties>(
  module: string,
  args: readonly string[],
): Promise<Worker<D>> {
  const { child, stop } = await startChild<unknown>(module, args);
  const asked = new Map<
    number,
    { done: (answer: unknown) => void; failed: (why: Error) => void }
  >();
  let last = 0;
  child.on('message', ({ id, answer, failure }: Done) => {
    const waiting = asked.get(id);
    asked.delete(id);
    if (failure === undefined) waiting?.done(answer);
    else waiting?.failed(new Error(failure));
  });
  child.once('exit', () => {
    for (const { failed } of asked.values()) failed(new Error(`${module} ended`));
  });
  return {
    stop,
    ask: (duty, ...[given]) => {
      const id = (last += 1);
      const order: Order = { id, duty, given };
      return new Promise((done, failed) => {
        // Sound: the worker answers with what its own duty of that name gave.
        asked.set(id, { done: done as (answer: unknown) => void, failed });
        child.send(order);
      });
    },
  };
}

/** In the worker: is ready, and does what it is asked for until nobody is there to ask. */
export function serve(duties: Duties): void {
  process.on('message', (order: Order) => void carryOut(duties, order));
  void once(process, 'disconnect').then(() => process.exit());
  process.send?.('ready');
}

async function carryOut(duties: Duties, { id, duty, given }: Order): Promise<void> {
  let done: Done;
  try {
    // Sound: what was given has the type of that duty.
    done = { id, answer: await duties[duty]?.(given as never) };
  } catch (cause) {
    done = { id, failure: `${duty}: ${String(cause)}` };
  }
  process.send?.(done);
}

/** Milliseconds on the one clock that all processes of this machine share. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1e6;
