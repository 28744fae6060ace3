import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const MOTCUA = fileURLToPath(new URL('../../apps/hub/src/motcua.ts', import.meta.url));

export interface Ended {
  readonly code: number;
  /** Its stderr. */
  readonly said: string;
  readonly out: string;
}

/** Runs the hub's command line until it exits, in a process of its own. */
export function motcua(...args: readonly string[]): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [MOTCUA, ...args], (_error, out, said) =>
      done({ code: child.exitCode ?? -1, said: said.trim(), out }),
    );
  });
}
