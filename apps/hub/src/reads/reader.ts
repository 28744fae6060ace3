import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ok, refuse, type Result } from '@motcua/domain';
import type { ReadSource } from './read-source.ts';
import type { ReadOrder } from './reader-process.ts';
import { read, type ReadTask } from './read-task.ts';

/** Reads that may take long, away from the process that carries out commands. */
export interface Reader {
  /** The answer in pieces; it breaks off when the read fails. Refuses with `too-many-requests`. */
  readonly stream: (task: ReadTask) => Result<Readable>;
  /** The whole answer; throws when the read fails. */
  readonly text: (task: ReadTask) => Promise<string>;
  readonly close: () => void;
}

const READER_PROCESS = fileURLToPath(new URL('./reader-process.ts', import.meta.url));
/** A search goes on beside an export. */
const MAX_PROCESSES = 2;
/** Under way and waiting. */
const MAX_OPEN = 20;
/** The largest export of many years takes minutes. */
const READ_TIMEOUT_MS = 15 * 60_000;
/** Whoever takes nothing for so long holds up the others. */
const STALL_TIMEOUT_MS = 30_000;
/** A process that has loaded its program waits so long for the next read, so that a search answers at once. */
const SPARE_IDLE_MS = 60_000;

/**
 * Reads of a database file are done by a process of its own, which opens the file a second time, read-only: SQLite's
 * log lets it read while the hub writes, and what it takes of memory goes with it. The hub only passes bytes on. A
 * database in memory cannot be opened twice and is read in place.
 */
export function createReader(source: ReadSource): Reader {
  const { db } = source.store;
  const running = new Set<ChildProcess>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let open = 0;
  let spare: ChildProcess | null = null;
  let spareTimer: NodeJS.Timeout | undefined;
  let closed = false;

  function start(): ChildProcess {
    const child = fork(READER_PROCESS, [], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      execArgv: [],
      serialization: 'advanced',
    });
    running.add(child);
    child.once('exit', () => {
      running.delete(child);
      if (spare === child) spare = null;
    });
    // What it dies of shows in its exit.
    child.on('error', () => {});
    child.once('spawn', () => lowerPriority(child.pid));
    return child;
  }

  function takeSpare(): ChildProcess {
    const child = spare ?? start();
    spare = null;
    return child;
  }

  function keepSpare(): void {
    clearTimeout(spareTimer);
    if (closed) return;
    spare ??= start();
    spareTimer = setTimeout(() => spare?.kill(), SPARE_IDLE_MS);
    spareTimer.unref();
  }

  async function acquire(): Promise<void> {
    if (busy >= MAX_PROCESSES) await new Promise<void>((free) => waiting.push(free));
    else busy += 1;
  }

  function release(): void {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  }

  async function* fromProcess(task: ReadTask, isWanted: () => boolean): AsyncGenerator<Buffer> {
    await acquire();
    if (!isWanted()) {
      release();
      return;
    }
    const child = takeSpare();
    const kill = () => child.kill('SIGKILL');
    const timer = setTimeout(kill, READ_TIMEOUT_MS);
    const ended = endOf(child);
    // Not when the answer was taken: a receiver that stalls must not keep the place.
    void ended.then(release);
    try {
      const order: ReadOrder = { file: db.name, at: source.now(), task };
      child.send(order, () => {});
      for await (const bytes of child.stdout as AsyncIterable<Buffer>) {
        const stalled = setTimeout(kill, STALL_TIMEOUT_MS);
        yield bytes;
        clearTimeout(stalled);
      }
      const end = await ended;
      if (end !== 0) throw new Error(`A read of ${task.type} ended with ${end}`);
      // People look at page after page.
      if (task.type === 'journal-page') keepSpare();
    } finally {
      clearTimeout(timer);
      // Whoever asked may have gone.
      kill();
    }
  }

  function stream(task: ReadTask): Result<Readable> {
    if (open >= MAX_OPEN) return refuse('too-many-requests');
    open += 1;
    const pieces: Readable = Readable.from(
      db.memory ? read(source, task) : fromProcess(task, () => !pieces.destroyed),
      { objectMode: false },
    );
    pieces.once('close', () => {
      open -= 1;
    });
    return ok(pieces);
  }

  return {
    stream,
    async text(task) {
      const pieces = stream(task);
      if (!pieces.ok) throw new Error(`A read of ${task.type} found no place`);
      return Buffer.concat(await pieces.value.toArray()).toString();
    },
    close() {
      closed = true;
      clearTimeout(spareTimer);
      for (const child of running) child.kill('SIGKILL');
    },
  };
}

/** Its exit code, its signal, or why it never ran: a process that cannot be started has no exit. */
function endOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'no code'));
    child.once('error', ({ message }) => resolve(message));
  });
}

/** After everything that is more urgent; a system without priorities does it at once. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    return;
  }
}
