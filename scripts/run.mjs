// node scripts/run.mjs <task …>: installs when needed, then runs the task with the project's own Node first in PATH.
import './bootstrap.mjs';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';
const hasOwnNode = existsSync(join(bin, windows ? 'node.cmd' : 'node'));
if (!hasOwnNode && Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `motcua needs Node 24. No packaged Node exists for ${process.platform} ${process.arch}: please install Node 24 or newer.`,
  );
  process.exit(1);
}

const [command = 'node', ...args] = process.argv.slice(2);
// Half of what a short-lived process does is to compile its own sources.
const compiled = join(root, 'node_modules', '.cache', 'compiled');
const task = spawn(command, args, {
  cwd: root,
  env: {
    ...process.env,
    PATH: bin + delimiter + process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compiled,
  },
  stdio: 'inherit',
  shell: windows,
});
// A terminal sends Ctrl-C to the whole group; a supervisor only to this process.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => task.kill(signal));
process.on('SIGINT', () => clearInterval(watch));
// Killing npm ends only the shell between npm and this process, which can be noticed only by the lost parent.
const { ppid } = process;
const watch = setInterval(() => {
  if (process.env.npm_lifecycle_event === undefined || process.ppid === ppid) return;
  clearInterval(watch);
  task.kill('SIGTERM');
}, 200);
task.on('error', (cause) => {
  console.error(`motcua could not run ${command}: ${cause.message}`);
  process.exit(1);
});
task.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
