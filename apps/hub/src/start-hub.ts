import type { AddressInfo } from 'node:net';
import type { LocalDate, MachineClock } from '@motcua/domain';
import { isLoopback } from '@motcua/http-limits';
import { eraseFromWal } from '@motcua/store';
import { type ClockState, clockStateOf } from './engine/clock-state.ts';
import type { Config } from './config.ts';
import { removeControlFile, writeControlFile } from './operations/control-file.ts';
import { createHub, type Hub } from './engine/hub.ts';
import { deleteRestoreLeftovers } from './jobs/delete-restore-leftovers.ts';
import { forgetOldVisits } from './jobs/forget-old-visits.ts';
import { runScheduledCommands } from './engine/scheduled-commands.ts';
import { logCommands } from './operations/log-commands.ts';
import type { Log } from './operations/log.ts';
import { firstAdministratorLink } from './identity/people.ts';
import type { Reader } from './reads/reader.ts';
import { createSessions } from './identity/sessions.ts';
import { readServerCertificate, type ServerCertificate } from './tls/certificate-files.ts';
import { newToken } from './identity/tokens.ts';
import { createUpkeep } from './operations/upkeep.ts';
import { createIdentify, sessionTokenIn } from './transport/http/authenticate.ts';
import { createOriginCheck } from './transport/http/origin-check.ts';
import { createHttpServer } from './transport/http/http-server.ts';
import { createStallGuard } from './transport/sockets/stall-guard.ts';
import { createSocketServer } from './transport/sockets/socket-server.ts';

export interface StartedHub {
  readonly url: string;
  /** Signs the first administrator in, once; null when somebody has a password. */
  readonly firstLink: string | null;
  readonly hub: Hub;
  readonly close: () => Promise<void>;
}

/** How often the hub looks at the clock by itself: for midnight, and for calls that nobody spoke. */
const LOOK_EVERY_MS = 2_000;

/** Opens the data and listens. Throws in one sentence when the folder or the port cannot be had. */
export async function startHub(
  config: Config,
  log: Log,
  now?: Hub['now'],
  machine?: MachineClock,
): Promise<StartedHub> {
  const certificate = readServerCertificate(config.dataDir, config);
  const plain = whyNotPlain(config, certificate);
  if (plain !== null) throw new Error(plain);
  const hub = createHub({
    dataDir: config.dataDir,
    ...(now === undefined ? {} : { now }),
    ...(machine === undefined ? {} : { machine }),
    onFault: (cause, command) => log.error({ err: cause, command: command?.type ?? null }, 'fault'),
  });
  eraseFromWal(hub.store.db);
  const sessions = createSessions(hub.store.sessions, hub.now);
  const identify = createIdentify(hub, sessions);
  const door = createOriginCheck(config);
  const controlToken = newToken();
  const upkeep = createUpkeep(hub, config, log, () => sockets.superseded());
  const { app, bounded } = await createHttpServer({
    ...{ hub, config, log, sessions, identify, door, controlToken, certificate, upkeep },
    signedOut: (personId) => sockets.signedOut(personId),
  });
  const stallGuard = createStallGuard(app.server, (sleptMs) => {
    sockets.cutPolling();
    log.warn({ sleptMs }, 'the hub stood still; what was asked meanwhile is not done');
  });
  const sockets = createSocketServer(app.server, {
    hub,
    interceptors: [stallGuard.intercept, upkeep.metrics.intercept, logCommands(log)],
    vitals: upkeep.vitals,
    identify,
    signedIn: (cookieHeader, isUsed) => {
      const token = sessionTokenIn(cookieHeader);
      if (token === null) return null;
      return isUsed ? sessions.personOf(token) : sessions.peek(token);
    },
    mayConnect: (request) => door.whyNot(request) === null,
    commandsPerSecond: config.commandsPerSecond,
    isSuperseded: () => upkeep.successor.address() !== null,
    limits: config.limits,
    recognize: bounded.recognize,
    isKnown: bounded.isKnown,
    onSlow: (address) => log.warn({ address }, 'a receiver that takes nothing is cut'),
  });
  bounded.guardRequests();
  await upkeep.successor.look();
  const successor = upkeep.successor.address();
  if (successor !== null) {
    stallGuard.stop();
    await sockets.close();
    await app.close();
    hub.close();
    throw new Error(
      `The hub at ${successor} took over from this one; keep this one off, or let it follow (motcua follow).`,
    );
  }
  if (now === undefined) upkeep.reader.start();
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (cause) {
    upkeep.reader.close();
    stallGuard.stop();
    await sockets.close();
    await app.close();
    hub.close();
    throw new Error(`Port ${config.port} on ${config.host} cannot be used by the hub.`, { cause });
  }
  const { port } = app.server.address() as AddressInfo;
  const url = `${certificate === null ? 'http' : 'https'}://${nameFromHere(config.host)}:${port}`;
  hub.onCommitted((changes) => {
    if (changes.some((change) => change.type === 'clock-confirmed' && change.to < change.from))
      sockets.beginAnew();
  });
  const known = { url, pid: process.pid, controlToken, certificate: certificate?.cert ?? null };
  writeControlFile(config.dataDir, known);
  warnOf(certificate, config, log, hub.now());
  let lookedBackOn: LocalDate | null = null;
  let overwrittenOn = hub.state.today;
  const clockLog = createClockLog(hub, log);
  let closing = false;
  const watch = setInterval(() => {
    clockLog.looked();
    void runScheduledCommands(hub);
    sockets.looked();
    // On a clock that somebody else winds, it is they who look.
    if (now === undefined) upkeep.looked();
    // What was told in confidence went with the end of the day, and must not stay in the log.
    if (overwrittenOn !== hub.state.today && eraseFromWal(hub.store.db))
      overwrittenOn = hub.state.today;
    if (lookedBackOn === hub.state.today || !hub.clock.maySweep()) return;
    lookedBackOn = hub.state.today;
    warnOf(certificate, config, log, hub.now());
    void lookBack(hub, upkeep.reader, log, () => closing);
  }, LOOK_EVERY_MS);
  if (now === undefined) hub.estimates.start();
  log.info({ url, dataDir: config.dataDir, seq: hub.state.seq }, 'the hub is open');

  return {
    url,
    firstLink: await firstAdministratorLink(hub, sessions, {
      name: 'Quản trị',
      login: 'quantri',
    }),
    hub,
    close: async () => {
      closing = true;
      clearInterval(watch);
      stallGuard.stop();
      await upkeep.stop();
      const socketsClosed = sockets.close();
      // A connection on which nothing was ever asked would keep a closing hub waiting for a minute.
      app.server.closeAllConnections();
      await socketsClosed;
      await app.close();
      removeControlFile(config.dataDir);
      hub.close();
      log.info('the hub is closed');
    },
  };
}

