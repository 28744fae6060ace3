/** npm run package:desktop [-- electron-builder's options]: builds the sources, then the installers. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildDesktop, UNBUNDLED } from './build-desktop.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const require = createRequire(import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

const dist = await buildDesktop();
const { version = '0.0.0' } = read(join(ROOT, 'package.json'));
const dependencies = Object.fromEntries(
  UNBUNDLED.filter((name) => name !== 'electron').map((name) => [
    name,
    read(require.resolve(`${name}/package.json`))['version'] ?? '*',
  ]),
);
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
    dependencies,
  }),
);
run('npm', ['install', '--omit=dev', '--no-package-lock', '--ignore-scripts'], dist);
run('electron-builder', ['--config', 'electron-builder.yml', ...process.argv.slice(2)], ROOT);

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 1);
}
