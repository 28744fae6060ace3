import { randomBytes } from 'node:crypto';
import {
  connectToHub,
  pairDevice,
  type HubConnection,
  type HubState,
  type Pairing,
} from '@motcua/client';
import type { Instant, QueueId, Result } from '@motcua/domain';
import type { Printer } from '@motcua/printing';
import type { IssuedTicket } from '../bridge.ts';
import { createUnresolvedPrint, type UnresolvedPrint } from './printing/unresolved-print.ts';
import { createPairingKeeper } from './link/keep-paired.ts';
import { createKioskCore } from './tickets/kiosk-core.ts';
import { openKioskFile } from './kiosk-file.ts';
import { SILENT_LOG, type KioskLog } from './kiosk-log.ts';
import { openNewestHub } from './link/newest-hub.ts';
import { kioskVitals } from './link/kiosk-vitals.ts';
import { openKioskStore } from './offline/kiosk-store.ts';
import { timeOfThisKiosk } from './link/machine-clock.ts';
import { createPlaces } from './tickets/places.ts';
import { createPageServer } from './page/page-server.ts';
import { createPageSocket } from './page/page-socket.ts';
import { createPrinterWatch } from './printing/printer-watch.ts';
import { openPrinter } from './printing/open-printer.ts';
import { isLoopback } from './page/same-machine.ts';
import { createSlipPrinter, USUAL_DPI, USUAL_MARGIN_DOTS } from './printing/slip-printer.ts';
import type { TicketService } from './tickets/ticket-service.ts';
import { readWindowKey, writePageAddress } from './page/window-key.ts';
import { createViewKeeper } from './page/view-keeper.ts';

export interface KioskServiceOptions {
  /** `http://host:port` of the hub. */
  readonly hubUrl: string;
  /** Further addresses, besides the second address in the centre's settings. */
  readonly otherHubUrls?: readonly string[];
  /** 0 takes any free port. */
  readonly port: number;
  /** Must be loopback. */
  readonly host?: string;
  /** The name in the list of devices. */
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
  /** A demonstration: any user of this machine may open the page. */
  readonly openToThisMachine?: boolean;
  readonly log?: KioskLog;
  readonly now?: () => Instant;
  readonly printerEveryMs?: number;
  /** How long a touch waits for the hub before the kiosk issues a number of its own. */
  readonly hubPatienceMs?: number;
  readonly connect?: (token: () => string | null) => HubConnection;
  readonly pair?: (pairing: Pick<Pairing, 'onCode' | 'onRefused' | 'signal'>) => Promise<string>;
}

export interface KioskService {
  readonly url: string;
  /** Where the window finds the page; contains a secret. */
  readonly pageUrl: string;
  /** How many numbers of a queue it may issue offline; null: none. */
  readonly ownLeft: (queueId: QueueId) => number | null;
  /** Waits for the slip that is being printed. */
  readonly close: () => Promise<void>;
}

