import { randomBytes } from 'node:crypto';
import { connectToHub, pairDevice, type HubConnection, type Pairing } from '@motcua/client';
import type { Instant } from '@motcua/domain';
import type { Printer } from '@motcua/printing';
import { createPairingKeeper } from './keep-paired.ts';
import { createKioskCore } from './kiosk-core.ts';
import { openKioskFile } from './kiosk-file.ts';
import { SILENT_LOG, type KioskLog } from './kiosk-log.ts';
import { openKioskStore } from './kiosk-store.ts';
import { createPlaces } from './places.ts';
import { createPageServer } from './page-server.ts';
import { createPageSocket } from './page-socket.ts';
import { createPrinterWatch } from './printer-watch.ts';
import { openPrinter } from './open-printer.ts';
import { isLoopback } from './same-machine.ts';
import { createSlipPrinter, USUAL_DPI, USUAL_MARGIN_DOTS } from './slip-printer.ts';
import { createViewKeeper } from './view-keeper.ts';

export interface KioskServiceOptions {
  /** `http://host:port` of the hub. */
  readonly hubUrl: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Must be this machine itself. */
  readonly host?: string;
  /** What the head of centre reads in the list of devices. */
  readonly name: string;
  /** Null: the one in `dataDir`, or pair by six digits. */
  readonly deviceToken: string | null;
  readonly dataDir: string;
  /** A printer, or its address `tcp://host:port`. */
  readonly printer: Printer | string;
  /** Printable width, 384 to 640. */
  readonly widthDots?: number;
  /** The built page. */
  readonly pageDir: string;
  readonly log?: KioskLog;
  readonly now?: () => Instant;
  readonly printerEveryMs?: number;
  /** How long a touch waits for the hub before the kiosk gives a number of its own. */
  readonly hubPatienceMs?: number;
  readonly connect?: (token: () => string | null) => HubConnection;
  readonly pair?: (pairing: Pick<Pairing, 'onCode' | 'signal'>) => Promise<string>;
}

export interface KioskService {
  readonly url: string;
  /** Waits for the slip that is being printed. */
  readonly close: () => Promise<void>;
}

/** Serves the kiosk's page on loopback and speaks for it to hub and printer. Throws with one clear sentence. */
export async function startKioskService(options: KioskServiceOptions): Promise<KioskService> {
  const { hubUrl, host = '127.0.0.1', log = SILENT_LOG, name } = options;
  const now = options.now ?? ((): Instant => Date.now() as Instant);
  if (!isLoopback(host)) throw new Error(`The kiosk is for this machine only, not for ${host}.`);
  const file = await openKioskFile(options.dataDir);
  const store = openKioskStore(options.dataDir);
  const secret = randomBytes(32).toString('base64url');
  const server = await createPageServer({ pageDir: options.pageDir, secret });
  const paper = {
    widthDots: options.widthDots ?? 576,
    marginDots: USUAL_MARGIN_DOTS,
    dpi: USUAL_DPI,
  };
  const slipPrinter = createSlipPrinter(openPrinter(options.printer), paper);

  const pairing = createPairingKeeper({
    token: options.deviceToken ?? (await file.readToken()),
    file,
    pair: options.pair ?? ((wish) => pairDevice({ ...wish, baseUrl: hubUrl, role: 'kiosk', name })),
    onChange: () => views.changed(),
    log,
  });
  const connect =
    options.connect ??
    ((deviceToken) =>
      connectToHub({
        ...{ url: hubUrl, role: 'kiosk', deviceToken, now, logger: log },
        commandTimeoutMs: options.hubPatienceMs ?? HUB_PATIENCE_MS,
      }));
  const hub = connect(pairing.token);
  const core = createKioskCore({
    hub,
    store,
    slipPrinter,
    now,
    tell: (news) => page.tellSlip(news),
    onPrinterStatus: (status) => watch.learn(status),
    log,
  });
  const { desk } = core;
  const watch = createPrinterWatch({
    askPrinter: slipPrinter.status,
    hub,
    isBusy: () => desk.isAsking() || desk.isPrinting(),
    onChange: () => views.changed(),
    ...(options.printerEveryMs === undefined ? {} : { everyMs: options.printerEveryMs }),
  });
  const views = createViewKeeper({
    sources: () => ({
      hub: core.state(),
      ownLeft: core.ownLeft,
      pairingCode: pairing.code(),
      isPairing: pairing.isPairing(),
      printer: watch.status(),
      now: now(),
    }),
    show: (view) => page.showView(view),
  });
  const page = createPageSocket({
    server: server.server,
    secret,
    desk,
    places: createPlaces({ hub }),
    currentView: views.now,
    log,
  });
  const unsubscribe = hub.subscribe(views.changed);
  pairing.watch(hub);

  async function close(): Promise<void> {
    unsubscribe();
    pairing.close();
    watch.close();
    views.close();
    await core.close();
    page.close();
    hub.close();
    store.close();
    await server.close();
  }

  try {
    const url = await server.listen({ port: options.port, host });
    return { url, close };
  } catch (cause) {
    await close();
    throw new Error(portTaken(cause, options.port), { cause });
  }
}

/** Nobody stands longer before a machine that does nothing. */
const HUB_PATIENCE_MS = 2_000;

function portTaken(cause: unknown, port: number): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return code === 'EADDRINUSE'
    ? `Port ${port} is in use by another program. Choose another with --port.`
    : `The kiosk could not listen on port ${port}.`;
}
