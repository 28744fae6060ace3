import { MAX_SETUP_FILE_LENGTH, type SetupLine } from '@motcua/protocol/http';
import { Command } from 'commander';
import type { CommandLine } from './command-line.ts';
import { readIn, writeOut } from './files.ts';

interface Apply {
  readonly data: string;
  readonly yes?: true;
}

const SIGNS = { add: '+', change: '~', remove: '-' } as const;
const NAMES = {
  'site': 'centre, hours and rules',
  'safekeeping': 'backups',
  'service-group': 'service group',
  'service': 'service',
  'queue': 'queue',
  'counter': 'counter',
  'priority-group': 'priority group',
} as const satisfies Record<SetupLine['kind'], string>;

/** `motcua setup …`: the set-up of an office in one file, for another office. */
export function setupCommand({
  withAdministration,
  print,
  hint,
  dataOption,
}: CommandLine): Command {
  const setup = new Command('setup')
    .description('The set-up of an office in one file')
    .addHelpText('after', '\nExample:\n  motcua setup export kim-boi.json --data ./data\n');

  setup
    .command('export')
    .description('Write it: all settings, no people, devices, secrets or addresses of computers')
    .argument('<file>', 'where to write it')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua setup export kim-boi.json --data ./data\n')
    .action((file: string, { data }: Pick<Apply, 'data'>) =>
      withAdministration(data, async (administration) => {
        writeOut('set-up', file, await administration.setupFile());
        hint(`The set-up is in ${file}.`);
      }),
    );

  setup
    .command('apply')
    .description('Read it: shows what would change; with --yes it is changed, all or nothing')
    .argument('<file>', 'as `setup export` wrote it')
    .option('--yes', 'change it')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExamples:\n  motcua setup apply kim-boi.json --data ./data\n' +
        '  motcua setup apply kim-boi.json --yes --data ./data\n',
    )
    .action((file: string, { data, yes }: Apply) =>
      withAdministration(data, async (administration) => {
        const step = { type: 'file', text: readIn(file, MAX_SETUP_FILE_LENGTH) } as const;
        const isReal = yes === true;
        const changes = await administration[isReal ? 'setUp' : 'previewSetup'](step);
        for (const { change, kind, name } of changes)
          print([SIGNS[change], NAMES[kind], name?.vi ?? ''].join('\t'));
        if (changes.length === 0) hint('Everything is as in the file already.');
        else if (isReal) hint(`${changes.length} settings were changed.`);
        else hint(`${changes.length} settings would change. Nothing was changed yet: add --yes.`);
      }),
    );

  return setup;
}
