import { parseArgs } from 'node:util';
import { startThermalPrinter } from './start-thermal-printer.ts';

const HELP = `A thermal printer on the network that draws what it receives.

  --port N         where it takes ESC/POS (7120)
  --paper-port N   where its paper can be seen (7121)
  --width N        dots across the paper: 384, 512, 576 or 640 (576)
  --host H         the address it listens on (127.0.0.1)
`;

const WIDTHS = [384, 512, 576, 640];

/** Prints one sentence and exits. */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        'port': { type: 'string', default: '7120' },
        'paper-port': { type: 'string', default: '7121' },
        'width': { type: 'string', default: '576' },
        'host': { type: 'string', default: '127.0.0.1' },
        'help': { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    return giveUp(cause instanceof Error ? cause.message : String(cause));
  }
}

function toPort(text: string, option: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) giveUp(`--${option} must be a port, 0 to 65535.`);
  return port;
}

const values = readArguments();
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const widthDots = Number(values.width);
if (!WIDTHS.includes(widthDots)) giveUp(`--width must be one of ${WIDTHS.join(', ')}.`);
const { host } = values;
const port = toPort(values.port, 'port');
const httpPort = toPort(values['paper-port'], 'paper-port');

try {
  const printer = await startThermalPrinter({ host, port, httpPort, widthDots });
  const stop = () => void printer.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  const ready = {
    ready: true,
    printer: `tcp://${host}:${printer.port}`,
    paper: `http://${host}:${printer.httpPort}`,
  };
  if (process.send === undefined) process.stdout.write(`${JSON.stringify(ready)}\n`);
  else process.send(ready);
} catch (cause) {
  const taken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
  if (!taken) throw cause;
  const which = 'port' in cause ? `Port ${String(cause.port)}` : 'A port';
  giveUp(`${which} is in use by another program; choose another with --port or --paper-port.`);
}
