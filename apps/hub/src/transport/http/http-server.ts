import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Person } from '@motcua/domain';
import { account } from '@motcua/protocol/http';
import { type BoundedServer, createBoundedServer } from '@motcua/http-limits';
import type { Config } from '../../config.ts';
import { createHashQueue } from '../../identity/hash-queue.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Log } from '../../operations/log.ts';
import { createOwnSecrets } from '../../identity/own-secrets.ts';
import { createPairingRegister } from '../../identity/pairing.ts';
import type { Sessions } from '../../identity/sessions.ts';
import { createSignIn } from '../../identity/sign-in.ts';
import type { HubServices } from '../../operations/hub-services.ts';
import type { ServerCertificate } from '../../tls/certificate-files.ts';
import { type Identify, placeIn } from './authenticate.ts';
import { createTokenBuckets } from '../token-bucket.ts';
import type { OriginCheck } from './origin-check.ts';
import { createErrorHandler } from './error-handler.ts';
import { bearerIn, createGuard } from './guard.ts';
import { createServe } from './serve-route.ts';
import { createApiAccess } from './api-access.ts';
import { addApiMessages } from './api-messages.ts';
import { apiKeyRoutes } from '../routes/api-keys.ts';
import { apiV1Routes } from '../routes/api-v1.ts';
import { backupRoutes } from '../routes/backups.ts';
import { setupRoutes } from '../routes/setup.ts';
import { clockRoutes } from '../routes/clock.ts';
import { controlRoutes } from '../routes/control.ts';
import { deviceRoutes } from '../routes/devices.ts';
import { documentation } from '../routes/documentation.ts';
import { healthRoutes } from '../routes/health.ts';
import { homeRoutes } from '../routes/home.ts';
import { importRoutes } from '../routes/imports.ts';
import { alarmRoutes } from '../routes/alarms.ts';
import { nextHourRoutes } from '../routes/next-hour.ts';
import { journalRoutes } from '../routes/journal.ts';
import { metricsRoutes } from '../routes/metrics.ts';
import { meRoutes } from '../routes/me.ts';
import { pageRoutes } from '../routes/pages.ts';
import { pairingRoutes } from '../routes/pairing.ts';
import { peopleRoutes } from '../routes/people.ts';
import { reportRoutes } from '../routes/reports.ts';
import type { RouteContext } from '../routes/route-context.ts';
import { signInRoutes } from '../routes/sign-in.ts';
import { standbyRoutes } from '../routes/standby.ts';
import { webhookRoutes } from '../routes/webhooks.ts';
import { vitalsRoutes } from '../routes/vitals.ts';

export interface HttpServerOptions {
  readonly hub: Hub;
  readonly config: Config;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly identify: Identify;
  readonly originCheck: OriginCheck;
  readonly certificate?: ServerCertificate | null;
  /** The token of the command line on this machine; see `writeControlFile`. */
  readonly controlToken: string;
  readonly services: HubServices;
  /** Called when a person's sessions ended, so that their sockets can be turned away. */
  readonly signedOut: (personId: Person['id']) => void;
}

const FILE_TYPE = 'application/octet-stream';
const LARGEST_BODY_BYTES = 65_536;
/** Of one address. */
const LOGGED_A_SECOND = 1;
/** A person with a link is not delayed by guessing, nor by a flood from behind the same router. */
const LINK_ROUTE = account.signInByLink.path;

export interface HttpServer {
  readonly app: FastifyInstance;
  /** The server: its requests are checked once the socket server is attached too. */
  readonly bounded: BoundedServer;
}

