import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A part of the centre in a process of its own. */
export interface Part {
  readonly name: string;
  readonly module: string;
  readonly args: readonly string[];
}

export interface RunningPart {
  readonly ready: unknown;
  /** Stops it and waits until it has exited. */
  readonly stop: () => Promise<void>;
}

const RESTART_AFTER_MS = 500;
const KILL_AFTER_MS = 8_000;

/**
 * Starts a part and restarts it whenever it exits by itself. Resolves with its first message;
 * rejects when it exits before that the first time.
 */
export async function keepRunning(
  { name, module, args }: Part,
  { watch, say }: { readonly watch: boolean; readonly say: (line: string) => void },
): Promise<RunningPart> {
  let child: ChildProcess;
  let stopping = false;

  const start = () => {
    // A process group of its own, so that Ctrl-C reaches only this process and the parts are stopped in order.
    child = fork(module, args, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: watch ? ['--watch', '--watch-preserve-output'] : [],
      detached: true,
    });
    child.on('exit', (code, signal) => {
      if (stopping || !wasReady) return;
      say(`${name} ended (${signal ?? code ?? '?'}) and is started again.`);
      setTimeout(() => {
        if (!stopping) start();
      }, RESTART_AFTER_MS);
    });
    return child;
  };

  let wasReady = false;
  const first = start();
  const ready: unknown = await Promise.race([
    once(first, 'message').then(([message]: unknown[]) => message),
    once(first, 'exit').then(() => {
      throw new Error(`${name} could not be started.`);
    }),
  ]);
  wasReady = true;

  return {
    ready,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
      await gone;
      clearTimeout(late);
    },
  };
}
