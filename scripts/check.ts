import { availableParallelism } from 'node:os';
import process from 'node:process';
import { runTasks, seconds, reportFailures, type Task } from './run-tasks.ts';

const MAX_CHECK_MS = 30_000;

/** Types, lint, format, unused code, unit and architecture tests: everything without processes of our own. */
export const CHECK_TASKS: readonly Task[] = [
  // The longest first, so that no long task is left at the end.
  {
    name: 'unit tests and architecture',
    command: ['vitest', 'run', '--project', 'unit', '--reporter', 'dot'],
  },
  // All projects in one process that shares its cache, which is kept between runs.
  { name: 'types', command: ['tsc', '--build', '--builders', '2', '--checkers', '1'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'unused code', command: ['knip', '--no-config-hints', '--cache'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
];

if (import.meta.main) {
  const startedAt = performance.now();
  const outcomes = await runTasks(CHECK_TASKS, Math.min(2, availableParallelism()));
  const passed = reportFailures(outcomes);
  const tookMs = performance.now() - startedAt;
  console.log(`\n${passed ? 'All is well' : 'Not yet'} after ${seconds(tookMs)}.`);
  if (tookMs > MAX_CHECK_MS) {
    console.warn(`A check of more than ${seconds(MAX_CHECK_MS)} is not run often enough.`);
  }
  process.exitCode = passed ? 0 : 1;
}