/** Everything the hub answers over HTTP. `server` is given to the socket server before `listen`. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { hub, config, log, sessions, identify, controlToken, certificate = null } = options;
  const bounded = createBoundedServer({ certificate, limits: config.limits, log });
  const app = fastify({
    logger: false,
    bodyLimit: LARGEST_BODY_BYTES,
    serverFactory: (listener) => bounded.server.on('request', listener),
    forceCloseConnections: true,
    return503OnClosing: true,
    // Errors before routing, such as an address that cannot be read.
    frameworkErrors: (...failed) => void createErrorHandler(log)(...failed),
  });
  app.removeContentTypeParser('text/plain'); // what a form of a foreign page could send
  // A file; routes that take one say how large it may be.
  app.addContentTypeParser(FILE_TYPE, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(createErrorHandler(log));

  addApiMessages(app);
  const mayLog = createTokenBuckets(LOGGED_A_SECOND, () => performance.now());
  app.addHook('onRequest', async (request, reply) => {
    const turned = options.originCheck.whyNot(request.raw);
    if (turned === null) return;
    const { ip, method } = request;
    // Logged often enough to be seen, too rarely to fill a disk.
    if (mayLog(ip)) log.warn({ turned, address: ip, method }, 'request turned away');
    return reply.status(turned === 'wrong-host' ? 421 : 403).send({ code: 'role-not-allowed' });
  });
  app.addHook('onRequest', async ({ method }, reply) =>
    method === 'GET' || options.services.successor.address() === null
      ? undefined
      : reply.status(503).send({ code: 'hub-unavailable' }),
  );
  const hashes = createHashQueue();
  const signIn = createSignIn(hub, sessions, log, hashes);
  const mayAsk = createTokenBuckets(config.commandsPerSecond, () => performance.now());
  /** A known identity is not limited by a flood from behind the same router. */
  const mayAskAsOneself = ({ headers }: FastifyRequest): boolean => {
    const deviceToken = bearerIn(headers.authorization);
    const { personId, deviceId } = identify({ cookieHeader: headers.cookie, deviceToken });
    const key = personId ?? deviceId ?? signIn.browserKey(placeIn(headers.cookie));
    return key !== null && mayAsk(key);
  };
  app.addHook('onRequest', async (request, reply) => {
    const { url } = request.routeOptions;
    if (!isApi(request) || url === LINK_ROUTE || mayAsk(request.ip) || mayAskAsOneself(request))
      return;
    return reply.status(429).send({ code: 'too-many-requests' });
  });
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    log.debug({ method, route: routeOptions.url, status: reply.statusCode, ms }, 'answered');
  });

  await app.register(helmet, securityHeaders(hub));
  app.addHook('onSend', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (isApi(request)) reply.header('cache-control', 'no-store');
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    global: false,
    // A client that hung up before the answer has no address any more.
    keyGenerator: ({ socket }) => socket.remoteAddress ?? 'gone',
  });

  const context: RouteContext = {
    hub,
    config,
    log,
    sessions,
    guard: createGuard(identify, bounded.recognize),
    pairings: createPairingRegister(hub.now),
    signIn,
    own: createOwnSecrets(hub, sessions, log, hashes),
    controlToken,
    services: options.services,
    signedOut: options.signedOut,
  };
  await registerRoutes(app, context);
  const { metrics } = options.services;
  metrics.gauge('http_connections', 'Connections that are open', bounded.connections);
  metrics.gauge('http_waiting_bytes', 'What waits for slow receivers', bounded.waitingBytes);
  return { app, bounded };
}

/** Every route; those that are served by description stand in the documentation. */
async function registerRoutes(app: FastifyInstance, context: RouteContext): Promise<void> {
  await documentation(app);
  const serve = createServe(
    app,
    context.guard,
    createApiAccess(context.hub, context.guard, context.services.keyUses),
  );
  for (const routes of [
    healthRoutes,
    signInRoutes,
    meRoutes,
    pairingRoutes,
    deviceRoutes,
    apiKeyRoutes,
    apiV1Routes,
    webhookRoutes,
    peopleRoutes,
    reportRoutes,
    journalRoutes,
    importRoutes,
    alarmRoutes,
    nextHourRoutes,
    backupRoutes,
    setupRoutes,
    clockRoutes,
    standbyRoutes,
    vitalsRoutes,
    controlRoutes,
  ])
    routes(serve, context);
  metricsRoutes(app, context);
  homeRoutes(app, context);
  await pageRoutes(app, context);
}

/** By the route and not by how its address is spelt: `/%61pi/me` is the same one. */
function isApi({ routeOptions, url }: FastifyRequest): boolean {
  return (routeOptions.url ?? url).startsWith('/api/');
}

/** The one style that react-aria writes into a page by itself: `touch-action` of what can be pressed. */
const PRESSABLE_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** No other inline script or style, nothing from elsewhere, in no frame. `'self'` in connect-src covers the socket too. */
const securityHeaders = (hub: Hub) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", PRESSABLE_STYLE],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'", 'data:'],
      'media-src': ["'self'", 'blob:'],
      'worker-src': ["'self'", 'blob:'],
      // A page without its hub asks whether the second one answers.
      'connect-src': ["'self'", () => originOf(hub.state.settings.safekeeping.standbyAddress)],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  },
  // Browsers heed these three only over https, and warn about them elsewhere.
  hsts: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: { policy: 'no-referrer' } as const,
  xFrameOptions: { action: 'deny' } as const,
});

/** As it may stand in a header, whatever was set before addresses were validated. */
function originOf(address: string | null): string {
  const origin = address !== null && URL.canParse(address) ? new URL(address).origin : '';
  return /^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin) ? origin : "'self'";
}
