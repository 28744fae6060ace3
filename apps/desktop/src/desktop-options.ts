import { parseArgs } from 'node:util';

export const SHOWS = ['kiosk', 'display', 'counter'] as const;
export type Show = (typeof SHOWS)[number];

export interface DesktopOptions {
  readonly show: Show;
  /** Origin of the hub, `http://hub.kimboi.local:7100`. */
  readonly hub: string;
  /** The port on which the kiosk service serves its page; 0 lets the system choose. */
  readonly kioskPort: number;
  /** Origin, and key, of a kiosk service that is started externally; null: the window starts its own. */
  readonly kioskService: string | null;
  readonly printer: string;
  readonly widthDots: string;
  readonly name: string;
  /** The data folder; null: the system's default. */
  readonly dataDir: string | null;
  /** PEM file of the authority that signed the hub's certificate; null: what this system trusts. */
  readonly authority: string | null;
  /** A normal window with a frame instead of the whole screen, for trying things. */
  readonly windowed: boolean;
}

export type ReadOptions =
  | { readonly ok: true; readonly options: DesktopOptions }
  | { readonly ok: false; readonly sentence: string };

const USAGE = '--show kiosk|display|counter --hub https://host:port [--authority FILE]';

/** Reads the command line; a mistake is reported in one sentence. */
export function readOptions(args: readonly string[]): ReadOptions {
  const values = valuesOf(args);
  const show = SHOWS.find((name) => name === values['show']);
  if (show === undefined)
    return { ok: false, sentence: `--show takes kiosk, display or counter. Usage: ${USAGE}` };
  const hub = originOf(values['hub']);
  if (hub === null)
    return { ok: false, sentence: `--hub takes the hub's address. Usage: ${USAGE}` };
  const kioskPort = Number(values['kiosk-port'] ?? '7110');
  if (!Number.isInteger(kioskPort) || kioskPort < 0 || kioskPort > 65_535)
    return { ok: false, sentence: '--kiosk-port takes a whole number from 0 to 65535.' };
  const kioskService =
    values['kiosk-service'] === undefined ? null : kioskPageOf(values['kiosk-service']);
  if (kioskService === null && values['kiosk-service'] !== undefined)
    return { ok: false, sentence: '--kiosk-service takes an address, http://127.0.0.1:port.' };
  return {
    ok: true,
    options: {
      show,
      hub,
      kioskPort,
      kioskService,
      printer: values['printer'] ?? 'tcp://127.0.0.1:9100',
      widthDots: values['width'] ?? '576',
      name: values['name'] ?? 'Kiosk',
      dataDir: values['data'] ?? null,
      authority: values['authority'] ?? null,
      windowed: args.includes('--windowed'),
    },
  };
}

/** Chromium and Electron add arguments of their own, so unknown ones are skipped. */
function valuesOf(args: readonly string[]): Readonly<Record<string, string | undefined>> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      'show': text,
      'hub': text,
      'kiosk-port': text,
      'kiosk-service': text,
      'printer': text,
      'width': text,
      'name': text,
      'data': text,
      'authority': text,
      'windowed': { type: 'boolean' },
    },
  });
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** An http(s) address, with or without the key of the service. */
function kioskPageOf(text: string): string | null {
  const [address, key] = text.split(/(?=\?key=[\w-]+$)/);
  const origin = originOf(address);
  return origin === null || key === undefined ? origin : `${origin}/${key}`;
}

/** The origin of a plain http(s) address without credentials and path; null otherwise. */
function originOf(text: string | undefined): string | null {
  if (text === undefined || !URL.canParse(text)) return null;
  const url = new URL(text);
  const plain =
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '';
  return plain ? url.origin : null;
}
