import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { pairDevice, type HubConnection, type Pairing } from '@motcua/client';
import type { Instant, PrintJobId, QueueId, Result } from '@motcua/domain';
import type { Printer, PrinterStatus } from '@motcua/printing';
import type { IssuedTicket, SlipNews } from '../bridge.ts';
import { createUnresolvedPrint, type UnresolvedPrint } from './printing/unresolved-print.ts';
import { createPairingKeeper } from './link/keep-paired.ts';
import { createKioskCore } from './tickets/kiosk-core.ts';
import { type KioskFile, openKioskFile } from './kiosk-file.ts';
import { SILENT_LOG, type KioskLog } from './kiosk-log.ts';
import { connectKiosk, type HubOptions } from './link/connect-kiosk.ts';
import { openKioskStore } from './offline/kiosk-store.ts';
import { timeOfThisKiosk } from './link/machine-clock.ts';
import { createPlaces } from './tickets/places.ts';
import { createPageServer, type PageServer } from './page/page-server.ts';
import { createPageSocket } from './page/page-socket.ts';
import { createPrinterWatch } from './printing/printer-watch.ts';
import { openPrinter } from './printing/open-printer.ts';
import { isLoopback } from './page/same-machine.ts';
import { createSlipPrinter, USUAL_DPI, USUAL_MARGIN_DOTS } from './printing/slip-printer.ts';
import type { TicketService } from './tickets/ticket-service.ts';
import { readWindowKey, writePageAddress } from './page/window-key.ts';
import { createCurrentView, createViewUpdater } from './page/view-updater.ts';

export interface KioskServiceOptions extends HubOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Must be loopback. */
  readonly host?: string;
  /** The name in the list of devices. */
  readonly name: string;
  /** Null: the one in `dataDir`, or pair by six digits. */
  readonly deviceToken: string | null;
  /** A printer, or its address `tcp://host:port`. */
  readonly printer: Printer | string;
  /** Printable width, 384 to 640. */
  readonly widthDots?: number;
  /** The built page. */
  readonly pageDir: string;
  /** A demonstration: every user of this machine may open the page. */
  readonly openToThisMachine?: boolean;
  readonly log?: KioskLog;
  readonly now?: () => Instant;
  readonly printerEveryMs?: number;
  readonly connect?: (token: () => string | null) => HubConnection;
  readonly pair?: (pairing: Pick<Pairing, 'onCode' | 'onRefused' | 'signal'>) => Promise<string>;
}

export interface KioskService {
  readonly url: string;
  /** Where the window finds the page; contains a secret. */
  readonly pageUrl: string;
  /** How many numbers of a queue it may issue offline; null: none. */
  readonly offlineLeft: (queueId: QueueId) => number | null;
  /** Waits for the slip that is being printed. */
  readonly close: () => Promise<void>;
}

/** What one part says, and others that are made after it do. */
interface KioskEvents {
  /** Something that the page may show. */
  readonly changed: [];
  readonly slip: [SlipNews];
  /** A visitor left without choosing what becomes of a number without paper. */
  readonly abandoned: [PrintJobId];
  readonly printer: [PrinterStatus];
}

