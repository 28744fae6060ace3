import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';

/** A child process, ready after its first message. */
export interface Child<Ready> {
  readonly ready: Ready;
  /** Resident memory in KiB, where available (Linux); else null. */
  readonly memoryKib: () => number | null;
  readonly stop: () => Promise<void>;
  /** For sending it messages. */
  readonly child: ChildProcess;
}

/** Starts a module of this repository as a process of its own. */
export async function startChild<Ready>(
  module: string,
  args: readonly string[],
): Promise<Child<Ready>> {
  const child: ChildProcess = fork(module, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => message as Ready),
    once(child, 'exit').then(() => {
      throw new Error(`${module} ended before it was ready`);
    }),
  ]);
  return {
    ready,
    child,
    memoryKib: () => residentKib(child.pid),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function residentKib(pid: number | undefined): number | null {
  const file = `/proc/${pid ?? 0}/status`;
  if (!existsSync(file)) return null;
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1];
  return kib === undefined ? null : Number(kib);
}

/** A plain connection with the options of every client of the hub. */
export async function connect(
  url: string,
  options: { readonly cookie?: string } = {},
): Promise<Socket> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...(options.cookie === undefined ? {} : { extraHeaders: { cookie: options.cookie } }),
  });
  await new Promise<void>((connected, failed) => {
    socket.once('connect', connected);
    socket.once('connect_error', failed);
  });
  return socket;
}

/** A temporary folder that can be removed. */
export function scratchDir(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
