import type { PersonRole, Result } from '@motcua/domain';
import {
  type AnswerInput,
  type HttpRoute,
  type Parsed,
  refusalAnswer,
} from '@motcua/protocol/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '../../engine/hub-command.ts';
import { answerRefusal } from './answer-refusal.ts';
import type { Guard } from './guard.ts';

export interface ServeOptions {
  /** Only for people of these roles. */
  readonly only?: readonly PersonRole[];
  readonly onRequest?: (
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<FastifyReply | undefined>;
  /** Not in the documentation: only for our own programs. */
  readonly hide?: true;
  /** So many in a minute from one address. */
  readonly perMinute?: number;
  /** For a body that is larger than usual. */
  readonly bodyLimit?: number;
}

/** A request whose parts were read by the schemas of its route. */
export interface Asked<R extends HttpRoute> {
  readonly params: Parsed<R, 'params'>;
  readonly query: Parsed<R, 'query'>;
  readonly body: Parsed<R, 'body'>;
  readonly by: Identity;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The result of a handler: an answer, a refusal, or `sent` when it has replied itself. */
export type Served<R extends HttpRoute> = Result<AnswerInput<R>> | 'sent';

/** Serves a route as `@motcua/protocol/http` describes it. */
export type Serve = <R extends HttpRoute>(
  route: R,
  options: ServeOptions,
  handle: (asked: Asked<R>) => Served<R> | Promise<Served<R>>,
) => void;

export function createServe(app: FastifyInstance, guard: Guard): Serve {
  return (route, { only, onRequest, hide = false, perMinute, bodyLimit }, handle) => {
    const { method, path, summary, params, query, body, answer } = route;
    app.route({
      method,
      url: path,
      schema: {
        summary,
        hide,
        ...(params !== undefined && { params }),
        ...(query !== undefined && { querystring: query }),
        ...(body !== undefined && { body }),
        response: {
          ...(answer !== undefined && { 200: answer }),
          ...{ '4xx': refusalAnswer, '5xx': refusalAnswer },
        },
      },
      ...(bodyLimit !== undefined && { bodyLimit }),
      ...(only !== undefined && { onRequest: guard.only(...only) }),
      ...(onRequest !== undefined && { onRequest }),
      ...(perMinute !== undefined && {
        config: { rateLimit: { max: perMinute, timeWindow: 60_000 } },
      }),
      handler: async (request, reply) => {
        const served = await handle({
          // Fastify has read them by the schemas above.
          params: request.params as Parsed<typeof route, 'params'>,
          query: request.query as Parsed<typeof route, 'query'>,
          body: request.body as Parsed<typeof route, 'body'>,
          get by() {
            return guard.identityOf(request);
          },
          request,
          reply,
        });
        if (served === 'sent') return reply;
        return served.ok ? served.value : answerRefusal(reply, served.refusal);
      },
    });
  };
}
