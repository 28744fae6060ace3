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
  console.log('Installing what motcua needs (npm ci) …');
  // The Node that runs npm, never the local one: Windows cannot replace a program that is running.
  const npm = process.env.npm_execpath;
  const result = npm
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, 'ci'], {
        cwd: root,
        stdio: 'inherit',
      })
    : spawnSync('npm', ['ci'], {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      });
  if (result.status !== 0) {
    console.error('motcua could not be set up: npm ci failed, its reason stands above.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
