import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Instant } from '@motcua/domain';
import type { BackupFailure } from '@motcua/protocol/http';
import { type Db, openDatabaseAsItIs } from '@motcua/store';
import { Command } from 'commander';
import { NoBackup, writeBackup } from '../backups/write-backup.ts';
import type { CommandLine } from './command-line.ts';
import { databaseIn } from './open-administration.ts';
import { Sentence } from './sentence.ts';

const WHY: Readonly<Record<BackupFailure, string>> = {
  'no-room': 'there is not enough room on that disk',
  'cannot-write': 'the file cannot be written there',
  'damaged': 'the data is damaged; run `motcua verify`',
  'stopped': 'it was stopped',
};

/** `motcua backup`: with a connection of its own, so that it works whether the hub runs or not. */
export function backupCommand({ hint, dataOption }: CommandLine): Command {
  return new Command('backup')
    .description('Write everything the hub knows into one file')
    .argument('<file>', 'a file that is not there yet')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExample:\n  motcua backup /media/usb/motcua-2026-11-23.backup --data ./data\n',
    )
    .action(async (named: string, { data }: { readonly data: string }) => {
      const file = resolve(named);
      const source = databaseIn(data);
      if (existsSync(file)) throw new Sentence(`${named} is there already; name another file.`);
      const db = open(source);
      try {
        const bytes = await writeBackup(db, file, Date.now() as Instant, { pace: 'at-once' });
        hint(
          `The backup is in ${named} (${Math.ceil(bytes / 1024)} KiB). Keep it in a safe place.`,
        );
      } catch (cause) {
        if (!(cause instanceof NoBackup)) throw cause;
        throw new Sentence(`No backup was made: ${WHY[cause.problem]}.`, { cause });
      } finally {
        db.close();
      }
    });
}

/** As it is: a backup must not migrate the data. */
function open(file: string): Db {
  try {
    return openDatabaseAsItIs(file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Sentence(`The database ${file} cannot be read: ${why}.`, { cause });
  }
}
