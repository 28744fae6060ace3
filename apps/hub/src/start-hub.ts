import type { AddressInfo } from 'node:net';
import { EventEmitter } from 'node:events';
import type { MachineClock, PersonId } from '@motcua/domain';
import { eraseFromWal } from '@motcua/store';
import type { Config } from './config.ts';
import { createHub, type Hub } from './engine/hub.ts';
import { firstAdministratorLink } from './identity/people.ts';
import { createSessions } from './identity/sessions.ts';
import { newToken } from './identity/tokens.ts';
import { removeControlFile, writeControlFile } from './operations/control-file.ts';
import { logCommands } from './operations/log-commands.ts';
import type { Log } from './operations/log.ts';
import { startPeriodicWork } from './jobs/periodic-work.ts';
import { createHubServices } from './operations/hub-services.ts';
import { readServerCertificate } from './tls/certificate-files.ts';
import { warnOfCertificate, whyNotPlain } from './tls/certificate-warnings.ts';
import { createIdentify, sessionTokenIn } from './transport/http/authenticate.ts';
import {
  createHttpServer,
  type HttpServer,
  type HttpServerOptions,
} from './transport/http/http-server.ts';
import { createOriginCheck } from './transport/http/origin-check.ts';
import { createSocketServer, type SocketServer } from './transport/sockets/socket-server.ts';
import { createStallGuard, type StallGuard } from './transport/sockets/stall-guard.ts';

export interface StartedHub {
  readonly url: string;
  /** Signs the first administrator in, once; null when a person has a password. */
  readonly firstLink: string | null;
  readonly hub: Hub;
  readonly close: () => Promise<void>;
}

/** Signals from one part of the hub to those that are made after it. */
interface HubEvents {
  readonly 'signed-out': [PersonId];
  readonly 'superseded': [];
  readonly 'stalled': [];
}

/** Opens the data and listens. Throws in one sentence when the folder or the port cannot be had. */
export async function startHub(
  config: Config,
  log: Log,
  now?: Hub['now'],
  machine?: MachineClock,
): Promise<StartedHub> {
  const { dataDir } = config;
  const certificate = readServerCertificate(dataDir, config);
  const plain = whyNotPlain(config, certificate);
  if (plain !== null) throw new Error(plain);

  // Closed in reverse, also when one of the steps fails.
  await using opened = new AsyncDisposableStack();
  const hub = createHub({
    dataDir,
    ...(now === undefined ? {} : { now }),
    ...(machine === undefined ? {} : { machine }),
    onFault: (cause, command) => log.error({ err: cause, command: command?.type ?? null }, 'fault'),
  });
  opened.defer(() => hub.close());
  opened.defer(() => removeControlFile(dataDir));
  eraseFromWal(hub.store.db);

  const events = new EventEmitter<HubEvents>();
  const sessions = createSessions(hub.store.sessions, hub.now);
  const services = createHubServices(hub, config, log, () => events.emit('superseded'));
  const identify = createIdentify(hub, sessions);
  const parts = {
    hub,
    config,
    log,
    sessions,
    identify,
    services,
    originCheck: createOriginCheck(config),
  };
  const controlToken = newToken();
  const http = await createHttpServer({
    ...{ ...parts, controlToken, certificate },
    signedOut: (personId) => events.emit('signed-out', personId),
  });
  const { app } = http;
  opened.defer(() => app.close());

  const { sockets, stallGuard } = openSockets(http, parts, events);
  opened.defer(async () => {
    const socketsClosed = sockets.close();
    // An idle connection would delay the close of the hub for a minute.
    app.server.closeAllConnections();
    await socketsClosed;
  });
  opened.defer(() => services.stop());
  opened.defer(() => stallGuard.stop());
  http.bounded.guardRequests();

  await services.successor.check();
  const successor = services.successor.address();
  if (successor !== null)
    throw new Error(
      `The hub at ${successor} took over from this one; keep this one off, or let it follow (motcua follow).`,
    );
  if (now === undefined) services.reader.start();
  const url = await listen(app, config, certificate === null ? 'http' : 'https');
  writeControlFile(dataDir, {
    ...{ url, pid: process.pid, controlToken },
    certificate: certificate?.cert ?? null,
  });
  const warn = () => warnOfCertificate(certificate, config, log, hub.now());
  warn();
  const stopWork = startPeriodicWork({
    ...{ hub, log, reader: services.reader, daily: warn },
    tick() {
      sockets.tick();
      // A test that sets the clock runs the checks itself.
      if (now === undefined) services.tick();
    },
  });
  opened.defer(stopWork);
  if (now === undefined) hub.estimates.start();
  log.info({ url, dataDir, seq: hub.state.seq }, 'the hub is open');

  const firstLink = await firstAdministratorLink(hub, sessions, {
    name: 'Quản trị',
    login: 'quantri',
  });
  const running = opened.move();
  return {
    ...{ url, firstLink, hub },
    async close() {
      await running.disposeAsync();
      log.info('the hub is closed');
    },
  };
}

type SharedParts = Pick<
  HttpServerOptions,
  'hub' | 'config' | 'log' | 'sessions' | 'identify' | 'services' | 'originCheck'
>;

function openSockets(
  { app, bounded }: HttpServer,
  { hub, config, log, sessions, identify, services, originCheck }: SharedParts,
  events: EventEmitter<HubEvents>,
): { readonly sockets: SocketServer; readonly stallGuard: StallGuard } {
  const stallGuard = createStallGuard(app.server, (sleptMs) => {
    events.emit('stalled');
    log.warn({ sleptMs }, 'the hub stood still; what was asked meanwhile is not done');
  });
  const sockets = createSocketServer(app.server, {
    ...{ hub, identify, vitals: services.vitals },
    interceptors: [stallGuard.intercept, services.metrics.intercept, logCommands(log)],
    signedIn: (cookieHeader, isUsed) => {
      const token = sessionTokenIn(cookieHeader);
      if (token === null) return null;
      return isUsed ? sessions.personOf(token) : sessions.peek(token);
    },
    mayConnect: (request) => originCheck.whyNot(request) === null,
    commandsPerSecond: config.commandsPerSecond,
    isSuperseded: () => services.successor.address() !== null,
    limits: config.limits,
    recognize: bounded.recognize,
    isKnown: bounded.isKnown,
    onSlow: (address) => log.warn({ address }, 'a receiver that takes nothing is cut'),
  });
  events.on('signed-out', sockets.signedOut);
  events.on('superseded', sockets.superseded);
  events.on('stalled', sockets.cutPolling);
  hub.onCommitted((changes) => {
    if (changes.some((change) => change.type === 'clock-confirmed' && change.to < change.from))
      sockets.beginAnew();
  });
  return { sockets, stallGuard };
}

/** The address at which this machine itself reaches the hub. */
async function listen(
  app: HttpServer['app'],
  { host, port }: Config,
  scheme: 'http' | 'https',
): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    throw new Error(`Port ${port} on ${host} cannot be used by the hub.`, { cause });
  }
  const { port: given } = app.server.address() as AddressInfo;
  return `${scheme}://${nameFromHere(host)}:${given}`;
}

/** The address at which this machine itself reaches a hub that listens on `host`; no client connects to "all addresses". */
function nameFromHere(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
