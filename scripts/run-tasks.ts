import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Task {
  readonly name: string;
  /** A program of `node_modules/.bin` and its arguments. */
  readonly command: readonly [program: string, ...args: readonly string[]];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly task: Task;
  readonly passed: boolean;
  readonly output: string;
  readonly tookMs: number;
}

/** Runs the tasks in order, `atOnce` at a time; prints each result as it comes and never rejects. */
export async function runTasks(
  tasks: readonly Task[],
  atOnce: number,
): Promise<readonly Outcome[]> {
  const waiting = [...tasks];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const outcome = await run(task);
      outcomes.push(outcome);
      console.log(`  ${outcome.passed ? '✓' : '✗'} ${task.name} (${seconds(outcome.tookMs)})`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
}

/** Prints what failed, why, and how to repeat it. True when nothing failed. */
export function reportFailures(outcomes: readonly Outcome[]): boolean {
  const failed = outcomes.filter(({ passed }) => !passed);
  for (const { task, output } of failed) {
    console.error(`\n── ${task.name} ──\n${output.trim()}\n\nTo repeat it: ${repeat(task)}`);
  }
  return failed.length === 0;
}

export function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

function repeat({ command }: Task): string {
  return `node scripts/run.mjs ${command.join(' ')}`;
}

function run(task: Task): Promise<Outcome> {
  const [program, ...args] = task.command;
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const path = join(ROOT, 'node_modules', '.bin') + delimiter + (process.env['PATH'] ?? '');
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...task.env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (chunk: string): void => void (output += chunk);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    const end = (passed: boolean): void =>
      resolve({ task, passed, output, tookMs: performance.now() - startedAt });
    child.on('error', (cause) => {
      output += cause.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}
