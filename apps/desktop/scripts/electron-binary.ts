import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** An Electron program and a screen for its window, or one sentence about what is missing. */
export type ElectronHere =
  | { readonly binary: string }
  | { readonly binary: null; readonly missing: string };

/** The inputs: environment, platform, and the folder of the `electron` package. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly packageDir: string;
}

const HERE: Surroundings = {
  env: process.env,
  platform: process.platform,
  packageDir: dirname(createRequire(import.meta.url).resolve('electron/package.json')),
};

/** Whether a window can be opened on this machine. Does not import `electron`, which would try to download it. */
export function findElectron(surroundings: Surroundings = HERE): ElectronHere {
  const binary = electronBinary(surroundings);
  if (binary === null) return { binary, missing: NO_BINARY };
  return hasScreen(surroundings) ? { binary } : { binary: null, missing: NO_SCREEN };
}

/**
 * The Electron program: named by ELECTRON, or in the folder ELECTRON_OVERRIDE_DIST_PATH, else where
 * `install-electron` puts it. Null when there is none.
 */
function electronBinary({ env, platform, packageDir }: Surroundings): string | null {
  const { ELECTRON: named, ELECTRON_OVERRIDE_DIST_PATH: held } = env;
  const path = pathIn(packageDir, platform);
  const candidates = [
    ...(named === undefined ? [] : [named]),
    ...(held === undefined ? [] : [join(held, path)]),
    join(packageDir, 'dist', path),
  ];
  return candidates.find((file) => existsSync(file)) ?? null;
}

/** Electron's package names its program once it was downloaded; else its platform does. */
function pathIn(packageDir: string, platform: NodeJS.Platform): string {
  const pathFile = join(packageDir, 'path.txt');
  if (existsSync(pathFile)) return readFileSync(pathFile, 'utf8').trim();
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

function hasScreen({ env, platform }: Surroundings): boolean {
  const named = (name: string) => (env[name] ?? '') !== '';
  return (
    platform === 'win32' || platform === 'darwin' || ['DISPLAY', 'WAYLAND_DISPLAY'].some(named)
  );
}

const NO_BINARY =
  'there is no Electron program on this machine (npm does not bring it; `npx install-electron` downloads it)';
const NO_SCREEN =
  'there is no screen for a window on this machine (neither DISPLAY nor WAYLAND_DISPLAY is set)';