/** Serves the kiosk's page on loopback and speaks for it to hub and printer. Throws with one clear sentence. */
export async function startKioskService(options: KioskServiceOptions): Promise<KioskService> {
  const { host = '127.0.0.1', log = SILENT_LOG, dataDir } = options;
  if (!isLoopback(host)) throw new Error(`The kiosk is for this machine only, not for ${host}.`);

  // Closed in reverse, also when one of the steps fails.
  await using opened = new AsyncDisposableStack();
  const file = await openKioskFile(dataDir);
  const store = openKioskStore(dataDir);
  opened.defer(() => store.close());
  const now = options.now ?? timeOfThisKiosk(store);
  const secret = randomBytes(32).toString('base64url');
  const key = options.openToThisMachine === true ? null : await readWindowKey(dataDir);
  const { pageDir } = options;
  const { server, bounded } = await createPageServer({ pageDir, secret, key, log });
  opened.defer(() => server.close());
  const slipPrinter = openSlipPrinter(options);

  const events = new EventEmitter<KioskEvents>();
  const onChange = () => events.emit('changed');
  const pairing = await openPairing(options, file, onChange, log);
  const connect = options.connect ?? ((token) => connectKiosk(options, token, now, log));
  const hub = connect(pairing.token);
  opened.defer(() => hub.close());
  const unresolvedPrint = createUnresolvedPrint({
    ...{ now, onChange },
    onLeft: (printJobId) => events.emit('abandoned', printJobId),
  });
  events.on('slip', unresolvedPrint.slipChanged);
  const core = createKioskCore({
    ...{ hub, store, slipPrinter, now, log },
    onSlip: (news) => events.emit('slip', news),
    onPrinterStatus: (status) => events.emit('printer', status),
  });
  const { tickets } = core;
  events.on('abandoned', (printJobId) => {
    void tickets.resolveSlip({ printJobId, resolution: 'left' });
  });
  const watch = createPrinterWatch({
    ...{ hub, onChange },
    askPrinter: slipPrinter.status,
    proof: slipPrinter.proof,
    isBusy: () => tickets.isAsking() || tickets.isPrinting(),
    ...(options.printerEveryMs === undefined ? {} : { everyMs: options.printerEveryMs }),
  });
  events.on('printer', watch.learn);
  const currentView = createCurrentView(() => ({
    hub: core.state(),
    offlineLeft: core.offlineLeft,
    lettersOut: core.lettersOut(),
    pairingCode: pairing.code(),
    isPairing: pairing.isPairing(),
    pairingRefused: pairing.isRefused(),
    printer: watch.status(),
    printProof: watch.proof(),
    unresolved: unresolvedPrint.open(),
    now: now(),
  }));
  const page = createPageSocket({
    ...{ server: server.server, secret, currentView, log },
    tickets: { ...tickets, ...withUnresolvedPrint(tickets, unresolvedPrint) },
    places: createPlaces({ hub }),
    recognize: bounded.recognize,
  });
  opened.defer(() => page.close());
  // The slip that is being printed still comes out, and the page gets its result.
  opened.defer(() => core.close());
  bounded.guardRequests();
  const views = createViewUpdater({ currentView, show: page.showView });
  opened.defer(() => views.close());
  events.on('slip', page.sendSlipNews);
  events.on('changed', views.changed);
  opened.defer(() => watch.close());
  opened.defer(() => pairing.close());
  opened.defer(hub.subscribe(views.changed));
  const every = setInterval(unresolvedPrint.check, UNRESOLVED_CHECK_INTERVAL_MS);
  opened.defer(() => clearInterval(every));
  pairing.watch(hub);

  const url = await listen(server, options.port, host);
  const pageUrl = key === null ? `${url}/` : `${url}/?key=${key}`;
  await writePageAddress(dataDir, pageUrl);
  const running = opened.move();
  return { url, pageUrl, offlineLeft: core.offlineLeft, close: () => running.disposeAsync() };
}

function openSlipPrinter({ printer, widthDots = 576 }: KioskServiceOptions) {
  const paper = { widthDots, marginDots: USUAL_MARGIN_DOTS, dpi: USUAL_DPI };
  return createSlipPrinter(openPrinter(printer), paper);
}

async function openPairing(
  { hubUrl, name, deviceToken, pair }: KioskServiceOptions,
  file: KioskFile,
  onChange: () => void,
  log: KioskLog,
) {
  return createPairingKeeper({
    ...{ file, onChange, log },
    token: deviceToken ?? (await file.readToken()),
    pair: pair ?? ((request) => pairDevice({ ...request, baseUrl: hubUrl, role: 'kiosk', name })),
  });
}

async function listen(
  server: Pick<PageServer['server'], 'listen'>,
  port: number,
  host: string,
): Promise<string> {
  try {
    return await server.listen({ port, host });
  } catch (cause) {
    throw new Error(portTaken(cause, port), { cause });
  }
}

/** The requests of the page, recorded also for the number of a failed slip. */
function withUnresolvedPrint(
  tickets: TicketService,
  unresolvedPrint: UnresolvedPrint,
): Pick<TicketService, 'issueTicket' | 'checkIn' | 'resolveSlip'> {
  const noted = async (answer: Promise<Result<IssuedTicket>>, language: string) => {
    const ticket = await answer;
    if (ticket.ok) unresolvedPrint.issued(ticket.value, language);
    return ticket;
  };
  return {
    issueTicket: (request) => noted(tickets.issueTicket(request), request.language),
    checkIn: (request) => noted(tickets.checkIn(request), request.language),
    async resolveSlip(request) {
      const answer = await tickets.resolveSlip(request);
      if (answer.ok) unresolvedPrint.resolved(request.printJobId);
      return answer;
    },
  };
}

const UNRESOLVED_CHECK_INTERVAL_MS = 5_000;

function portTaken(cause: unknown, port: number): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return code === 'EADDRINUSE'
    ? `Port ${port} is in use by another program. Choose another with --port.`
    : `The kiosk could not listen on port ${port}.`;
}
