import { IMPORT_FILE_BYTES } from '@motcua/protocol/http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../../operations/log.ts';

/** A client's mistake is answered with its code; a fault is logged with its cause, and not answered. */
export function createErrorHandler(log: Log) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    // The status of a forbidden file stands in the reply only.
    const status = error.statusCode ?? (reply.statusCode >= 400 ? reply.statusCode : 500);
    // A text in place of a file must not keep the file's name and type.
    reply.removeHeader('content-disposition').type('application/json; charset=utf-8');
    if (status === 403 || status === 404) return reply.status(404).send({ code: 'not-found' });
    if (status === 429) return reply.status(429).send({ code: 'too-many-requests' });
    if (status === 413 && isFile(request))
      return reply.status(413).send({
        code: 'file-too-large',
        detail: { megabytes: String(IMPORT_FILE_BYTES / 1_000_000) },
      });
    if (status >= 400 && status < 500)
      return reply.status(status).send({ code: 'malformed', detail: { at: whereOf(error) } });
    const { method, routeOptions } = request;
    log.error({ err: error, method, route: routeOptions.url }, 'fault while answering');
    return reply.status(500).send({ code: 'fault' });
  };
}

function isFile({ headers }: FastifyRequest): boolean {
  return headers['content-type'] === 'application/octet-stream';
}

/** The field that was wrong, never its value. */
function whereOf({ validation, code }: Partial<FastifyError>): string {
  const path = validation?.[0]?.instancePath.replaceAll('/', '..').replace(/^\./, '') ?? '';
  // The file server's refusals have no code.
  return (path === '' ? (code ?? 'request') : path).slice(0, 100);
}
