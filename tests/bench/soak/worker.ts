import { once } from 'node:events';
import process from 'node:process';
import { startChild } from '../processes.ts';

/** The functions of a worker, by name; their arguments are sent as JSON. */
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

/** A process of its own that executes requests, so that its work does not delay this one. */
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
        // Sound: the worker answers with the result of its function of that name.
        asked.set(id, { done: done as (answer: unknown) => void, failed });
        child.send(order);
      });
    },
  };
}

/** In the worker: reports that it is ready, and executes requests until the parent exits. */
export function serve(duties: Duties): void {
  process.on('message', (order: Order) => void carryOut(duties, order));
  void once(process, 'disconnect').then(() => process.exit());
  process.send?.('ready');
}

async function carryOut(duties: Duties, { id, duty, given }: Order): Promise<void> {
  let done: Done;
  try {
    // Sound: the arguments have the type of that function.
    done = { id, answer: await duties[duty]?.(given as never) };
  } catch (cause) {
    done = { id, failure: `${duty}: ${String(cause)}` };
  }
  process.send?.(done);
}

/** Milliseconds on a clock shared by all processes of this machine. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1e6;
