import {
  DEVICE_ROLES,
  PERSON_ROLES,
  type QueueId,
  type Refusal,
  type RefusalCode,
  toSingleLine,
} from '@motcua/domain';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';

/** Fastify whose handlers know their body, parameters and answer from zod. */
export type HttpApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What everything but 200 carries: a code that screens translate (`refusal.<code>`). */
export const refusalAnswer = z.object({
  code: z.string(),
  detail: z.record(z.string(), z.string()).optional(),
});
export const refusals = { '4xx': refusalAnswer, '5xx': refusalAnswer };

export const personAnswer = z.object({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  role: z.enum(PERSON_ROLES),
  active: z.boolean(),
  skills: z.array(z.string()).readonly().nullable().describe('ids of the queues served; null: all'),
});
export const deviceAnswer = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(DEVICE_ROLES),
  pairedAt: z.number().describe('milliseconds since 1970, UTC'),
  revoked: z.boolean(),
  condition: z.object({
    printer: z.string().nullable(),
    printProof: z.string().optional().describe('the most that its printer can show of a slip'),
    sound: z.string().nullable(),
  }),
  locked: z.boolean().describe('gives no numbers'),
  training: z.boolean().describe('gives numbers for practice only'),
});

export const skillsInput = z
  .array(
    z
      .string()
      .max(64)
      .transform((id) => id as QueueId),
  )
  .max(100)
  .nullable()
  .describe('ids of the queues served; null: all');
export const nameInput = z
  .string()
  .max(80)
  .transform(toSingleLine)
  .refine((name) => name !== '', 'a name is needed');
export const loginInput = z
  .string()
  .transform((typed) => typed.trim().toLowerCase())
  .refine(
    (login) => /^[a-z0-9][a-z0-9._-]{1,31}$/.test(login),
    'a login has 2 to 32 letters a-z, digits, dots or dashes',
  );

const STATUS: Partial<Record<RefusalCode, number>> = {
  'malformed': 400,
  'sign-in-first': 401,
  'sign-in-failed': 401,
  'role-not-allowed': 403,
  'device-not-found': 404,
  'pairing-code-unknown': 404,
  'password-wrong': 403,
  'pin-not-here': 403,
  'pin-suspended': 403,
  'person-not-found': 404,
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
