import {
  LARGEST_PARTY,
  MAX_STEPS,
  NEEDS,
  ok,
  refuse,
  type PrintJobId,
  type PriorityGroupId,
  type Result,
  type ServiceId,
} from '@motcua/domain';
import { STEP_OUTS } from '@motcua/protocol';
import { z } from 'zod';
import type { PageToService } from '../../bridge.ts';

type RequestOf<Name extends keyof PageToService> = Parameters<PageToService[Name]>[0];

const id = <T extends string>() =>
  z
    .string()
    .regex(/^[\p{L}\p{N}._:-]{1,64}$/u)
    .transform((value) => value as T);

// Shorter than an id may be, because the ticket service appends the number of the attempt.
const requestId = z.string().regex(/^[A-Za-z0-9-]{8,48}$/);
const touch = { requestId, language: z.string().regex(/^[a-z]{2,3}$/) };
const count = z.int().min(1).max(LARGEST_PARTY);

const aboutPerson = {
  priorityGroupId: id<PriorityGroupId>().nullable(),
  needs: z.array(z.enum(NEEDS)).max(NEEDS.length),
  party: z.strictObject({ people: count, files: count, proxy: z.boolean() }),
};

const issueTicket = z.strictObject({
  ...touch,
  ...aboutPerson,
  serviceIds: z.array(id<ServiceId>()).min(1).max(MAX_STEPS),
}) satisfies z.ZodType<RequestOf<'issueTicket'>>;

const checkIn = z.strictObject({
  ...touch,
  ...aboutPerson,
  code: z.string().min(1).max(20),
}) satisfies z.ZodType<RequestOf<'checkIn'>>;

/** A slip's QR code may hold a long address. */
const number = z.string().min(1).max(400);
const askPlace = z.strictObject({ number }) satisfies z.ZodType<RequestOf<'askPlace'>>;

const askBooking = z.strictObject({
  code: z.string().min(1).max(20),
}) satisfies z.ZodType<RequestOf<'askBooking'>>;

const stepOut = z.strictObject({
  requestId,
  slip: number,
  wish: z.enum(STEP_OUTS),
}) satisfies z.ZodType<RequestOf<'stepOut'>>;

const resolveSlip = z.strictObject({
  printJobId: id<PrintJobId>(),
  resolution: z.enum(['noted', 'given-back']),
}) satisfies z.ZodType<RequestOf<'resolveSlip'>>;

const confirmSlip = z.strictObject({
  printJobId: id<PrintJobId>(),
  cameOut: z.boolean(),
}) satisfies z.ZodType<RequestOf<'confirmSlip'>>;

const reprintSlip = z.strictObject({
  printJobId: id<PrintJobId>(),
}) satisfies z.ZodType<RequestOf<'reprintSlip'>>;

export const parseIssueTicket = readAs(issueTicket);
export const parseCheckIn = readAs(checkIn);
export const parseAskPlace = readAs(askPlace);
export const parseAskBooking = readAs(askBooking);
export const parseStepOut = readAs(stepOut);
export const parseConfirmSlip = readAs(confirmSlip);
export const parseReprintSlip = readAs(reprintSlip);
export const parseResolveSlip = readAs(resolveSlip);

/** Refuses invalid and additional fields with `malformed`. */
function readAs<T>(schema: z.ZodType<T>): (message: unknown) => Result<T> {
  return (message) => {
    const parsed = schema.safeParse(message);
    return parsed.success ? ok(parsed.data) : refuse('malformed');
  };
}
