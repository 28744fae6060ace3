import { availableParallelism } from 'node:os';
import process from 'node:process';
import { findElectron } from '../apps/desktop/scripts/electron-binary.ts';
import { buildPages } from './build-pages.ts';
import { CHECK_TASKS, rememberPassed } from './check.ts';
import { findChromium } from './find-chromium.ts';
import { runTasks, seconds, reportFailures, type Outcome, type Task } from './run-tasks.ts';

/** A visitor's whole way in a browser; the other browser tests are about one page or one fault each. */
const WHOLE_WAY = 'tests/e2e/ticket-to-call.test.ts';
const VIEWPORTS = 'tests/e2e/kiosk-viewports.test.ts';

const startedAt = performance.now();
const outcomes: Outcome[] = [];
const chromium = findChromium();
const inCi = process.env['CI'] === 'true';
const all = inCi || process.argv.includes('--all');
const atOnce = Math.min(2, availableParallelism());

console.log('Building the pages …');
const built = await buildPages().then(
  ({ pages }) => pages.every(({ state }) => state !== 'no-page'),
  (cause: unknown) => {
    console.error(cause);
    return false;
  },
);
if (!built) console.error('A page is missing or does not build; what needs it will fail.');

console.log('\nTypes, lint, format, unused code, unit tests:');
outcomes.push(...(await runTasks(CHECK_TASKS, atOnce)));
if (outcomes.every(({ passed }) => passed)) rememberPassed();

// Browser tests wait for pages while the others wait for disks: run in parallel they take two thirds of the time.
console.log(
  all
    ? '\nIntegration, contracts, scenarios, golden files, fuzz, migrations, programs, faults; every page in a browser:'
    : '\nIntegration, contracts, scenarios, golden files, fuzz, migrations; the whole way in a browser:',
);
const long: Task[] = [vitest('integration')];
if (all) long.push(vitest('processes'), vitest('faults'));
if (chromium !== null) {
  const env = { CHROMIUM: chromium };
  if (all) {
    // The longest first; the walk over all sizes of a kiosk by itself, so that both lines end at about the same time.
    long.unshift({ ...vitest('e2e', '--exclude', VIEWPORTS), env });
    long.push({ ...vitest('e2e', VIEWPORTS), name: 'e2e, kiosk viewports', env });
  } else long.push({ ...vitest('e2e', WHOLE_WAY), env });
} else {
  const where = process.env['CHROMIUM'] ?? 'the usual places';
  console.log(
    `  ${inCi ? '✗' : '–'} e2e ${inCi ? 'failed' : 'skipped'}: no Chromium or Chrome in ${where}. ` +
      'Install one (Debian: apt-get install chromium) or set CHROMIUM to its path.',
  );
}
outcomes.push(...(await runTasks(long, atOnce)));

const electron = findElectron();
if (!all)
  console.log(
    '  – left to `npm test -- --all`: faults, programs as an office starts them, and the other pages in a browser.',
  );
else if (electron.binary === null)
  console.log(`  – skipped: the locked window, ${electron.missing}.`);

const passed = reportFailures(outcomes) && built && (chromium !== null || !inCi);
console.log(
  `\n${passed ? 'All is well' : 'Not yet'} after ${seconds(performance.now() - startedAt)}.`,
);
process.exitCode = passed ? 0 : 1;

function vitest(project: string, ...args: string[]): Task {
  return { name: project, command: ['vitest', 'run', '--project', project, ...args] };
}
