import { hash } from 'node:crypto';
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '@motcua/protocol';
import type { Journal } from '@motcua/store';

/** Says how far the journal was, beside the database: a database that was put back knows less than it. */
export interface JournalWitness {
  /** Whether the journal still has what was noted last; an unknown witness has nothing to say for it. */
  readonly agrees: (journal: Journal) => boolean;
  /** Notes the last change of a commit, before anybody is answered. */
  readonly note: (change: Change) => void;
  readonly close: () => void;
}

const BYTES = 64;
export const NO_WITNESS: JournalWitness = {
  agrees: () => true,
  note: () => undefined,
  close: () => undefined,
};

/**
 * One line in `motcua.seq`, overwritten with every commit and never synced: a killed hub leaves it right, and after a
 * power cut it is at most behind, which does no harm. Where it cannot be written there is no witness.
 */
export function openJournalWitness(dataDir: string): JournalWitness {
  let file: number;
  try {
    file = openSync(join(dataDir, 'motcua.seq'), constants.O_RDWR | constants.O_CREAT, 0o600);
  } catch {
    return NO_WITNESS;
  }
  return {
    agrees(journal) {
      const buffer = Buffer.alloc(BYTES);
      readSync(file, buffer, 0, BYTES, 0);
      const [seq, mark] = buffer.toString('latin1').split(/[\s\0]+/);
      const [change] = seq === undefined ? [] : journal.between(Number(seq) - 1, Number(seq));
      return change !== undefined && markOf(change) === mark;
    },
    note(change) {
      const line = `${change.seq} ${markOf(change)}\n`;
      try {
        writeSync(file, line.padEnd(BYTES), 0, 'latin1');
      } catch {
        // A full disk: the line stays behind, which does no harm.
      }
    },
    close: () => closeSync(file),
  };
}

/** What is sealed is forgotten at night, so it says nothing here. */
function markOf(change: Change): string {
  const open = change.type === 'care-changed' ? { ...change, care: null } : change;
  return hash('sha1', JSON.stringify(open));
}
