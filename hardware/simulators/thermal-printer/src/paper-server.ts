import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import fastify, { type FastifyInstance } from 'fastify';
import type { EscposServer } from './escpos-server.ts';
import { printerStateChangeSchema, type PrinterState } from './printer-state.ts';
import type { Slip, SlipBox } from './printer-slips.ts';

export interface PaperServer {
  readonly app: FastifyInstance;
  readonly pushSlip: (slip: Slip) => void;
  readonly pushState: (state: PrinterState) => void;
  readonly close: () => Promise<void>;
}

export interface PaperServerOptions {
  readonly box: SlipBox;
  readonly widthDots: number;
  readonly printer: EscposServer;
}

const PAGE = new URL('../page/', import.meta.url);
const FILES = [
  ['/', 'index.html', 'text/html'],
  ['/page.css', 'page.css', 'text/css'],
  ['/page.js', 'page.js', 'text/javascript'],
  ['/words.js', 'words.js', 'text/javascript'],
] as const;

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Slips and switches over HTTP: JSON, pictures, an event stream, and a page. */
export async function createPaperServer(options: PaperServerOptions): Promise<PaperServer> {
  const { box, printer, widthDots } = options;
  const app = fastify({ bodyLimit: 10_000, forceCloseConnections: true });
  const listeners = new Set<ServerResponse>();

  app.addHook('onSend', async (_request, reply) => void reply.headers(HEADERS));

  for (const [path, name, type] of FILES) {
    const content = await readFile(new URL(name, PAGE));
    app.get(path, (_request, reply) => reply.type(`${type}; charset=utf-8`).send(content));
  }

  app.get('/slips', () => Promise.all(box.all().map(describe)));

  app.get<{ Params: { file: string } }>('/slips/:file', (request, reply) => {
    const [, id, kind] = /^(\d{1,9})\.(png|bin)$/.exec(request.params.file) ?? [];
    const slip = box.find(Number(id));
    if (slip === undefined) return reply.code(404).send({ error: 'There is no such slip.' });
    return kind === 'png'
      ? reply.type('image/png').send(slip.png())
      : reply.type('application/octet-stream').send(Buffer.from(slip.bytes));
  });

  const state = () => ({ ...printer.state(), widthDots });
  app.get('/state', state);
  app.post('/state', (request, reply) => {
    const change = printerStateChangeSchema.safeParse(request.body);
    if (!change.success) {
      const [issue] = change.error.issues;
      const where = issue?.path.join('.') ?? '';
      const error = [where, issue?.message].filter(Boolean).join(': ');
      return reply.code(400).send({ error });
    }
    printer.setState(change.data);
    return reply.send(state());
  });

  app.get('/events', (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
    raw.write(news('state', state()));
    listeners.add(raw);
    request.raw.on('close', () => listeners.delete(raw));
  });

  function push(kind: string, what: unknown): void {
    for (const listener of listeners) listener.write(news(kind, what));
  }

  return {
    app,
    pushSlip(slip) {
      // Reading a code takes ten times as long as printing it, so it is read only while a client listens.
      if (listeners.size > 0) void describe(slip).then((described) => push('slip', described));
    },
    pushState: (now) => push('state', { ...now, widthDots }),
    async close() {
      for (const listener of listeners) listener.end();
      await app.close();
    },
  };
}

const news = (kind: string, what: unknown) => `event: ${kind}\ndata: ${JSON.stringify(what)}\n\n`;

async function describe(slip: Slip) {
  const { id, time, widthDots, heightDots, cut, bytes } = slip;
  return { id, time, widthDots, heightDots, cut, qr: await slip.qr(), bytes: bytes.length };
}
