import { ok, type PersonRole, refuse, type Result } from '@motcua/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '../../engine/hub-command.ts';
import { answerRefusal } from './answer-refusal.ts';
import type { Identify } from './authenticate.ts';

/** The identity of a request, and whether it may be made. */
export interface Guard {
  readonly identityOf: (request: FastifyRequest) => Identity;
  /** A hook that lets only these roles through. */
  readonly only: (
    ...roles: readonly PersonRole[]
  ) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
}

/** `recognize` is called with every socket of a known identity. */
export function createGuard(
  identify: Identify,
  recognize: (socket: FastifyRequest['socket']) => void,
): Guard {
  const identityOf = ({ headers, socket }: FastifyRequest): Identity => {
    const identity = identify({
      cookieHeader: headers.cookie,
      deviceToken: bearerIn(headers.authorization),
      address: socket.remoteAddress,
    });
    if (identity.personId !== null || identity.deviceId !== null) recognize(socket);
    return identity;
  };

  return {
    identityOf,
    only:
      (...roles) =>
      async (request, reply) => {
        const may = hasRole(identityOf(request), roles);
        return may.ok ? undefined : answerRefusal(reply, may.refusal);
      },
  };
}

/** The token of an Authorization header; null when there is none. */
export function bearerIn(authorization: string | undefined): string | null {
  return /^Bearer ([\w-]{1,200})$/.exec(authorization ?? '')?.[1] ?? null;
}

function hasRole({ personRole }: Identity, roles: readonly PersonRole[]): Result<null> {
  if (personRole === null) return refuse('sign-in-first');
  return roles.includes(personRole) ? ok(null) : refuse('role-not-allowed');
}
