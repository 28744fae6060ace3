import { closeSync, constants, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Seq } from '@motcua/protocol';
import type { Journal } from '@motcua/store';

/** The last position of the journal, beside the database: a restored database is behind it. */
export interface JournalCheckpoint {
  /** Whether the journal still has the last checkpoint; a missing one does not agree. */
  readonly agrees: (journal: Journal) => boolean;
  /** Notes the last change of a commit and its hash, before the changes go to clients; urgent answers may have left before. */
  readonly note: (seq: Seq, hash: string | null) => void;
  readonly close: () => void;
}

/** The last change that a hub wrote in a folder, and its hash. */
export interface Noted {
  readonly seq: Seq;
  readonly hash: string;
}

/** The checkpoint in that folder; null: none that can be read. A hub may run meanwhile. */
export function lastCheckpoint(dataDir: string): Noted | null {
  try {
    const [seq, hash = ''] = readFileSync(fileIn(dataDir), 'latin1').split(/[\s\0]+/);
    return hash === '' ? null : { seq: Number(seq), hash };
  } catch {
    return null;
  }
}

/** Whether the journal still has the checkpoint: else its end was cut off, or chained anew. */
export function hasCheckpoint(journal: Journal, { seq, hash }: Noted): boolean {
  return journal.hashOf(seq) === hash;
}

/** The checkpoint of former data says nothing about others. */
export function deleteCheckpoint(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'motcua.seq');
}

/** A seq and a hash. */
const BYTES = 96;
export const NO_CHECKPOINT: JournalCheckpoint = {
  agrees: () => true,
  note: () => undefined,
  close: () => undefined,
};

/**
 * One line in `motcua.seq`, overwritten with every commit and never synced: a killed hub leaves it right, and after a
 * power cut it is at most behind, which does no harm. Where it cannot be written there is no checkpoint.
 */
export function openJournalCheckpoint(dataDir: string): JournalCheckpoint {
  let file: number;
  try {
    file = openSync(fileIn(dataDir), constants.O_RDWR | constants.O_CREAT, 0o600);
  } catch {
    return NO_CHECKPOINT;
  }
  return {
    agrees(journal) {
      const noted = lastCheckpoint(dataDir);
      return noted !== null && hasCheckpoint(journal, noted);
    },
    note(seq, hash) {
      const line = `${seq} ${hash ?? ''}\n`;
      try {
        writeSync(file, line.padEnd(BYTES), 0, 'latin1');
      } catch {
        // A full disk: the line stays behind, which does no harm.
      }
    },
    close: () => closeSync(file),
  };
}
