import type { FastifyInstance } from 'fastify';
import { answerRefusal } from '../http/answer-refusal.ts';
import { isOwnOrigin } from '../http/origin-check.ts';
import { bearerIn } from '../http/guard.ts';
import { isSameToken } from './control.ts';
import type { RouteContext } from './route-context.ts';

/** For a collector on this machine, for an administrator, and for the console's token; not for the office network. */
export function metricsRoutes(
  app: FastifyInstance,
  { guard, services, controlToken }: RouteContext,
): void {
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const token = bearerIn(request.headers.authorization);
    const mayLook =
      isOwnOrigin(request.socket) ||
      guard.identityOf(request).personRole === 'administrator' ||
      (token !== null && isSameToken(token, controlToken));
    if (!mayLook) return answerRefusal(reply, { code: 'role-not-allowed', detail: {} });
    const { contentType, text } = services.metrics;
    return reply
      .type(contentType)
      .header('cache-control', 'no-store')
      .send(await text());
  });
}
