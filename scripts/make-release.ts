/**
 * npm run release [-- --out DIR]: what an office installs, as a folder and as one archive for this platform: hub, kiosk
 * service, pages, command line and their own Node, without development tools. It can be installed without Internet.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildPages } from './build-pages.ts';
import { ROOT } from './run-tasks.ts';

/** The programs; everything they depend on is shipped with them. */
const STARTED = ['apps/hub', 'apps/kiosk'];
const BESIDE = [
  ...['hardware/hub-pc', 'hardware/kiosk-pc', 'hardware/printers', 'docs'],
  ...['README.md', 'README.vi.md', 'LICENSE', 'THIRD-PARTY.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...['scripts/supervise.mjs', 'scripts/systemd-notify.mjs', 'scripts/show-page.mjs'],
];
const OWN_NODE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

export interface Release {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly bytes: number;
  /** Packages from npm. */
  readonly packages: number;
}

/** Writes the release into `out`/motcua, replacing a former one. Throws when a required file is missing. */
export async function makeRelease(out: string): Promise<Release> {
  const folder = join(out, 'motcua');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const copy = (path: string, isWanted: (from: string) => boolean = () => true) =>
    cpSync(join(ROOT, path), join(folder, path), {
      recursive: true,
      dereference: true,
      filter: (from) => isWanted(relative(ROOT, from)),
    });

  const { pages } = await buildPages();
  for (const { app } of pages) copy(`apps/${app}/dist`);
  for (const workspace of workspacesBehind(STARTED)) {
    copy(`${workspace}/package.json`);
    copy(`${workspace}/src`, isSource);
    const name = `@motcua/${basename(workspace)}`;
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    // Node reads TypeScript only outside of node_modules; on Windows a junction needs no special rights.
    symlinkSync(
      process.platform === 'win32' ? join(folder, workspace) : `../../${workspace}`,
      link,
      'junction',
    );
  }
  copy('packages/voice/packs');
  for (const path of BESIDE) copy(path);

  const packages = shippedFromNpm();
  for (const path of packages) copy(path, isNeededToRun);
  shipNode(folder);
  const { name, version, license } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  const manifest = { name, version, license, private: true, type: 'module' };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return { folder, bytes: sizeOf(folder), packages: packages.length };
}

/** These workspaces and their dependencies, according to their manifests. */
function workspacesBehind(started: readonly string[]): ReadonlySet<string> {
  const all = new Set(started);
  for (const workspace of all) {
    const manifest = readFileSync(join(ROOT, workspace, 'package.json'), 'utf8');
    const { dependencies = {} } = JSON.parse(manifest) as {
      readonly dependencies?: Readonly<Record<string, string>>;
    };
    for (const name of Object.keys(dependencies))
      if (name.startsWith('@motcua/')) all.add(`packages/${name.slice('@motcua/'.length)}`);
  }
  return all;
}

function isSource(path: string): boolean {
  return !/\.test\.tsx?$|\.tsx$|\.css$/.test(path) && !path.startsWith('apps/kiosk/src/page');
}

/** Leaves out sources of native packages, and binaries for other platforms. */
function isNeededToRun(path: string): boolean {
  const [, part = ''] = /better-sqlite3[/\\](deps|src|prebuilds[/\\][^/\\]+)/.exec(path) ?? [];
  if (part === 'deps' || part === 'src') return false;
  const prebuilt = part.split(/[/\\]/)[1] ?? '';
  return prebuilt === '' || prebuilt.includes(`${process.platform}-${process.arch}`);
}

/** Folders of the npm packages that the programs need, according to npm; relative to the repository. */
function shippedFromNpm(): readonly string[] {
  const wanted = STARTED.flatMap((workspace) => ['--workspace', workspace]);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const list = ['ls', '--all', '--omit=dev', '--parseable', ...wanted];
  const { stdout } = spawnSync(npm, list, {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const paths = stdout
    .split(/\r?\n/)
    .map((path) => relative(ROOT, path))
    .filter((path) => path.includes('node_modules') && !path.includes('@motcua'));
  // A package may be nested in the folder of one that needs another version of it.
  const folders = [...new Set(paths)].filter((path) => existsSync(join(ROOT, path)));
  if (folders.length === 0) throw new Error('npm does not say which packages are shipped');
  return folders;
}

/** Node itself, and the commands that units and users run. */
function shipNode(folder: string): void {
  const bin = join(folder, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  const isWindows = process.platform === 'win32';
  const program = isWindows ? 'node.exe' : 'node';
  const own = join('node_modules', OWN_NODE);
  const from = join(ROOT, own, 'bin', program);
  if (!existsSync(from)) throw new Error(`${OWN_NODE} is not installed`);
  for (const path of [join('bin', program), 'LICENSE', 'package.json'])
    cpSync(join(ROOT, own, path), join(folder, own, path));
  if (isWindows)
    writeFileSync(join(bin, 'node.cmd'), `@"%~dp0..\\${OWN_NODE}\\bin\\node.exe" %*\r\n`);
  else symlinkSync(`../${OWN_NODE}/bin/node`, join(bin, 'node'));

  mkdirSync(join(folder, 'bin'));
  const command = join(folder, 'bin', isWindows ? 'motcua.cmd' : 'motcua');
  writeFileSync(
    command,
    isWindows
      ? '@"%~dp0..\\node_modules\\.bin\\node.cmd" "%~dp0..\\apps\\hub\\src\\motcua.ts" %*\r\n'
      : '#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")/..\n' +
          'exec "$here/node_modules/.bin/node" "$here/apps/hub/src/motcua.ts" "$@"\n',
  );
  if (!isWindows) chmodSync(command, 0o755);
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Packs the folder into an archive beside it; returns its path. */
function pack({ folder }: Release): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const name = `motcua-${version}-${process.platform}-${process.arch}.tar.gz`;
  const file = join(dirname(folder), name);
  const { status } = spawnSync('tar', ['-czf', file, '-C', dirname(folder), basename(folder)], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`tar could not write ${file}`);
  return file;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: join(ROOT, 'dist/release') } },
  });
  const release = await makeRelease(values.out);
  const file = pack(release);
  const mib = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
  console.log(`${release.folder}: ${mib(release.bytes)}, ${release.packages} packages from npm`);
  console.log(`${file}: ${mib(statSync(file).size)}`);
}