/** Serves the kiosk's page on loopback and connects it to hub and printer. Throws with one clear sentence. */
export async function startKioskService(options: KioskServiceOptions): Promise<KioskService> {
  const { hubUrl, host = '127.0.0.1', log = SILENT_LOG, name } = options;
  if (!isLoopback(host)) throw new Error(`The kiosk is for this machine only, not for ${host}.`);
  const file = await openKioskFile(options.dataDir);
  const store = openKioskStore(options.dataDir);
  const now = options.now ?? timeOfThisKiosk(store);
  const secret = randomBytes(32).toString('base64url');
  const key = options.openToThisMachine === true ? null : await readWindowKey(options.dataDir);
  const { server, bounded } = await createPageServer({
    pageDir: options.pageDir,
    ...{ secret, key, log },
  });
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
        url: hubUrl,
        elsewhere: () => otherHubs(hub.getState(), options.otherHubUrls ?? []),
        newest: openNewestHub(options.dataDir),
        vitals: () => kioskVitals(options.dataDir),
        role: 'kiosk',
        deviceToken,
        now,
        logger: log,
        commandTimeoutMs: options.hubPatienceMs ?? HUB_PATIENCE_MS,
      }));
  const hub: HubConnection = connect(pairing.token);
  const unresolvedPrint = createUnresolvedPrint({
    now,
    onChange: () => views.changed(),
    onLeft: (printJobId) => void core.desk.resolveSlip({ printJobId, resolution: 'left' }),
  });
  const core = createKioskCore({
    hub,
    store,
    slipPrinter,
    now,
    tell(news) {
      unresolvedPrint.told(news);
      page.tellSlip(news);
    },
    onPrinterStatus: (status) => watch.learn(status),
    log,
  });
  const { desk } = core;
  const watch = createPrinterWatch({
    askPrinter: slipPrinter.status,
    proof: slipPrinter.proof,
    hub,
    isBusy: () => desk.isAsking() || desk.isPrinting(),
    onChange: () => views.changed(),
    ...(options.printerEveryMs === undefined ? {} : { everyMs: options.printerEveryMs }),
  });
  const views = createViewKeeper({
    sources: () => ({
      hub: core.state(),
      ownLeft: core.ownLeft,
      lettersOut: core.lettersOut(),
      pairingCode: pairing.code(),
      isPairing: pairing.isPairing(),
      pairingRefused: pairing.isRefused(),
      printer: watch.status(),
      printProof: watch.proof(),
      unresolved: unresolvedPrint.open(),
      now: now(),
    }),
    show: (view) => page.showView(view),
  });
  const page = createPageSocket({
    server: server.server,
    secret,
    desk: { ...desk, ...deskOf(desk, unresolvedPrint) },
    places: createPlaces({ hub }),
    currentView: views.now,
    recognize: bounded.recognize,
    log,
  });
  bounded.guardRequests();
  const unsubscribe = hub.subscribe(views.changed);
  const every = setInterval(unresolvedPrint.look, 5_000);
  pairing.watch(hub);

  async function close(): Promise<void> {
    clearInterval(every);
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
    const pageUrl = key === null ? `${url}/` : `${url}/?key=${key}`;
    await writePageAddress(options.dataDir, pageUrl);
    return { url, pageUrl, ownLeft: core.ownLeft, close };
  } catch (cause) {
    await close();
    throw new Error(portTaken(cause, options.port), { cause });
  }
}

/** The page's requests to the ticket service, observed by the keeper of failed slips. */
function deskOf(
  desk: TicketService,
  unresolvedPrint: UnresolvedPrint,
): Pick<TicketService, 'issueTicket' | 'checkIn' | 'resolveSlip'> {
  const heard = async (answer: Promise<Result<IssuedTicket>>, language: string) => {
    const ticket = await answer;
    if (ticket.ok) unresolvedPrint.issued(ticket.value, language);
    return ticket;
  };
  return {
    issueTicket: (request) => heard(desk.issueTicket(request), request.language),
    checkIn: (request) => heard(desk.checkIn(request), request.language),
    async resolveSlip(request) {
      const answer = await desk.resolveSlip(request);
      if (answer.ok) unresolvedPrint.resolved(request.printJobId);
      return answer;
    },
  };
}

/** The addresses of the command line, and the one from the hub's settings. */
function otherHubs({ mirror }: HubState, named: readonly string[]): readonly string[] {
  const told = mirror?.settings.safekeeping.standbyAddress ?? null;
  return told === null ? named : [...named, told];
}

/** Longer than this a visitor should not wait for an answer. */
const HUB_PATIENCE_MS = 2_000;

function portTaken(cause: unknown, port: number): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return code === 'EADDRINUSE'
    ? `Port ${port} is in use by another program. Choose another with --port.`
    : `The kiosk could not listen on port ${port}.`;
}
