import { fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepPrivate, makeFolder } from '@motcua/store';
import { Command } from 'commander';
import { lockDataDir } from '../operations/data-lock.ts';
import { followHub, type FollowProblem, type FollowState } from '../standby/follow-hub.ts';
import { pairStandby, readStandbyToken, writeStandbyToken } from '../standby/pair-standby.ts';
import { trustAuthorityIn } from '../tls/trust-authority.ts';
import type { CommandLine } from './command-line.ts';
import { Sentence } from './sentence.ts';

interface Follow {
  readonly hub: string;
  readonly data: string;
  readonly token?: string;
  readonly name: string;
}

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const WHY: Readonly<Record<FollowProblem, string>> = {
  'other-hub':
    'The hub there has other data than was followed so far; name the right hub, or an empty folder.',
  'outdated-hub': 'The hub there is out of date: another took over from it. Follow that one.',
  'other-version': 'The hub there is of another version; install the same version here.',
  'not-let-in':
    'The hub does not let this computer in; approve it in administration, or give it another token.',
  'not-trusted':
    "The certificate of the hub is not trusted here: put a copy of the hub's authority.pem into the data folder, and start again.",
};
/** Three of these fit into the time after which a service manager gives up. */
const STATUS_INTERVAL_MS = 5_000;

/** `motcua follow`: the standby. When it is promoted, the same process becomes the hub. */
export function followCommand({ hint, dataOption }: CommandLine): Command {
  return new Command('follow')
    .description('Follow a hub as its standby, until it is promoted; then be the hub')
    .requiredOption('--hub <address>', 'where the hub is, such as http://192.168.1.10:7100')
    .addOption(dataOption())
    .option(
      '--token <token>',
      'of `motcua device add --role standby`, instead of six digits; others on this computer may see it among the processes',
    )
    .option('--name <name>', 'how administration calls this computer', hostname())
    .argument('[options...]', 'after --: what the hub is started with once this one is it')
    .addHelpText(
      'after',
      '\nExample:\n  motcua follow --hub http://192.168.1.10:7100 --data ./data -- --host 0.0.0.0\n',
    )
    .action(async (hubOptions: readonly string[], { hub, data, token, name }: Follow) => {
      if (!URL.canParse(hub) || !/^https?:$/.test(new URL(hub).protocol))
        throw new Sentence(`"${hub}" is not an address such as http://192.168.1.10:7100.`);
      refuseOwnData(data);
      const stopping = new AbortController();
      const stop = () => stopping.abort();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
      const release = lock(data);
      trustAuthorityIn(data);
      const rest = sayThatItIsWell();
      let ended: 'promoted' | 'stopped';
      try {
        if (token !== undefined) writeStandbyToken(data, token);
        else if (readStandbyToken(data) === null)
          await pair(hub, data, name, hint, stopping.signal);
        ended = await followHub({
          hubUrl: hub,
          dataDir: data,
          token: () => readStandbyToken(data) ?? '',
          onState: sayOnce(hub, hint),
          signal: stopping.signal,
        });
      } finally {
        rest();
        release();
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop);
      }
      // Promoted while it was being stopped: it ends, and is the hub from its next start on.
      if (ended === 'promoted' && !stopping.signal.aborted) {
        hint('This computer is the hub now.');
        await beTheHub(['--data', data, ...hubOptions]);
      }
    });
}

/** A promoted follower goes on as the hub; a hub that never followed must not be taken for one. */
function refuseOwnData(dataDir: string): void {
  const file = join(dataDir, 'motcua.db');
  if (readStandbyToken(dataDir) !== null || !existsSync(file)) return;
  throw new Sentence(
    `The folder ${dataDir} holds a hub's own data; name an empty one with --data.`,
  );
}

function lock(dataDir: string): () => void {
  try {
    makeFolder(dataDir);
    keepPrivate(dataDir);
    return lockDataDir(dataDir);
  } catch (cause) {
    throw new Sentence(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

async function pair(
  hubUrl: string,
  dataDir: string,
  name: string,
  hint: CommandLine['hint'],
  signal: AbortSignal,
): Promise<void> {
  const say = sayOnce(hubUrl, hint);
  const code = (digits: string) =>
    hint(`The code of this computer is ${digits}: an administrator approves it under Devices.`);
  const refused = () =>
    hint(
      'An administrator refused this computer. It asks again in ten minutes, or when started anew.',
    );
  const trouble = (kind: 'no-answer' | 'not-trusted') =>
    say(kind === 'not-trusted' ? { type: 'refused', problem: kind } : { type: 'no-answer' });
  const token = await pairStandby(hubUrl, name.slice(0, 80), { code, refused, trouble }, signal);
  if (token !== null) writeStandbyToken(dataDir, token);
}

/** One line when the state changes, not four a second. */
function sayOnce(
  hubUrl: string,
  hint: CommandLine['hint'],
): (state: FollowState | { readonly type: 'no-answer' }) => void {
  let said = '';
  return (state) => {
    const line =
      state.type === 'refused'
        ? WHY[state.problem]
        : {
            'following': `Following ${hubUrl}, less than a second behind.`,
            'no-answer': `The hub at ${hubUrl} does not answer; asking again.`,
            'copying': `Taking a copy of everything from ${hubUrl} …`,
            'cut-off': `The hub at ${hubUrl} does not answer; asking again. If it does not come back: motcua promote.`,
          }[state.type];
    if (line !== said) hint(line);
    said = line;
  };
}

/** A follower serves no clients; this line tells the service manager that it goes on, also while the hub is gone. */
function sayThatItIsWell(): () => void {
  const say = () => process.send?.({ well: true });
  say();
  const timer = setInterval(say, STATUS_INTERVAL_MS);
  return () => clearInterval(timer);
}

/** In a child process, which ends with this one; its output goes to the service manager. */
function beTheHub(args: readonly string[]): Promise<void> {
  return new Promise((done) => {
    const child =
      process.send === undefined
        ? spawn(process.execPath, [MAIN, ...args], { stdio: 'inherit' })
        : fork(MAIN, args, { stdio: 'inherit' });
    child.on('message', (message) => process.send?.(message));
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => child.kill(signal));
    child.once('exit', (code) => {
      process.exitCode = code ?? 1;
      done();
    });
  });
}
