/**
 * npm run package:desktop [-- --linux] [-- --win] [-- electron-builder's options]: builds the sources, then the installers
 * of this platform or of the named ones.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildDesktop, UNBUNDLED } from './build-desktop.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const require = createRequire(import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

/** Each with its own native modules, whatever computer it is packaged on. */
const TARGETS = [
  { flag: '--linux', os: 'linux', cpu: 'x64', libc: 'glibc' },
  { flag: '--linux', os: 'linux', cpu: 'arm64', libc: 'glibc' },
  { flag: '--win', os: 'win32', cpu: 'x64', libc: null },
] as const;

const given = process.argv.slice(2);
const flags = TARGETS.map(({ flag }) => flag);
const named = given.some((arg) => flags.some((flag) => flag === arg));
const wanted = TARGETS.filter(({ flag, os }) =>
  named ? given.includes(flag) : os === process.platform,
).filter(({ cpu }) => !given.includes('--x64') || cpu === 'x64');
if (wanted.length === 0) {
  console.error(`No installer is made on ${process.platform} by itself: say --linux or --win.`);
  process.exit(1);
}
const others = given.filter((arg) => arg !== '--x64' && !flags.some((flag) => flag === arg));

const dist = await buildDesktop();
const { version = '0.0.0' } = read(join(ROOT, 'package.json'));
writeFileSync(
  join(dist, 'package.json'),
  JSON.stringify({
    name: 'motcua-desktop',
    productName: 'motcua',
    version,
    description: 'A locked full-screen window on a kiosk, a display or a counter',
    author: 'the motcua authors',
    homepage: 'https://motcua.example',
    license: 'MIT',
    type: 'module',
    main: 'main.mjs',
    dependencies: Object.fromEntries(
      UNBUNDLED.filter((name) => name !== 'electron').map((name) => [
        name,
        read(require.resolve(`${name}/package.json`))['version'] ?? '*',
      ]),
    ),
  }),
);
for (const { flag, os, cpu, libc } of wanted) {
  rmSync(join(dist, 'node_modules'), { recursive: true, force: true });
  const native = [`--os=${os}`, `--cpu=${cpu}`, ...(libc === null ? [] : [`--libc=${libc}`])];
  run('npm', ['install', '--omit=dev', '--no-package-lock', '--ignore-scripts', ...native], dist);
  const config = ['--config', 'electron-builder.yml', '--publish', 'never'];
  run('electron-builder', [flag, ...others, `--${cpu}`, ...config], ROOT);
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
