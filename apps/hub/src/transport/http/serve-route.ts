import type { ApiScope, PersonRole, Result } from '@motcua/domain';
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

/** Replies where the request may not be made. */
export type Hook = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply | undefined>;

export interface ServeOptions {
  /** Only for people of these roles. */
  readonly only?: readonly PersonRole[];
  readonly onRequest?: Hook;
  /** Not in the documentation: only for our own programs. */
  readonly hide?: true;
  /** For a body that is larger than usual, a file: at most so many bytes. */
  readonly bodyBytes?: number;
  /** So many in a minute from one address. */
  readonly perMinute?: number;
}

/** A request whose parts were read by the schemas of its route. */
export interface Asked<R extends HttpRoute> {
  readonly headers: Parsed<R, 'headers'>;
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

export function createServe(
  app: FastifyInstance,
  guard: Guard,
  mayUse: (scope: ApiScope) => Hook,
): Serve {
  return (route, { only, onRequest, hide = false, bodyBytes, perMinute }, handle) => {
    const { method, path, summary, scope, headers, params, query, body, answer } = route;
    app.route({
      method,
      url: path,
      schema: {
        summary,
        hide,
        ...(scope !== undefined && { security: [{ apiKey: [scope] }], description: scope }),
        ...(headers !== undefined && { headers }),
        ...(params !== undefined && { params }),
        ...(query !== undefined && { querystring: query }),
        ...(body !== undefined && { body }),
        response: {
          ...(answer !== undefined && { 200: answer }),
          ...{ '4xx': refusalAnswer, '5xx': refusalAnswer },
        },
      },
      ...(bodyBytes !== undefined && { bodyLimit: bodyBytes }),
      ...(only !== undefined && { onRequest: guard.only(...only) }),
      ...(scope !== undefined && { onRequest: mayUse(scope) }),
      ...(onRequest !== undefined && { onRequest }),
      ...(perMinute !== undefined && {
        config: { rateLimit: { max: perMinute, timeWindow: 60_000 } },
      }),
      handler: async (request, reply) => {
        const served = await handle({
          // Fastify has read them by the schemas above.
          headers: request.headers as Parsed<typeof route, 'headers'>,
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
