import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from './electron-binary.ts';

describe('the Electron program', () => {
  let packageDir: string;
  const aFile = (...path: string[]): string => {
    const file = join(packageDir, ...path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '');
    return file;
  };
  const find = (env: Record<string, string>, platform: NodeJS.Platform = 'linux') =>
    findElectron({ env, platform, packageDir });
  const SCREEN = { DISPLAY: ':0' };

  beforeEach(() => {
    packageDir = mkdtempSync(join(tmpdir(), 'motcua-electron-'));
  });
  afterEach(() => rmSync(packageDir, { recursive: true }));

  it('is named by ELECTRON, else found in the named folder, else in the installed package', () => {
    const installed = aFile('dist', 'electron');
    expect(find(SCREEN)).toEqual({ binary: installed });

    const held = aFile('held', 'electron');
    const ELECTRON_OVERRIDE_DIST_PATH = join(packageDir, 'held');
    expect(find({ ...SCREEN, ELECTRON_OVERRIDE_DIST_PATH })).toEqual({ binary: held });

    const ELECTRON = aFile('mine');
    const both = { ...SCREEN, ELECTRON, ELECTRON_OVERRIDE_DIST_PATH };
    expect(find(both)).toEqual({ binary: ELECTRON });
  });

  it('has the file name given by its package, else by its platform', () => {
    const onWindows = aFile('dist', 'electron.exe');
    expect(find({}, 'win32')).toEqual({ binary: onWindows });

    const pathFile = aFile('dist', 'Electron of this package');
    writeFileSync(join(packageDir, 'path.txt'), 'Electron of this package\n');
    expect(find(SCREEN)).toEqual({ binary: pathFile });
  });

  it('is reported missing in one sentence where it was not downloaded', () => {
    expect(find(SCREEN)).toMatchObject({
      binary: null,
      missing: expect.stringContaining('install-electron') as string,
    });
    expect(find({ ...SCREEN, ELECTRON: '/nowhere' })).toMatchObject({ binary: null });
  });

  it('needs a screen, which Windows and macOS always have', () => {
    aFile('dist', 'electron');
    aFile('dist', 'electron.exe');
    expect(find({ DISPLAY: '' })).toMatchObject({
      binary: null,
      missing: expect.stringContaining('WAYLAND_DISPLAY') as string,
    });
    expect(find({ WAYLAND_DISPLAY: 'wayland-0' }).binary).not.toBeNull();
    expect(find({}, 'win32').binary).not.toBeNull();
  });
});
