import swagger from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { FastifyInstance } from 'fastify';
import { escapeHtml, htmlPage } from '../http/html.ts';
import { API_V1 } from '../http/api-messages.ts';
import { VERSION } from './health.ts';

/** Describes every route that is registered after it: as OpenAPI for programs, as a list for people. */
export async function documentation(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'motcua hub',
        version: VERSION,
        description: 'What is not live; see protocol',
      },
      servers: [],
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key; see docs/api.md' },
        },
      },
    },
    transform: jsonSchemaTransform,
  });

  app.get('/api/v1/openapi.json', { schema: { hide: true } }, () => {
    const document = app.swagger();
    const paths = entriesOf(fieldOf(document, 'paths'));
    return {
      ...document,
      info: { title: 'motcua API', version: `1 (hub ${VERSION})` },
      paths: Object.fromEntries(paths.filter(([path]) => path.startsWith(API_V1))),
    };
  });
  app.get('/api/docs', { schema: { hide: true } }, async ({ headers }, reply) => {
    const document = app.swagger();
    reply.header('vary', 'Accept');
    if (headers.accept?.includes('text/html') !== true) return document;
    return reply.type('text/html; charset=utf-8').send(toPage(document));
  });
}

function toPage(document: object): string {
  const rows = entriesOf(fieldOf(document, 'paths')).flatMap(([path, operations]) =>
    entriesOf(operations).map(
      ([method, operation]) =>
        `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escapeHtml(path)}</code></td>` +
        `<td>${escapeHtml(summaryOf(operation))}</td></tr>`,
    ),
  );
  return htmlPage({
    title: 'motcua hub API',
    language: 'en',
    body: `<h1>API</h1>
      <p>The same as OpenAPI: <code>GET /api/docs</code> with <code>Accept: application/json</code>.</p>
      <table>${rows.join('\n')}</table>`,
  });
}

function summaryOf(operation: unknown): string {
  const summary = fieldOf(operation, 'summary');
  return typeof summary === 'string' ? summary : '';
}

function fieldOf(value: unknown, name: string): unknown {
  return new Map(entriesOf(value)).get(name);
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
