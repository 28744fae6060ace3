import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { reportFailures, ROOT, runTasks, seconds, type Task } from './run-tasks.ts';

const MAX_CHECK_MS = 30_000;

/** The last commit whose unit tests all passed here. */
const PASSED_FILE = join(ROOT, 'node_modules/.cache/unit-tests-passed');

/** The compiler and the linter are Go programs: a quarter less work with a heap that may grow (1.2 GB). */
const ROOMY_HEAP = { GOGC: '400' };

const UNIT_TESTS: Task = {
  name: 'unit tests and architecture',
  command: ['vitest', 'run', '--project', 'unit', '--reporter', 'dot'],
};

const STATIC_CHECKS: readonly Task[] = [
  // All projects in one process that shares its cache, which is kept between runs.
  {
    name: 'types',
    command: ['tsc', '--build', '--builders', '2', '--checkers', '1'],
    env: ROOMY_HEAP,
  },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'], env: ROOMY_HEAP },
  { name: 'unused code', command: ['knip', '--no-config-hints', '--cache'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
];

/** Types, lint, format, unused code, unit and architecture tests: everything without processes of our own. */
export const CHECK_TASKS: readonly Task[] = [UNIT_TESTS, ...STATIC_CHECKS];

/**
 * Which unit tests a check runs: those that reach a file changed since they all passed here, and
 * the tests of the architecture, which read files. All of them after any other change than of sources.
 */
function unitTestsOfChanges(): readonly Task[] {
  const passedAt = lastPassed();
  if (passedAt === null) return [UNIT_TESTS];
  const changed = [
    ...git('diff', '--name-only', passedAt).split('\n'),
    ...git('ls-files', '--others', '--exclude-standard').split('\n'),
  ].filter((path) => path !== '');
  if (changed.some((path) => !/\.(ts|tsx|md)$/.test(path))) return [UNIT_TESTS];
  const { command } = UNIT_TESTS;
  const ofChanges = [...command, '--changed', passedAt, '--passWithNoTests'] as const;
  return [
    { name: `unit tests of ${changed.length} changed files`, command: ofChanges },
    { name: 'architecture', command: [...command, 'tests/arch'] },
  ];
}

function lastPassed(): string | null {
  try {
    const commit = readFileSync(PASSED_FILE, 'utf8').trim();
    git('cat-file', '-e', commit);
    return commit;
  } catch {
    return null;
  }
}

/** Called after all unit tests passed; with changes that are in no commit, nothing can be said of one. */
export function rememberPassed(): void {
  try {
    if (git('status', '--porcelain') !== '') return;
    mkdirSync(dirname(PASSED_FILE), { recursive: true });
    writeFileSync(PASSED_FILE, git('rev-parse', 'HEAD'));
  } catch {
    // A copy without its history is checked whole each time.
  }
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

if (import.meta.main) {
  const startedAt = performance.now();
  const unitTests = process.argv.includes('--all') ? [UNIT_TESTS] : unitTestsOfChanges();
  // The longest first, so that no long task is left at the end.
  const tasks = [...unitTests, ...STATIC_CHECKS];
  const outcomes = await runTasks(tasks, Math.min(2, availableParallelism()));
  const passed = reportFailures(outcomes);
  if (passed) rememberPassed();
  const tookMs = performance.now() - startedAt;
  console.log(`\n${passed ? 'All is well' : 'Not yet'} after ${seconds(tookMs)}.`);
  if (tookMs > MAX_CHECK_MS) {
    console.warn(`A check of more than ${seconds(MAX_CHECK_MS)} is not run often enough.`);
  }
  process.exitCode = passed ? 0 : 1;
}
