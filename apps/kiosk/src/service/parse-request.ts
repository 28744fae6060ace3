import { ok, refuse, type PrintJobId, type Result, type ServiceId } from '@motcua/domain';
import { z } from 'zod';
import type { PageToService } from '../bridge.ts';

type RequestOf<Name extends keyof PageToService> = Parameters<PageToService[Name]>[0];

const id = <T extends string>() =>
  z
    .string()
    .regex(/^[\p{L}\p{N}._:-]{1,64}$/u)
    .transform((value) => value as T);

const issueTicket = z.strictObject({
  // Shorter than an id may be, because the desk appends the number of the attempt.
  requestId: z.string().regex(/^[A-Za-z0-9-]{8,48}$/),
  serviceId: id<ServiceId>(),
  language: z.string().regex(/^[a-z]{2,3}$/),
}) satisfies z.ZodType<RequestOf<'issueTicket'>>;

const resolveSlip = z.strictObject({
  printJobId: id<PrintJobId>(),
  resolution: z.enum(['noted', 'given-back']),
}) satisfies z.ZodType<RequestOf<'resolveSlip'>>;

export function parseIssueTicket(message: unknown): Result<RequestOf<'issueTicket'>> {
  return read(issueTicket, message);
}

export function parseResolveSlip(message: unknown): Result<RequestOf<'resolveSlip'>> {
  return read(resolveSlip, message);
}

/** Refuses anything else, and anything more, with `malformed`. */
function read<T>(schema: z.ZodType<T>, message: unknown): Result<T> {
  const parsed = schema.safeParse(message);
  return parsed.success ? ok(parsed.data) : refuse('malformed');
}
