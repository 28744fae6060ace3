import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** What a process says at its end; of a failure only what crosses over. */
type Said<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly message: string; readonly code: string | null };

/**
 * Has a task done by the module in a process of its own, after everything that is more urgent: no call waits for it,
 * and whatever befalls it does not befall the hub. (A thread would not do: threads share an engine, and Node 24 falls
 * as a whole when two of them let go of compiled WebAssembly at once, as those that read TypeScript do.)
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
    // The starter's own flags (a test runner's, a debugger's) are none of the other's business.
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
    // Who is gone by now says so by its end.
    child.send(task, () => {});
  });
}

/** In that process: does its one task, says what came of it, and ends; also when nobody is there to hear it. */
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

/** Has a process run after everything that is more urgent; a system without priorities does not. */
export function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    return;
  }
}
