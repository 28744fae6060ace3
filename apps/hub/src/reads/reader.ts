import { type ChildProcess, fork } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ok, refuse, type Result } from '@motcua/domain';
import { lowerPriority } from '../operations/child-task.ts';
import type { ReadSource } from './read-source.ts';
import type { FromReader, ToReader } from './reader-process.ts';
import { read, type ReadTask } from './read-task.ts';

/** Reads that may take long, outside the process that executes commands. */
export interface Reader {
  /** Starts the process that reads; else the first read does. */
  readonly start: () => void;
  /** The answer in pieces; it breaks off when the read fails. Refuses with `too-many-requests`. */
  readonly stream: (task: ReadTask) => Result<Readable>;
  /** The whole answer, for the hub itself, which always finds a place; throws when the read fails. */
  readonly text: (task: ReadTask) => Promise<string>;
  readonly close: () => void;
}

const READER_PROCESS = new URL('./reader-process.ts', import.meta.url);
const MAX_OPEN = 20;
/** The largest export of many years takes minutes. */
const READ_TIMEOUT_MS = 15 * 60_000;

/**
 * Reads of a database file are done by a child process, which opens the file a second time, read-only: SQLite's
 * log lets it read while the hub writes. The hub only passes bytes on. A database in memory cannot be opened twice and
 * is read in place.
 *
 * There is one such process, and it stays: starting it delays a busy hub by 30 to 100 ms, which is why a hub starts
 * it before it opens. When it dies, reads under way break off and the next one starts another. (A thread would start in
 * 1 ms, but its crash could crash the hub: see `runChildTask`.)
 */
export function createReader(source: ReadSource, program = READER_PROCESS): Reader {
  const { db } = source.store;
  const reads = new Map<number, Readable>();
  let child: ChildProcess | null = null;
  let open = 0;
  let lastId = 0;
  let closed = false;

  function start(): ChildProcess {
    const started = fork(fileURLToPath(program), [], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
      serialization: 'advanced',
    });
    const ended = (why: string) => {
      if (child !== started) return;
      child = null;
      for (const pieces of reads.values()) pieces.destroy(new Error(`The reader ended: ${why}`));
    };
    started.on('message', received);
    started.once('spawn', () => lowerPriority(started.pid));
    started.once('exit', (code, signal) => ended(String(signal ?? code)));
    started.once('error', ({ message }) => ended(message));
    return started;
  }

  function received(message: FromReader): void {
    const pieces = reads.get(message.id);
    if (message.type === 'chunk') pieces?.push(message.bytes);
    else if (message.error === null) pieces?.push(null);
    else pieces?.destroy(new Error(message.error));
  }

  // A process that could not be started has no channel; the cause of its death shows in its exit.
  const send = (message: ToReader) => child?.connected === true && child.send(message, () => {});

  function fromProcess(task: ReadTask): Readable {
    child ??= start();
    const id = (lastId += 1);
    const pieces = new Readable({
      signal: AbortSignal.timeout(READ_TIMEOUT_MS),
      read: () => send({ type: 'more', id }),
      destroy(cause, done) {
        reads.delete(id);
        send({ type: 'cancel', id });
        done(cause);
      },
    });
    reads.set(id, pieces);
    send({ type: 'read', id, file: db.name, at: source.now(), task });
    return pieces;
  }

  const begin = (task: ReadTask): Readable =>
    db.memory ? Readable.from(read(source, task), { objectMode: false }) : fromProcess(task);

  function stream(task: ReadTask): Result<Readable> {
    if (closed || open >= MAX_OPEN) return refuse('too-many-requests');
    const pieces = begin(task);
    open += 1;
    pieces.once('close', () => {
      open -= 1;
    });
    return ok(pieces);
  }

  return {
    start() {
      if (!db.memory) child ??= start();
    },
    stream,
    async text(task) {
      if (closed) throw new Error(`A read of ${task.type} came after the end`);
      const whole = async () => Buffer.concat(await begin(task).toArray()).toString();
      try {
        return await whole();
      } catch (cause) {
        // A read of the hub itself is repeated once: the next process may live.
        if (closed) throw cause;
        return whole();
      }
    },
    close() {
      closed = true;
      child?.kill('SIGKILL');
    },
  };
}
