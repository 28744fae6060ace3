import { Command } from 'commander';
import type { ClockState } from '@motcua/protocol/http';
import type { CommandLine } from './command-line.ts';
import { databaseIn } from './open-administration.ts';
import { Sentence } from './sentence.ts';

interface OnData {
  readonly data: string;
}

/** `motcua clock …`: the time that the hub uses, and the confirmation of the computer's clock. */
export function clockCommand({
  withAdministration,
  print,
  hint,
  dataOption,
}: CommandLine): Command {
  const clock = new Command('clock')
    .description("Whether the hub believes the computer's clock")
    .addHelpText('after', '\nExample:\n  motcua clock status\n');

  clock
    .command('status')
    .description('The open day, the clock, and whether they agree')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua clock status --data ./data\n')
    .action(({ data }: OnData) => {
      databaseIn(data);
      return withAdministration(data, async (administration) => say(await administration.clock()));
    });

  clock
    .command('confirm')
    .description("The computer's clock is right: go on to the day that it shows")
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua clock confirm --data ./data\n')
    .action(({ data }: OnData) => confirm(data, false));

  clock
    .command('reset')
    .description('The same after a clock that was ahead: go back to the day that the clock shows')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua clock reset --data ./data\n')
    .action(({ data }: OnData) => confirm(data, true));

  function confirm(data: string, isBack: boolean): Promise<void> {
    databaseIn(data);
    return withAdministration(data, async (administration) => {
      const before = await administration.clock();
      if (before.problem === null) return say(before);
      const goesBack = before.wallDay < before.today;
      if (goesBack !== isBack)
        throw new Sentence(
          goesBack
            ? `The open day is ${before.today}, the clock shows ${before.wallDay}: to go back to it, say "motcua clock reset".`
            : `The clock shows ${before.wallDay}, the open day is ${before.today}: to go on to it, say "motcua clock confirm".`,
        );
      const after = await administration.confirmClock();
      hint(`The open day was ${before.today}, and is ${after.today}.`);
      say(after);
    });
  }

  function say({ at, today, wall, wallDay, problem }: ClockState): void {
    print(`open day\t${today}`);
    print(`computer's clock\t${new Date(wall).toISOString()}\t${wallDay}`);
    print(`goes by\t${new Date(at).toISOString()}`);
    hint(SENTENCES[problem ?? 'none']);
  }

  return clock;
}

const SENTENCES: Readonly<Record<NonNullable<ClockState['problem']> | 'none', string>> = {
  'none': 'The clock and the open day agree.',
  'ahead':
    'The clock is later than can be. If it is right, say "motcua clock confirm"; else set it right, and the hub goes on by itself.',
  'behind':
    'The clock is before what was written last. Set it right, or, if it is right, say "motcua clock reset".',
  'day-ahead': 'The open day is still to come. If the clock is right, say "motcua clock reset".',
};
