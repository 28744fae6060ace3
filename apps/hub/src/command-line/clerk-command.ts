import { PERSON_ROLES, type PersonRole } from '@motcua/domain';
import { loginInput, nameInput } from '@motcua/protocol/http';
import { Command, Option } from 'commander';
import type { CommandLine } from './command-line.ts';
import { Sentence } from './sentence.ts';

/** Where their sign-in link leads. */
const PAGE_OF = {
  clerk: 'counter',
  guide: 'counter',
  head: 'admin',
  administrator: 'admin',
} as const satisfies Record<PersonRole, string>;

interface Add {
  readonly name: string;
  readonly login: string;
  readonly role: PersonRole;
  readonly data: string;
}

/** `motcua clerk …`: people who may sign in. */
export function clerkCommand({
  withAdministration,
  print,
  hint,
  dataOption,
}: CommandLine): Command {
  const clerk = new Command('clerk')
    .description('People who may sign in')
    .addHelpText('after', '\nExample:\n  motcua clerk list\n');

  clerk
    .command('add')
    .description('Add a person; prints login and secret, once')
    .requiredOption('--name <name>', 'as colleagues know them')
    .requiredOption('--login <login>', 'what is typed to sign in')
    .addOption(
      new Option('--role <role>', 'what they may do').choices(PERSON_ROLES).default('clerk'),
    )
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExamples:\n  motcua clerk add --name "Nguyễn Thị Lan" --login lan\n' +
        '  motcua clerk add --name "Trần Văn Bình" --login binh --role head\n',
    )
    .action((typed: Add) => {
      const name = nameInput.safeParse(typed.name);
      if (!name.success) throw new Sentence('A name has 1 to 80 characters.');
      const login = loginInput.safeParse(typed.login);
      if (!login.success)
        throw new Sentence('A login has 2 to 32 letters a-z, digits, dots or dashes.');
      const person = { name: name.data, login: login.data, role: typed.role };
      return withAdministration(typed.data, async (administration) => {
        const added = await administration.addPerson(person);
        print(`login\t${added.person.login}`);
        print(`secret\t${added.secret}`);
        hint(`${person.name} (${person.role}) can sign in. The secret is shown only now.`);
      });
    });

  clerk
    .command('recover')
    .description('Print a one-time link for a person who has lost the password')
    .requiredOption('--login <login>', 'as `clerk list` shows it')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua clerk recover --login quantri --data ./data\n')
    .action(({ login, data }: { readonly login: string; readonly data: string }) =>
      withAdministration(data, async (administration) => {
        const { person, token, url } = await administration.recover(login);
        const page = PAGE_OF[person.role];
        print(`${url ?? 'http://HUB:7100'}/${page}/#link=${token}`);
        hint(`${person.name} opens this address once, within a day, and chooses a new password.`);
        if (url === null) hint('No hub runs now: start it, and put its address in place of HUB.');
      }),
    );

  clerk
    .command('list')
    .description('All people, and who is locked out')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua clerk list --data ./data\n')
    .action(({ data }: { readonly data: string }) =>
      withAdministration(data, async (administration) => {
        const people = await administration.people();
        for (const { login, role, active, name } of people)
          print([login, role, active ? 'active' : 'locked', name].join('\t'));
        if (people.length === 0) hint('No person has been added yet.');
      }),
    );

  return clerk;
}
