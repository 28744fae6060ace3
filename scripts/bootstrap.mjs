// Plain JS for any Node >= 18: brings node_modules in line with the lock file, with the Node the project needs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.motcua-installed');

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(readFileSync(join(root, 'package.json')))
  .digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

if (wanted !== installed) {
  console.log('Installing what motcua needs …');
  // `npm ci` refuses a lock file when the registry lacks an optional package of some other platform; `npm install`
  // takes the same locked versions and passes over what this machine does not need.
  if (!npm('ci') && !npm('install', '--no-save')) {
    console.error('motcua could not be set up: npm failed, its reason stands above.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Runs npm with the Node that runs it, never the local one: Windows cannot replace a program that is running. */
function npm(...args) {
  const path = process.env.npm_execpath;
  const quiet = args[0] === 'ci' ? 'ignore' : 'inherit';
  const options = { cwd: root, stdio: ['inherit', 'inherit', quiet] };
  const result = path
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [path, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return result.status === 0;
}
