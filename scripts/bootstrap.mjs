// Plain JS for any Node >= 18: installs node_modules according to the lock file, with the Node version of the project.
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
  if (installed !== '' || !isInstalledByHand()) {
    console.log('Installing what motcua needs …');
    if (!npmCi()) {
      console.error(
        'motcua could not be set up: npm could not install its packages (its reason stands above); the first start needs the Internet.',
      );
      process.exit(1);
    }
  }
  writeFileSync(stamp, wanted);
}

/** Whether `npm ci` was run by hand: exactly the locked packages are present, except those of other platforms. */
function isInstalledByHand() {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const held = packagesIn(installedLock);
  const locked = packagesIn(join(root, 'package-lock.json'));
  return (
    Object.keys(held).every((path) => path in locked) &&
    Object.entries(locked)
      .filter(([path]) => path.startsWith('node_modules/'))
      .every(([path, { integrity, optional }]) =>
        path in held ? held[path].integrity === integrity : optional === true,
      )
  );
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Runs npm with the running Node, never the local one: Windows cannot replace a running program. */
function npmCi() {
  const path = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  const result = path
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [path, 'ci'], options)
    : spawnSync('npm', ['ci'], { ...options, shell: process.platform === 'win32' });
  return result.status === 0;
}
