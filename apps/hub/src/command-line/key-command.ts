import { API_SCOPES, type ApiScope } from '@motcua/domain';
import { Command, Option } from 'commander';
import type { CommandLine } from './command-line.ts';

interface Create {
  readonly name: string;
  readonly scope: readonly ApiScope[];
  readonly data: string;
}
interface OnData {
  readonly data: string;
}

/** `motcua key …`: API keys for other programs. */
export function keyCommand({ withAdministration, print, hint, dataOption }: CommandLine): Command {
  const key = new Command('key')
    .description('Create and revoke API keys for other programs')
    .addHelpText('after', '\nExample:\n  motcua key list\n');

  key
    .command('create')
    .description('Create an API key; prints it, once')
    .requiredOption('--name <name>', 'the program that will use it')
    .addOption(
      new Option('--scope <scope...>', 'what it may be used for')
        .choices(API_SCOPES)
        .makeOptionMandatory(),
    )
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua key create --name "Trang tin xã" --scope live\n')
    .action(({ name, scope, data }: Create) =>
      withAdministration(data, async (administration) => {
        const created = await administration.createKey({ name, scopes: scope });
        print(created.token);
        hint(`${name} has the key ${created.key.id}.`);
        hint('The key above is shown only now: give it to the program and keep it secret.');
      }),
    );

  key
    .command('list')
    .description('All API keys, their scopes, and when they were last used')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua key list --data ./data\n')
    .action(({ data }: OnData) =>
      withAdministration(data, async (administration) => {
        const keys = await administration.keys();
        for (const { key: one, lastUsedAt } of keys) {
          const used = lastUsedAt === null ? 'never used' : new Date(lastUsedAt).toISOString();
          const scopes = (one.scopes ?? []).join(',');
          print([one.id, one.revoked ? 'revoked' : 'active', scopes, used, one.name].join('\t'));
        }
        if (keys.length === 0) hint('There is no API key yet.');
      }),
    );

  key
    .command('revoke')
    .description('Revoke an API key, at once and for ever')
    .argument('<id>', 'as `key list` shows it')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua key revoke program-2f1c0a9e-…\n')
    .action((id: string, { data }: OnData) =>
      withAdministration(data, async (administration) => {
        await administration.revokeKey(id);
        hint(`${id} is revoked.`);
      }),
    );

  return key;
}
