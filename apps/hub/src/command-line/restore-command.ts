import type { Instant } from '@motcua/domain';
import { Command } from 'commander';
import { NotRestored, restoreBackup } from '../backups/restore.ts';
import type { CommandLine } from './command-line.ts';
import { Sentence } from './sentence.ts';

const WHY: Readonly<Record<NotRestored['problem'], string>> = {
  'cannot-read': 'cannot be read',
  'not-a-backup': 'is not a whole backup of motcua',
  'damaged': 'is damaged',
  'does-not-agree': 'does not agree with its own journal',
  'newer': 'was made by a newer motcua; install that version first',
};

/** `motcua restore`: there is no way back from it, so it refuses rather than guesses. */
export function restoreCommand({ hint, dataOption }: CommandLine): Command {
  return new Command('restore')
    .description('Put a backup in the place of the data, which is kept beside it')
    .argument('<file>', 'as `motcua backup` or the hub wrote it')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExample:\n  motcua restore /media/usb/motcua-2026-11-23.backup --data ./data\n',
    )
    .action((file: string, { data }: { readonly data: string }) => {
      const { manifest, keptAs } = restore(file, data);
      hint(`The data of ${new Date(manifest.madeAt).toISOString()} is in ${data}; start the hub.`);
      if (keptAs !== null) hint(`What was there before is kept as ${keptAs}.`);
      hint(
        'Devices and people that were revoked since then are valid again, and passwords are those of then: look at Devices and People.',
      );
    });
}

function restore(file: string, data: string): ReturnType<typeof restoreBackup> {
  try {
    return restoreBackup(file, data, Date.now() as Instant);
  } catch (cause) {
    if (cause instanceof NotRestored)
      throw new Sentence(`${file} ${WHY[cause.problem]}; nothing was changed.`, { cause });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Sentence(`Nothing was restored: ${why}`, { cause });
  }
}
