import { Command, CommanderError, Option } from 'commander';
import { backupCommand } from './backup-command.ts';
import { certificateCommand } from './certificate-command.ts';
import { clockCommand } from './clock-command.ts';
import { clerkCommand } from './clerk-command.ts';
import { deviceCommand } from './device-command.ts';
import type { CommandLine } from './command-line.ts';
import { demoCommand } from './demo-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { followCommand } from './follow-command.ts';
import { keyCommand } from './key-command.ts';
import { openAdministration } from './open-administration.ts';
import { promoteCommand } from './promote-command.ts';
import { reportCommand } from './report-command.ts';
import { restoreCommand } from './restore-command.ts';
import { setupCommand } from './setup-command.ts';
import { Sentence } from './sentence.ts';
import { verifyCommand } from './verify-command.ts';

/** Answers go to `out`, so that a script can use them; everything else to `explain`. */
export interface Streams {
  readonly out: (content: string | Uint8Array) => void;
  readonly explain: (text: string) => void;
}

/** Runs one command and returns the exit code. Every failure is one sentence. */
export async function runCommandLine(
  args: readonly string[],
  { out, explain }: Streams,
): Promise<number> {
  const commandLine: CommandLine = {
    print: (line) => out(`${line}\n`),
    write: out,
    hint: (line) => explain(`${line}\n`),
    dataOption: () => new Option('--data <folder>', "the hub's data folder").default('./data'),
    withAdministration: async (dataDir, act) => {
      const administration = await openAdministration(dataDir);
      try {
        await act(administration);
      } finally {
        administration.close();
      }
    },
  };
  const program = new Command('motcua')
    .description("The hub's command line")
    .addHelpText(
      'after',
      '\nExample:\n  motcua device add --role kiosk --name "Kiosk 1" --data ./data\n',
    );
  for (const command of [
    deviceCommand,
    keyCommand,
    clerkCommand,
    backupCommand,
    restoreCommand,
    followCommand,
    promoteCommand,
    verifyCommand,
    doctorCommand,
    certificateCommand,
    clockCommand,
    reportCommand,
    setupCommand,
    demoCommand,
  ])
    program.addCommand(command(commandLine));
  prepare(program, { out, explain });

  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode;
    explain(`${cause instanceof Sentence ? cause.message : faultOf(cause)}\n`);
    return 1;
  }
}

/** Settings that commander does not inherit to subcommands that were built elsewhere. */
function prepare(command: Command, { out, explain }: Streams): void {
  command
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: out, writeErr: explain });
  for (const child of command.commands) prepare(child, { out, explain });
}

function faultOf(cause: unknown): string {
  if (!(cause instanceof Error)) return `Something broke: ${String(cause)}`;
  const root = cause.cause instanceof Error ? ` (${cause.cause.message})` : '';
  return `Something broke: ${cause.message}${root}`;
}
