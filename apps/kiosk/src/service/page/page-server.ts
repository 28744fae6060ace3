import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { type BoundedServer, createBoundedServer } from '@motcua/http-limits';
import { SECRET_META } from '../../bridge.ts';
import type { KioskLog } from '../kiosk-log.ts';
import { cookieFor, showsKey } from './window-key.ts';
import { mayTalkToUs } from './same-machine.ts';

export interface PageServerOptions {
  /** The built page. */
  readonly pageDir: string;
  readonly secret: string;
  /** Required to get the page; null: any user of this machine may have it. */
  readonly key: string | null;
  readonly log: KioskLog;
}

export interface PageServer {
  readonly server: FastifyInstance;
  /** The server underneath: limit its requests once the page's socket is attached too. */
  readonly bounded: BoundedServer;
}

/** Enough for one window and a technician; other clients have no business here. */
const LIMITS = {
  connections: 64,
  connectionsPerAddress: 64,
  reservedConnections: 0,
  unansweredRequests: 2,
  waitingBytes: 8 << 20,
  headersTimeoutMs: 5_000,
};

/** Serves the page only. Throws when the page was not built. */
export async function createPageServer({
  pageDir,
  secret,
  key,
  log,
}: PageServerOptions): Promise<PageServer> {
  const page = withSecret(await readPage(pageDir), secret);
  const bounded = createBoundedServer({ certificate: null, limits: LIMITS, log });
  const server = fastify({
    bodyLimit: 1_024,
    logger: false,
    forceCloseConnections: true,
    serverFactory: (listener) => bounded.server.on('request', listener),
  });

  server.addHook('onRequest', async (request, reply) => {
    if (!mayTalkToUs(request.raw)) return reply.code(403).send('Forbidden');
  });
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await server.register(fastifyStatic, { root: pageDir, index: false, maxAge: '1h' });
  for (const path of ['/', '/index.html']) {
    server.get(path, async ({ url, headers }, reply) => {
      reply.header('cache-control', 'no-store').type('text/html; charset=utf-8');
      if (key === null) return reply.send(page);
      if (!showsKey({ url, cookie: headers.cookie }, key))
        return reply.code(403).send(NOT_THE_WINDOW);
      return reply.header('set-cookie', cookieFor(key)).send(page);
    });
  }
  server.get('/health', async () => ({ ok: true }));
  server.setNotFoundHandler((_request, reply) => reply.code(404).send('Not found'));
  server.setErrorHandler<FastifyError>((error, { method, url }, reply) => {
    // Files that may not be served carry their status only in the reply.
    const status = error.statusCode ?? (reply.statusCode >= 400 ? reply.statusCode : 500);
    if (status === 403 || status === 404) return reply.code(404).send('Not found');
    if (status < 500) return reply.code(status).send('Bad request');
    log.error({ err: error, method, path: url.slice(0, 100) }, 'fault while answering');
    return reply.code(500).send('Fault');
  });
  return { server, bounded };
}

/** No inline script and no foreign origins; sockets only to the page's own origin. */
const CONTENT_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'", 'data:'],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
} as const satisfies Record<string, readonly string[]>;

/** For technicians; it explains how to open the page. Visitors never see it. */
const NOT_THE_WINDOW = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>motcua</title></head>
<body><h1>motcua</h1><p>Trang lấy số chỉ mở được từ cửa sổ của ki-ốt.</p>
<p lang="en">The kiosk's page opens only at the address in the file page-address of the kiosk's data folder.</p>
<p lang="de">Die Seite des Kiosks öffnet sich nur unter der Adresse in der Datei page-address seines Datenordners.</p>
</body></html>`;

async function readPage(pageDir: string): Promise<string> {
  try {
    return await readFile(join(pageDir, 'index.html'), 'utf8');
  } catch (cause) {
    throw new Error(`The kiosk's page is not built: ${pageDir} has no index.html.`, { cause });
  }
}

function withSecret(page: string, secret: string): string {
  return page.replace('<head>', `<head>\n    <meta name="${SECRET_META}" content="${secret}" />`);
}
