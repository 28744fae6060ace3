import { closeSync, constants, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Seq } from '@motcua/protocol';
import type { Journal } from '@motcua/store';

/** Says how far the journal was, beside the database: a database that was put back knows less than it. */
export interface JournalCheckpoint {
  /** Whether the journal still has what was noted last; an unknown witness has nothing to say for it. */
  readonly agrees: (journal: Journal) => boolean;
  /** Notes the last change of a commit and its hash, before the room hears; a visitor may have been answered already. */
  readonly note: (seq: Seq, hash: string | null) => void;
  readonly close: () => void;
}

/** The last change that a hub noted in a folder, and its hash. */
export interface Noted {
  readonly seq: Seq;
  readonly hash: string;
}

/** What a hub noted last in that folder; null: nothing that can be read. A hub may run meanwhile. */
export function lastCheckpoint(dataDir: string): Noted | null {
  try {
    const [seq, hash = ''] = readFileSync(fileIn(dataDir), 'latin1').split(/[\s\0]+/);
    return hash === '' ? null : { seq: Number(seq), hash };
  } catch {
    return null;
  }
}

/** Whether the journal still has what was noted: else its end was cut off, or chained anew. */
export function hasCheckpoint(journal: Journal, { seq, hash }: Noted): boolean {
  return journal.hashOf(seq) === hash;
}

/** What was noted of data that are no longer there is no witness of others. */
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
 * power cut it is at most behind, which does no harm. Where it cannot be written there is no witness.
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