/** Why the hub may not speak plainly to other machines; null when it may, or does not. */
function whyNotPlain(
  { host, insecure, dataDir }: Config,
  certificate: ServerCertificate | null,
): string | null {
  if (certificate !== null || insecure || host === 'localhost' || isLoopback(host)) return null;
  return (
    `The hub has no certificate, so everybody on the network of ${host} could read passwords. ` +
    `Make one with "motcua certificate --data ${dataDir}", or say --insecure where the network is yours alone.`
  );
}

/** Every computer of the centre may have to be visited. */
const SOON_MS = 90 * 24 * 60 * 60_000;

function warnOf(
  certificate: ServerCertificate | null,
  { host, insecure }: Config,
  log: Log,
  now: number,
): void {
  if (certificate === null && insecure)
    log.warn({ host }, 'no certificate: everybody on this network can read what passes');
  if (certificate !== null && certificate.expiresAt - now < SOON_MS)
    log.warn(
      { until: new Date(certificate.expiresAt).toISOString() },
      'the certificate ends soon: make a new one with "motcua certificate" and restart the hub',
    );
}

/** Once a day: what is too old to keep is forgotten. */
async function lookBack(
  hub: Hub,
  reader: Reader,
  log: Log,
  isClosing: () => boolean,
): Promise<void> {
  try {
    deleteRestoreLeftovers(hub);
    const days = await forgetOldVisits(hub, reader);
    if (days > 0) log.info({ days }, 'single visits were forgotten, their figures kept');
  } catch (cause) {
    // A hub that closes ends its reads; the next start goes on with what is left.
    if (!isClosing()) log.error({ err: cause }, 'old visits could not be forgotten');
  }
}

/** Says in the log when the clock of the computer is no longer believed, and when it is again. */
function createClockLog(hub: Hub, log: Log): { readonly looked: () => void } {
  let said: ClockState['problem'] = null;
  return {
    looked() {
      const { problem, today, wall, at } = clockStateOf(hub);
      if (problem === said) return;
      said = problem;
      const shown = {
        ...{ today, clock: new Date(wall).toISOString(), goesBy: new Date(at).toISOString() },
        problem,
      };
      if (problem === null) log.info(shown, 'the clock and the open day agree');
      else log.warn(shown, 'the clock of the computer does not agree with the open day');
    },
  };
}

/** How this machine itself reaches a hub that listens on `host`; nobody can connect to "all addresses". */
function nameFromHere(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
