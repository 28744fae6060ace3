import { glob } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { ROOT, runTasks, seconds, tellFailures, type Task } from './run-tasks.ts';

const CHECK_AT_MOST_MS = 30_000;

/** Types, lint, format, unused code, and unit tests with those of the architecture: all that needs no process of ours. */
export async function checkTasks(): Promise<readonly Task[]> {
  const projects: string[] = [];
  for await (const project of glob('{packages,apps,hardware,scripts,tests}/**/tsconfig*.json', {
    cwd: ROOT,
    exclude: ['**/node_modules/**', '**/dist/**'],
  })) {
    projects.push(project);
  }
  return [
    // The longest first, so that nothing long is left over at the end.
    { name: 'unit tests and architecture', command: ['vitest', 'run', '--project', 'unit'] },
    { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
    { name: 'unused code', command: ['knip', '--no-config-hints'] },
    { name: 'format', command: ['oxfmt', '--check', '.'] },
    ...projects
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((project): Task => ({ name: `types of ${project}`, command: ['tsc', '-p', project] })),
  ];
}

if (import.meta.main) {
  const startedAt = performance.now();
  const outcomes = await runTasks(await checkTasks(), Math.min(2, availableParallelism()));
  const passed = tellFailures(outcomes);
  const tookMs = performance.now() - startedAt;
  console.log(`\n${passed ? 'All is well' : 'Not yet'} after ${seconds(tookMs)}.`);
  if (tookMs > CHECK_AT_MOST_MS) {
    console.warn(`A check of more than ${seconds(CHECK_AT_MOST_MS)} is not run often enough.`);
  }
  process.exitCode = passed ? 0 : 1;
}
