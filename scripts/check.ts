import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { reportFailures, ROOT, runTasks, seconds, type Task } from './run-tasks.ts';

const MAX_CHECK_MS = 30_000;

/** The last commit at which all checks passed here. */
const PASSED_FILE = join(ROOT, 'node_modules/.cache/checks-passed');

/** The compiler and the linter are Go programs: a quarter less work with a heap that may grow (1.2 GB). */
const ROOMY_HEAP = { GOGC: '400' };

const UNIT_TESTS: Task = {
  name: 'unit tests and architecture',
  command: ['vitest', 'run', '--project', 'unit', '--reporter', 'dot'],
};

const LINT: Task = {
  name: 'lint',
  command: ['oxlint', '--type-aware', '--deny-warnings'],
  env: ROOMY_HEAP,
};

const STATIC_CHECKS: readonly Task[] = [
  // All projects in one process that shares its cache, which is kept between runs.
  {
    name: 'types',
    command: ['tsc', '--build', '--builders', '2', '--checkers', '1'],
    env: ROOMY_HEAP,
  },
  { name: 'unused code', command: ['knip', '--no-config-hints', '--cache'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
];

/** Types, lint, format, unused code, unit and architecture tests: everything without processes of our own. */
export const CHECK_TASKS: readonly Task[] = [UNIT_TESTS, LINT, ...STATIC_CHECKS];

/**
 * What a check asks of a change: the unit tests that reach a file changed since everything passed here, the tests of
 * the architecture, which read files, and the lint of those files. All of it after any other change than of sources.
 */
function checksOfChanges(): readonly Task[] {
  const passedAt = lastPassed();
  if (passedAt === null) return [UNIT_TESTS, LINT];
  const changed = [
    ...git('diff', '--name-only', passedAt).split('\n'),
    ...git('ls-files', '--others', '--exclude-standard').split('\n'),
  ].filter((path) => path !== '');
  if (changed.some((path) => !/\.(ts|tsx|md)$/.test(path))) return [UNIT_TESTS, LINT];
  const sources = changed.filter((path) => !path.endsWith('.md') && existsSync(join(ROOT, path)));
  const { command } = UNIT_TESTS;
  return [
    {
      name: 'unit tests that reach what changed',
      command: [...command, '--changed', passedAt, '--passWithNoTests'],
    },
    { name: 'architecture', command: [...command, 'tests/arch'] },
    // Without names it would lint everything.
    ...(sources.length === 0
      ? []
      : [
          {
            ...LINT,
            name: 'lint of what changed',
            command: [...LINT.command, ...sources] as const,
          },
        ]),
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

/** Called after all checks passed; with changes that are in no commit, nothing can be said of one. */
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
  // The longest first, so that no long task is left at the end.
  const tasks = process.argv.includes('--all')
    ? CHECK_TASKS
    : [...checksOfChanges(), ...STATIC_CHECKS];
  const outcomes = await runTasks(tasks, Math.min(2, availableParallelism()));
  const passed = reportFailures(outcomes);
  if (passed && process.argv.includes('--all')) rememberPassed();
  const tookMs = performance.now() - startedAt;
  console.log(`\n${passed ? 'All is well' : 'Not yet'} after ${seconds(tookMs)}.`);
  if (tookMs > MAX_CHECK_MS) {
    console.warn(`A check of more than ${seconds(MAX_CHECK_MS)} is not run often enough.`);
  }
  process.exitCode = passed ? 0 : 1;
}
