import { openDatabase } from '@motcua/store';
import { Command } from 'commander';
import { lastCheckpoint } from '../operations/journal-checkpoint.ts';
import { type KnownBefore, verifyDatabase } from '../operations/verify.ts';
import type { CommandLine } from './command-line.ts';
import { databaseIn } from './open-administration.ts';
import { Sentence } from './sentence.ts';

const DIFFERENCES_SHOWN = 20;

/** `motcua verify`: rebuilds the state from the journal and compares; the hub may run meanwhile. */
export function verifyCommand({ print, hint, dataOption }: CommandLine): Command {
  return new Command('verify')
    .description('Rebuild the state from the journal and compare it with the stored one')
    .addOption(dataOption())
    .option(
      '--head-hash <code>',
      'also that a change with this code, exported earlier, is still there',
    )
    .addHelpText(
      'after',
      '\nExample:\n  motcua verify --data ./data\n  motcua verify --data ./data --head-hash 9f2c…\n',
    )
    .action(({ data, headHash }: { readonly data: string; readonly headHash?: string }) => {
      const file = databaseIn(data);
      // Before the database is opened: a hub that goes on writing is never behind its checkpoint.
      const known = { noted: lastCheckpoint(data), hash: headHash?.trim().toLowerCase() ?? null };
      const { changes, differences } = verify(file, known);
      if (differences.length === 0) {
        print(`The stored state agrees with all ${changes} changes of the journal.`);
        return;
      }
      for (const difference of differences.slice(0, DIFFERENCES_SHOWN)) hint(difference);
      throw new Sentence(
        `The stored state differs from the journal in ${places(differences.length)} (${changes} changes read).`,
      );
    });
}

const places = (count: number) => `${count} ${count === 1 ? 'place' : 'places'}`;

function verify(file: string, known: KnownBefore): ReturnType<typeof verifyDatabase> {
  try {
    const db = openDatabase(file);
    try {
      // One read transaction, so that a hub that goes on writing does not matter.
      return db.transaction(() => verifyDatabase(db, known)).deferred();
    } finally {
      db.close();
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Sentence(`The database ${file} cannot be read: ${why}.`, { cause });
  }
}
