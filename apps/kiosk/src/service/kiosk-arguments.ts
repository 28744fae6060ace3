import { parseArgs } from 'node:util';

export interface KioskArguments {
  readonly hubUrl: string;
  /** Further addresses of the hub. */
  readonly otherHubUrls: readonly string[];
  readonly port: number;
  readonly dataDir: string;
  /** `tcp://host:port`. */
  readonly printer: string;
  readonly widthDots: number;
  readonly name: string;
  readonly deviceToken: string | null;
  readonly logLevel: string;
  /** PEM file of the authority that signed the hub's certificate; null: the authorities of this machine. */
  readonly authority: string | null;
  readonly openToThisMachine: boolean;
}

export const HELP = `Usage: main.ts --hub URL [options]

  --hub URL         address of the hub, http://host:port; once more for the standby
  --port N          where the kiosk's page is served on this machine (7110; 0: any free port)
  --data DIR        folder for what the kiosk must not forget (./data/kiosk)
  --printer ADDRESS tcp://host:port of the slip printer (tcp://127.0.0.1:9100)
  --width DOTS      printable width: 384, 512, 576 or 640 (576)
  --name NAME       how administration calls this kiosk (Kiosk)
  --token TOKEN     a device token, instead of pairing by six digits; others on this
                    computer may see it among the processes
  --authority FILE  PEM of the authority that certifies the hub (authority.pem of the hub's folder)
  --demonstration   any user of this machine may open the page, without its key
  --log-level LEVEL debug, info, warn or error (info)
  --help            this text
`;

const WIDTHS = [384, 512, 576, 640];

/** Parses the command line, or says what is wrong with it. */
export function parseKioskArguments(args: readonly string[]): KioskArguments | 'help' | Problem {
  const given = readOptions(args);
  if (given instanceof Problem) return given;
  if (given.help === true) return 'help';
  const [hubUrl, ...otherHubUrls] = given.hub ?? [];
  const isHub = (url: string) => isAddress(url, ['http:', 'https:']);
  if (hubUrl === undefined || !isHub(hubUrl) || !otherHubUrls.every(isHub)) {
    return new Problem('--hub needs the address of the hub, such as https://192.168.1.10:7100.');
  }
  const port = Number(given.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return new Problem(`--port ${given.port} is no port: it must be from 0 to 65535.`);
  }
  const widthDots = Number(given.width);
  if (!WIDTHS.includes(widthDots)) {
    return new Problem(`--width ${given.width} is not one of ${WIDTHS.join(', ')}.`);
  }
  if (!isAddress(given.printer, ['tcp:'])) {
    return new Problem(`--printer ${given.printer} is not of the form tcp://host:port.`);
  }
  return {
    hubUrl,
    otherHubUrls,
    port,
    dataDir: given.data,
    printer: given.printer,
    widthDots,
    name: given.name.normalize('NFC').trim().slice(0, 80),
    deviceToken: given.token ?? null,
    logLevel: given['log-level'],
    authority: given.authority ?? null,
    openToThisMachine: given.demonstration === true,
  };
}

/** One sentence for the person at the command line. */
export class Problem {
  readonly sentence: string;

  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'hub': { type: 'string', multiple: true },
        'port': text('7110'),
        'data': text('./data/kiosk'),
        'printer': text('tcp://127.0.0.1:9100'),
        'width': text('576'),
        'name': text('Kiosk'),
        'token': { type: 'string' },
        'authority': { type: 'string' },
        'demonstration': { type: 'boolean' },
        'log-level': text('info'),
        'help': { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    return new Problem(cause instanceof Error ? cause.message : 'The options cannot be read.');
  }
}

function isAddress(value: string, protocols: readonly string[]): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && protocols.includes(url.protocol) && url.hostname !== '';
}
