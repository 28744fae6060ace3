import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The message of a process at its end; of a failure only what can be sent. */
type Said<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly message: string; readonly code: string | null };

/**
 * Runs a task of the module in a child process of low priority: no call waits for it, and its crash does not crash the
 * hub. (A thread would not do: threads share an engine, and Node 24 crashes
 * as a whole when two of them free compiled WebAssembly at once, as those that read TypeScript do.)
 *
 * Resolves with the module's answer; rejects with its failure and its `code`, when it ends without an answer, and
 * after `timeoutMs`.
 */
export function runChildTask<Answer>(
  module: URL,
  task: object,
  timeoutMs: number,
): Promise<Answer> {
  return new Promise((done, failed) => {
    // The parent's own flags (a test runner's, a debugger's) are not inherited.
    const child = fork(fileURLToPath(module), [], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
      serialization: 'advanced',
    });
    const timer = setTimeout(() => {
      failed(new Error(`Not done within ${timeoutMs} ms`));
      child.kill('SIGKILL');
    }, timeoutMs);
    child.once('spawn', () => lowerPriority(child.pid));
    child.once('message', (said: Said<Answer>) => {
      if (said.ok) done(said.answer);
      else failed(Object.assign(new Error(said.message), { code: said.code }));
    });
    child.once('error', failed);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      failed(new Error(`The process ended with ${signal ?? code}`));
    });
    // A process that is gone by now has answered by its exit.
    child.send(task, () => {});
  });
}

/** In the child: runs its one task, sends the result, and ends; also when the parent is gone. */
export function serveChildTask<Task, Answer>(work: (task: Task) => Answer | Promise<Answer>): void {
  process.once('message', (task: Task) => void carryOut(work, task));
}

async function carryOut<Task, Answer>(
  work: (task: Task) => Answer | Promise<Answer>,
  task: Task,
): Promise<void> {
  let said: Said<Answer>;
  try {
    said = { ok: true, answer: await work(task) };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
    said = { ok: false, message: cause instanceof Error ? cause.message : String(cause), code };
  }
  process.send?.(said, undefined, undefined, () => process.exit());
}

/** Runs a process after everything more urgent; a system without priorities runs it at once. */
export function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    return;
  }
}
