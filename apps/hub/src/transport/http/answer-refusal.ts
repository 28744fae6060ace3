import type { Refusal, RefusalCode } from '@motcua/domain';
import type { FastifyReply } from 'fastify';

const STATUS: Partial<Record<RefusalCode, number>> = {
  'malformed': 400,
  'sign-in-first': 401,
  'api-key-unknown': 401,
  'api-key-not-found': 404,
  'scope-missing': 403,
  'table-not-found': 404,
  'service-not-found': 404,
  'booking-not-found': 404,
  'webhook-not-found': 404,
  'sign-in-failed': 401,
  'role-not-allowed': 403,
  'device-not-found': 404,
  'pairing-code-unknown': 404,
  'password-wrong': 403,
  'pin-not-here': 403,
  'pin-suspended': 403,
  'person-not-found': 404,
  'import-not-found': 404,
  'import-outdated': 409,
  'import-changed-since': 409,
  'in-use': 409,
  'name-taken': 409,
  'too-many-requests': 429,
  'hub-unavailable': 503,
};

/** Answers a refusal with the HTTP status that fits its code. */
export function answerRefusal(
  reply: Pick<FastifyReply, 'status'>,
  { code, detail }: Refusal,
): FastifyReply {
  return reply.status(STATUS[code] ?? 422).send({ code, detail });
}
