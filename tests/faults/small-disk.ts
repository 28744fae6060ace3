import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A mounted disk of the given size, which can be filled and write-protected. */
export interface SmallDisk {
  readonly path: string;
  /** Writes until the disk is full. */
  readonly fill: () => void;
  readonly makeRoom: () => void;
  readonly protect: () => void;
  readonly unprotect: () => void;
  readonly remove: () => void;
}

/** Null where disks may not be mounted. */
export function mountSmallDisk(sizeMiB: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'motcua-disk-'));
  const run = (program: string, ...args: readonly string[]) =>
    spawnSync(program, args, { stdio: 'ignore' }).status === 0;
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${sizeMiB}m`, 'tmpfs', path)) {
    rmSync(path, { recursive: true });
    return null;
  }
  const ballast = join(path, 'ballast');
  const remount = (how: 'ro' | 'rw') => {
    if (!run('mount', '-o', `remount,${how}`, path)) throw new Error(`${path} is not ${how}`);
  };
  return {
    path,
    fill() {
      const file = openSync(ballast, 'w');
      try {
        for (let bytes = 65_536; bytes >= 1;)
          try {
            writeSync(file, Buffer.alloc(bytes));
          } catch {
            bytes >>= 1;
          }
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => unlinkSync(ballast),
    protect: () => remount('ro'),
    unprotect: () => remount('rw'),
    remove() {
      if (!run('umount', path)) throw new Error(`${path} is still in use`);
      rmSync(path, { recursive: true });
    },
  };
}

/** Whether tests may mount disks: root on Linux, outside of a restricted container. */
export const CAN_MOUNT = ((): boolean => {
  const disk = mountSmallDisk(1);
  disk?.remove();
  return disk !== null;
})();
if (!CAN_MOUNT)
  console.warn('Skipped where a disk of its own is needed: none can be mounted here.');
