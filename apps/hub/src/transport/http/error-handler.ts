import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../../operations/log.ts';

/** What a client did wrong is told to it by code; a fault is told to the log with its cause, and to nobody else. */
export function createErrorHandler(log: Log) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    // Files that may not be had carry their status in the reply only.
    const status = error.statusCode ?? (reply.statusCode >= 400 ? reply.statusCode : 500);
    // What was to be a file is none: an answer in words must not go by the file's name and kind.
    reply.removeHeader('content-disposition').type('application/json; charset=utf-8');
    if (status === 403 || status === 404) return reply.status(404).send({ code: 'not-found' });
    if (status === 429) return reply.status(429).send({ code: 'too-many-requests' });
    if (status >= 400 && status < 500)
      return reply.status(status).send({ code: 'malformed', detail: { at: whereOf(error) } });
    const { method, routeOptions } = request;
    log.error({ err: error, method, route: routeOptions.url }, 'fault while answering');
    return reply.status(500).send({ code: 'fault' });
  };
}

/** The field that was wrong, never its value. */
function whereOf({ validation, code }: Partial<FastifyError>): string {
  const path = validation?.[0]?.instancePath.replaceAll('/', '..').replace(/^\./, '') ?? '';
  // What the file server turns away has no code.
  return (path === '' ? (code ?? 'request') : path).slice(0, 100);
}
