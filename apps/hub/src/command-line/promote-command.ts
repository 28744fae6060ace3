import type { Instant } from '@motcua/domain';
import { Command } from 'commander';
import { promote } from '../standby/promote.ts';
import { trustAuthorityIn } from '../tls/trust-authority.ts';
import type { CommandLine } from './command-line.ts';
import { databaseIn } from './open-administration.ts';
import { Sentence } from './sentence.ts';

interface Promote {
  readonly data: string;
  readonly force?: boolean;
}

/** `motcua promote`: never automatic, because only a person can see that the old hub is really gone. */
export function promoteCommand({ hint, dataOption }: CommandLine): Command {
  return new Command('promote')
    .description('Make this standby the hub')
    .addOption(dataOption())
    .option('--force', 'even though the old hub still answers; switch it off first if you can')
    .addHelpText('after', '\nExample:\n  motcua promote --data ./data\n')
    .action(async ({ data, force = false }: Promote) => {
      trustAuthorityIn(data);
      const done = await promote(databaseIn(data), Date.now() as Instant, force);
      if (!('not' in done)) {
        hint('This computer is the hub now. If `motcua follow` does not run here, start the hub.');
        hint('Set its address as the second address of kiosks and pages, and repair the old hub.');
        return;
      }
      throw new Sentence(
        done.not === 'is-a-hub'
          ? `The data in ${data} follows no hub: it is a hub's own already.`
          : `The hub at ${done.hubUrl} still answers. Two hubs would give the same numbers: switch it off, or say --force.`,
      );
    });
}
