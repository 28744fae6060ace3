import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './run-tasks.ts';

interface Tally {
  readonly injected: number;
  readonly answered: number;
  readonly lost: number;
  readonly doubled: number;
}

const folder = mkdtempSync(join(tmpdir(), 'motcua-tally-'));
const file = join(folder, 'tally');
const { status } = spawnSync('vitest', ['run', '--project', 'faults'], {
  cwd: ROOT,
  env: { ...process.env, FAULTS_TALLY: file },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
const tallies = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Tally)
  : [];
rmSync(folder, { recursive: true });

const sum = (what: keyof Tally) => tallies.reduce((total, tally) => total + tally[what], 0);
console.log(
  `faults injected: ${sum('injected')}, answered: ${sum('answered')}, ` +
    `lost: ${sum('lost')}, doubled: ${sum('doubled')}`,
);
const isWell = status === 0 && tallies.length > 0 && sum('lost') === 0 && sum('doubled') === 0;
process.exitCode = isWell ? 0 : 1;
