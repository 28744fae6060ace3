import { EventEmitter, once } from 'node:events';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Instant } from '@motcua/domain';
import type { ReadTask } from './read-task.ts';

/** The messages of the hub to the process that reads. One chunk is sent for each `more`. */
export type ToReader =
  | {
      readonly type: 'read';
      readonly id: number;
      readonly file: string;
      /** The hub's time. */
      readonly at: Instant;
      readonly task: ReadTask;
    }
  | { readonly type: 'more' | 'cancel'; readonly id: number };

export type FromReader =
  | { readonly type: 'chunk'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: 'end'; readonly id: number; readonly error: string | null };

const CHUNK_BYTES = 64 * 1024;
/** A receiver that takes nothing for so long keeps SQLite's log from being cut. */
const STALL_TIMEOUT_MS = 30_000;

/** Emits `more` for each chunk that is wanted. */
const open = new Map<number, { readonly wants: EventEmitter; readonly cancel: AbortController }>();

// A hub that is gone needs no answer.
process.once('disconnect', () => process.exit());

process.on('message', (message: ToReader) => {
  if (message.type === 'read') void answer(message);
  else if (message.type === 'more') open.get(message.id)?.wants.emit('more');
  else open.get(message.id)?.cancel.abort();
});

async function answer(order: ToReader & { readonly type: 'read' }): Promise<void> {
  const { id, task } = order;
  let error: string | null = null;
  try {
    await carryOut(order);
  } catch (cause) {
    error = `A read of ${task.type} failed: ${String(cause)}`;
  }
  open.delete(id);
  send({ type: 'end', id, error });
  if (open.size === 0) setImmediate(giveBackMemory);
}

/** Here, where no command waits for it: an idle process never collects garbage by itself, and this one stays. */
function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

async function carryOut({ id, file, at, task }: ToReader & { readonly type: 'read' }) {
  const wants = new EventEmitter();
  const cancel = new AbortController();
  open.set(id, { wants, cancel });
  const wanted = () =>
    once(wants, 'more', {
      signal: AbortSignal.any([cancel.signal, AbortSignal.timeout(STALL_TIMEOUT_MS)]),
    });
  await wanted();
  // Loaded when first needed, which halves the memory of the idle process.
  const [{ openStoreToRead }, { readSourceOf }, { read }] = await Promise.all([
    import('@motcua/store'),
    import('./read-source.ts'),
    import('./read-task.ts'),
  ]);
  const store = openStoreToRead(file);
  try {
    for await (const bytes of inChunks(read(readSourceOf(store, at), task))) {
      send({ type: 'chunk', id, bytes });
      await wanted();
    }
  } finally {
    store.db.close();
  }
}

/** Joins small pieces, so that the hub is not woken for every row. */
async function* inChunks(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let joined: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece);
    joined.push(bytes);
    size += bytes.length;
    if (size < CHUNK_BYTES) continue;
    yield Buffer.concat(joined);
    joined = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(joined);
}

function send(message: FromReader): void {
  process.send?.(message, undefined, undefined, () => {});
}
