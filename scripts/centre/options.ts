import { accessSync, constants, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeFolder } from '@motcua/store';

export interface CentreOptions {
  readonly hubPort: number;
  readonly kioskPort: number;
  readonly printerPort: number;
  readonly paperPort: number;
  readonly dataDir: string;
  /** The speed of the simulated visitors, relative to real time; null: no simulation. */
  readonly simulate: number | null;
  /** Kim Bôi's real office hours instead of open around the clock. */
  readonly officeHours: boolean;
  readonly watch: boolean;
  /** Shows the kiosk in a window, where one can be opened. */
  readonly window: boolean;
}

/** Why the centre cannot be started, in one sentence for the user. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

export const HOST = '127.0.0.1';

export const HELP = `npm start [-- options]      a whole service centre on this computer

  --port N           the hub's port (7100); kiosk N+10, printer N+20, its paper N+21
  --data DIR         where the day is kept (./data)
  --simulate [X]     visitors and clerks come and go by themselves, X times faster than life (8)
                     (beyond 10 the voice cannot keep up with the calls)
  --office-hours     open only in Kim Bôi's office hours, instead of around the clock
  --no-window        the kiosk in a browser only, even where Electron could show it in a window
  --help             this text
`;

/** Parses the command line; throws CannotStart for unknown options. */
export function parseOptions(args: readonly string[]): CentreOptions | 'help' {
  const given = read(args);
  const { port, data, simulate, 'office-hours': officeHours, watch, help } = given;
  if (help === true) return 'help';
  const hubPort = wholeNumber('--port', port ?? '7100', 1, 65_514);
  return {
    hubPort,
    kioskPort: hubPort + 10,
    printerPort: hubPort + 20,
    paperPort: hubPort + 21,
    dataDir: resolve(data ?? './data'),
    simulate: simulate === undefined ? null : wholeNumber('--simulate', simulate, 1, 1_000),
    officeHours: officeHours ?? false,
    watch: watch ?? false,
    window: given['no-window'] !== true,
  };
}

/** Creates the folder and checks that it is writable. */
export function checkDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
    if (!statSync(dataDir).isDirectory()) throw new Error('not a folder');
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new CannotStart(`The folder ${dataDir} cannot be written; choose another with --data.`, {
      cause,
    });
  }
}

/** Checks that these ports are free. */
export async function checkPorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if ((await answers(port)) || !(await canListen(port)))
      throw new CannotStart(`Port ${port} is already in use; choose others with --port.`);
  }
}

const TAKES_NUMBER: ReadonlySet<string> = new Set(['--port', '--simulate']);
const BELOW_ZERO = /^-\d/;

function read(args: readonly string[]) {
  try {
    // A negative number is an invalid value, not an option.
    const joined = args.flatMap((arg, i) => {
      if (TAKES_NUMBER.has(arg) && BELOW_ZERO.test(args[i + 1] ?? ''))
        return [`${arg}=${args[i + 1]}`];
      return TAKES_NUMBER.has(args[i - 1] ?? '') && BELOW_ZERO.test(arg) ? [] : [arg];
    });
    // `--simulate` without a value means the usual speed.
    const filled = joined.flatMap((arg, i) =>
      arg === '--simulate' && !/^\d/.test(joined[i + 1] ?? '') ? ['--simulate', '8'] : [arg],
    );
    return parseArgs({
      args: filled,
      options: {
        'port': { type: 'string' },
        'data': { type: 'string' },
        'simulate': { type: 'string' },
        'office-hours': { type: 'boolean' },
        'watch': { type: 'boolean' },
        'no-window': { type: 'boolean' },
        'help': { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    const what = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw new CannotStart(`${what}; npm start -- --help lists the options.`, { cause });
  }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw new CannotStart(
      `${option} takes a whole number from ${least} to ${most}, not "${text}".`,
    );
  return number;
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: HOST, port });
    const end = (answer: boolean) => {
      socket.destroy();
      done(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, HOST, () => server.close(() => done(true)));
  });
}
