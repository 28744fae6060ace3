import process from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Instant } from '@motcua/domain';
import { openStoreToRead } from '@motcua/store';
import { readSourceOf } from './read-source.ts';
import { read, type ReadTask } from './read-task.ts';

/** What the hub tells a reader process. */
export interface ReadOrder {
  readonly file: string;
  /** The hub's time. */
  readonly at: Instant;
  readonly task: ReadTask;
}

// A hub that is gone wants no answer.
process.once('disconnect', () => process.exit(1));

process.once('message', (order: ReadOrder) => {
  void carryOut(order).catch((cause: unknown) => {
    console.error(cause);
    process.exit(1);
  });
});

async function carryOut({ file, at, task }: ReadOrder): Promise<void> {
  const store = openStoreToRead(file);
  await pipeline(
    Readable.from(read(readSourceOf(store, at), task), { objectMode: false }),
    process.stdout,
    { end: false },
  );
  store.db.close();
  // Bytes to a pipe may still be on their way.
  process.stdout.end(() => process.exit(0));
}
