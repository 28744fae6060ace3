import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

/**
 * The Electron program on this machine, or null. Looks only; importing `electron` would try to download it.
 * ELECTRON_OVERRIDE_DIST_PATH names a folder that holds one.
 */
export function electronBinary(): string | null {
  const packageDir = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const held = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const path = pathIn(packageDir);
  const candidates = [
    ...(held === undefined ? [] : [join(held, path)]),
    join(packageDir, 'dist', path),
  ];
  return candidates.find((file) => existsSync(file)) ?? null;
}

/** Electron's package says how its program is called once it was downloaded; else by platform. */
function pathIn(packageDir: string): string {
  const told = join(packageDir, 'path.txt');
  if (existsSync(told)) return readFileSync(told, 'utf8').trim();
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

export const NO_BINARY =
  'There is no Electron program on this machine (npm does not bring it; `npx install-electron` downloads it).';
